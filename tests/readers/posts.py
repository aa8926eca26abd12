"""The posts of the readers' site: one table, from which the site is written and by which readers are judged."""

SITE = "https://readers.example.org"
SITE_AUTHOR = {"name": "Ann Reader", "email": "ann@readers.example.org", "url": "https://ann.example.org/"}

_TABLE = []


def _post(name, title, date, body="", **more):
    """A post in `posts/<name>.md`. `marks` are texts that its content must hold, `links` addresses in it."""
    _TABLE.append({"name": name, "title": title, "date": date, "body": body, **more})


def table():
    """Every post, those that must be in no feed too."""
    return list(_TABLE)


def _script(name, language, title, prose, tag):
    day = sum(1 for post in _TABLE if post.get("script")) + 1
    date = f"2026-02-{day:02}T08:00:00+00:00"
    more = {"language": language, "summary": prose, "tags": [tag], "marks": [prose], "script": True}
    _post(name, title, date, f"{prose}\n\n## {title}\n\n- {prose}\n", **more)


# Every script, in its own language.
_script("latin", "fr", "Où l'été naît, cœur d'Île", "Voilà déjà l'œuvre naïve où l'ambiguïté gît.", "été")
_script("vietnamese", "vi", "Tiếng Việt có dấu chồng", "Những chữ cái ế, ộ, ữ và ặ phải giữ nguyên.", "tiếng Việt")
_script("greek", "el", "Ξεσκεπάζω την ψυχοφθόρα", "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.", "ψυχή")
_script("polytonic", "grc", "Μῆνιν ἄειδε, θεά", "Μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος.", "Ἰλιάς")
_script("cyrillic", "ru", "Съешь ещё этих мягких булок", "Съешь же ещё этих мягких французских булок.", "чай")
_script("ukrainian", "uk", "Ґанок і їжак", "Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів!", "їжак")
_script("arabic", "ar", "اللغة العربية في الخلاصات", "نص عربي يُقرأ من اليمين إلى اليسار، مع تشكيل.", "لغة")
_script("persian", "fa", "فارسی و نیم‌فاصله", "می‌خواهم این نوشته‌ها نیم‌فاصله را نگه دارند.", "نیم‌فاصله")
_script("urdu", "ur", "اردو کی تحریر", "یہ اردو کا ایک جملہ ہے جس میں ٹ، ڈ اور ڑ ہیں۔", "اردو")
_script("hebrew", "he", "דג סקרן שט בים", "דג סקרן שט בים מאוכזב ולפתע מצא חברה.", "עברית")
_script("devanagari", "hi", "हिन्दी में क्षत्रिय", "ऋषियों को सताने वाले दुष्ट राक्षसों का सर्वनाश।", "हिन्दी")
_script("bengali", "bn", "বাংলা ভাষার লেখা", "এই বাক্যে যুক্তাক্ষর আছে: ক্ষ, জ্ঞ, ঙ্গ।", "বাংলা")
_script("tamil", "ta", "தமிழ் எழுத்துக்கள்", "யாதும் ஊரே யாவரும் கேளிர்.", "தமிழ்")
_script("thai", "th", "เป็นมนุษย์สุดประเสริฐ", "เป็นมนุษย์สุดประเสริฐเลิศคุณค่ากว่าบรรดาฝูงสัตว์", "ไทย")
_script("khmer", "km", "អក្សរខ្មែរ", "នេះជាប្រយោគជាភាសាខ្មែរ។", "ខ្មែរ")
_script("georgian", "ka", "ქართული ანბანი", "ვეფხისტყაოსანი შოთა რუსთაველისა.", "ქართული")
_script("armenian", "hy", "Հայերեն այբուբեն", "Բոլոր մարդիկ ծնվում են ազատ։", "հայերեն")
_script("amharic", "am", "የአማርኛ ፊደል", "ሰማይ አይታረስ ንጉሥ አይከሰስ።", "አማርኛ")
_script("chinese-simplified", "zh-Hans", "简体中文：标题与“引号”", "天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。", "简体")
_script("chinese-traditional", "zh-Hant", "繁體中文：標題與「引號」", "天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。", "繁體")
_script("japanese", "ja", "日本語の題、ひらがなとカタカナ", "いろはにほへと ちりぬるを。漢字と仮名。", "日本語")
_script("korean", "ko", "한국어 제목", "키스의 고유조건은 입술끼리 만나야 하고 특별한 기술은 필요치 않다.", "한국어")
_script("mixed", "en", "Mixed: Ελ Ру עב عر हि 中 あ 한 ไ", "Left עברית and العربية right, 漢字 too.", "mixed ملف")

# Characters that are more than one code point, or beyond the first plane.
_post("emoji", "Emoji 👩‍👩‍👧‍👦 🇺🇳 7️⃣ 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "2026-03-01T09:00:00Z", "A family 👩‍👩‍👧‍👦, a flag 🇯🇵, a key 7️⃣.",
      summary="Emoji in the summary: 👩🏿‍🚀", tags=["👩‍🚀", "🇺🇳"], marks=["👩‍👩‍👧‍👦, a flag 🇯🇵, a key 7️⃣"])
_post("astral", "𝔐𝔞𝔱𝔥 and 𠮷野家 and 𐍈", "2026-03-02T09:00:00Z", "Beyond the first plane: 𠮷, 𝕏, 𐍈.",
      summary="𠮷野家", tags=["𠮷"], marks=["𠮷, 𝕏, 𐍈"])
_post("combining", "Combining: e\u0301 and \u00e9, Z\u0351\u036b\u0343", "2026-03-03T09:00:00Z",
      "Not composed: e\u0301.", summary="e\u0301 stays in two", marks=["Not composed: e\u0301."])
_post("invisible", "Zero width: a\u200bb c\u200dd \u202bRTL\u202c soft\u00adhyphen", "2026-03-04T09:00:00Z",
      "a\u200bb and soft\u00adhyphen", summary="soft\u00adhyphen", marks=["a\u200bb and soft\u00adhyphen"])

# Control characters: out of YAML's escapes, then as they are in the file.
_post("control-escaped", "Control\x01 in\ufffe the\uffff title\x1f", "2026-03-05T09:00:00Z", "Nothing here.",
      summary="Bell\x07 and escape\x1b in the summary", tags=["nul\x02tag"])
_post("control-as-it-is", "Control\x01 in\ufffe the\x1b title, as it is", "2026-03-05T10:00:00Z", "Nothing here.",
      unquoted=True, summary="Clean")
_post("control-in-body", "Control characters in the body", "2026-03-06T09:00:00Z",
      "One\x01two, three\x0bfour, five\x0csix, seven\x85eight, nine\ufffeten.\n\n```\ncode\x01here\n```\n",
      summary="Clean", marks=["Onetwo", "nineten"])
_post("line-separators", "Line\u2028separator and paragraph\u2029separator", "2026-03-07T09:00:00Z",
      "Before\u2028after.", summary="Before\u2028after", marks=["after."])

# What is markup in XML or HTML and text here.
_post("cdata-end", "The end of ]]> CDATA", "2026-03-08T09:00:00Z", "In a body: ]]> and `]]>` and `<![CDATA[x]]>`.",
      summary="In a summary: ]]> too", tags=["]]>"], marks=["In a body: ]]> and ]]> and <![CDATA[x]]>."])
_post("ampersands", "AT&T, R&D, a&b; & more", "2026-03-09T09:00:00Z", "Fish & chips, AT&T.",
      summary="Q&A: this & that", tags=["R&D", "Q & A"], marks=["Fish & chips, AT&T."])
_post("entities", "The entity &amp; and &lt;b&gt; and &#65; and &nbsp;", "2026-03-10T09:00:00Z",
      "Write `&amp;` for an ampersand and `&lt;` for `<`.", summary="Write &amp; for an ampersand",
      tags=["&amp;"], marks=["Write &amp; for an ampersand and &lt; for <."])
_post("generics", "C++ <T> and Vec<Option<u8>>", "2026-03-11T09:00:00Z", "Code: `Vec<Option<u8>>` and a < b > c.",
      summary="std::vector<T> compared: a < b && b > c", tags=["C++", "C#", ".NET", "<T>"],
      marks=["Vec<Option<u8>>", "a < b > c."])
_post("html-in-title", "How <b>bold</b> and <br/> work", "2026-03-12T09:00:00Z", "Use `<b>bold</b>` with care.",
      summary="An <em>element</em> named", marks=["Use <b>bold</b> with care."])
_post("script-in-title", "<script>alert(1)</script>", "2026-03-13T09:00:00Z", "Talks about `<script>alert(1)</script>`.",
      summary="<script>alert(1)</script> as text", marks=["Talks about <script>alert(1)</script>."])
_post("comment-in-title", "<!-- not a comment --> and <?php echo 1 ?>", "2026-03-14T09:00:00Z", "Nothing.",
      summary="<!-- seen --> as text")
_post("quotes", "\"Double\", 'single', “curly”, «guillemets», „unten“ and `ticks`", "2026-03-15T09:00:00Z",
      "She said \"no\".", summary="He said \"yes\" and 'perhaps'", tags=["\"quoted\"", "it's"], marks=["She said"])
_post("backslashes", "C:\\new\\table and 100% #1 {x} [y] | z: -", "2026-03-16T09:00:00Z", "A path `C:\\new`.",
      summary="Key: value - not YAML", marks=["C:\\new"])
_post("digits", "2048", "2026-03-17T09:00:00Z", "Only digits above.", summary="1984", tags=["2026", "007", "1.10"])
_post("true", "true", "2026-03-18T09:00:00Z", "A boolean above.", summary="null", tags=["yes", "no"])
_post("long-title", "Long " + "words that go on " * 40 + "end", "2026-03-19T09:00:00Z", "Long.",
      summary="A long summary " * 60)
_post("one-letter", "X", "2026-03-20T09:00:00Z", "Short.", summary="Y", tags=["z"])

# Tags.
_post("tags-300", "Three hundred tags", "2026-03-21T09:00:00Z", "Tagged.", summary="All of them",
      tags=[f"tag {number:03}" for number in range(300)])
_post("tags-odd", "Odd tags", "2026-03-22T09:00:00Z", "Tagged.", summary="Odd",
      tags=["Salt, Pepper", "black & white", "two words", "標籤", "a/b", "q?x=1#y", "Case", "case", "ÉTÉ", "été"])
_post("tags-none", "No tags", "2026-03-23T09:00:00Z", "Untagged.", summary="None")
_post("no-summary", "No summary", "2026-03-24T09:00:00Z", "Only a body with this mark.", marks=["Only a body with this mark."])

# Dates.
for letter in "abcd":
    _post(f"tie-{letter}", f"Tie {letter.upper()}", "2026-04-01T12:00:00Z", f"Tied {letter}.", summary=f"Tied {letter}")
_post("tie-offset", "The same moment, elsewhere", "2026-04-01T21:00:00+09:00", "Tied.", summary="Tied far away")
_post("offset-india", "Half past in India", "2026-04-02T00:15:00+05:30", "India.", summary="Half an hour off")
_post("offset-marquesas", "Half past in the Marquesas", "2026-04-02T23:45:10-09:30", "Marquesas.", summary="Half an hour off")
_post("offset-line-islands", "First in the new year", "2026-01-01T00:00:00+14:00", "Kiritimati.", summary="Fourteen hours")
_post("offset-nepal", "A quarter in Nepal", "2026-04-03T00:00:00+05:45", "Nepal.", summary="A quarter of an hour off")
_post("leap-day", "A leap day", "2024-02-29T23:59:59+00:00", "Leap.", summary="The twenty-ninth")
_post("epoch", "The epoch itself", "1970-01-01T00:00:00+00:00", "Zero.", summary="Zero seconds")
_post("old", "A post of 1899", "1899-12-31T12:00:00+00:00", "Old.", summary="Older than the epoch")
_post("edited", "Edited since", "2026-04-04T10:00:00+02:00", "Edited.", summary="Edited", updated="2026-05-05T11:12:13-03:00")
_post("edited-same-day", "Edited a minute later", "2026-04-05T10:00:00Z", "Edited.", summary="Edited",
      updated="2026-04-05T10:01:00Z")

# People.
_post("author-none", "By the site's author", "2026-04-06T10:00:00Z", "By default.", summary="By default")
_post("author-mail", "By one with a mail address", "2026-04-07T10:00:00Z", "By mail.", summary="One",
      authors=[{"name": "José Ñandú (editor)", "email": "jose@readers.example.org"}])
_post("author-plain", "By one without", "2026-04-08T10:00:00Z", "No mail.", summary="One", authors=[{"name": "山田 太郎"}])
_post("author-several", "By several", "2026-04-09T10:00:00Z", "Three.", summary="Three", authors=[
    {"name": "Ada Łukasz", "email": "ada@readers.example.org", "url": "https://ada.example.org/?a=1&b=2"},
    {"name": "محمد علي"}, {"name": "R&D <team>", "email": "team+rss@readers.example.org"}])

# Addresses and ids.
_post("ünïcode/größe-日本", "A path that is not ASCII", "2026-04-10T10:00:00Z", "[here](other)", summary="Not ASCII")
_post("spaces-and-percent", "A path with blanks", "2026-04-11T10:00:00Z", "Blanks.", summary="Blanks",
      permalink="/deep/a b & c/100% 'quoted'+plus;x=1,y")
_post("id-tag", "An id that is a tag: URI", "2026-04-12T10:00:00Z", "Tag.", summary="Tag",
      id="tag:readers.example.org,2026:posts/id-tag")
_post("id-uuid", "An id that is a UUID", "2026-04-13T10:00:00Z", "UUID.", summary="UUID",
      id="urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a")
_post("id-address", "An id that is another address", "2026-04-14T10:00:00Z", "Moved.", summary="Moved",
      id="https://old.example.org/?p=1&x=2")

# Bodies.
_post("code", "Code", "2026-04-15T10:00:00Z",
      "```rust\nfn main() {\n    println!(\"<{}> & ]]>\", 1 < 2);\n}\n```\n\nAnd `inline <code>`.\n",
      summary="Code", marks=["fn main() {", "println!(\"<{}> & ]]>\", 1 < 2);", "inline <code>"])
_post("table", "A table", "2026-04-16T10:00:00Z", "| Left | Right |\n|:-----|------:|\n| a & b | 1 < 2 |\n| ٣ | 日本 |\n",
      summary="A table", marks=["Left", "a & b", "1 < 2", "日本"])
_post("footnotes", "Footnotes", "2026-04-17T10:00:00Z", "Said so.[^1] And again.[^note]\n\n[^1]: The first note.\n[^note]: The second note.\n",
      summary="Notes", marks=["Said so.", "The first note.", "The second note."])
_post("images", "Images", "2026-04-18T10:00:00Z",
      "![A “picture” & more](pictures/a b.png)\n\n![Root](/static/root.png)\n\n![Up](../up.png?x=1&y=2)\n\n<img src=\"raw.webp\" alt=\"raw\">\n".replace("a b.png", "a%20b.png"),
      summary="Images", marks=[], links=[f"{SITE}/pictures/a%20b.png", f"{SITE}/static/root.png", f"{SITE}/up.png?x=1&y=2",
                                         f"{SITE}/raw.webp"])
_post("links", "Links", "2026-04-19T10:00:00Z",
      "[own](#part), [near](latin#top), [root](/about), [away](https://other.example.org/?a=1&b=2#c), <mail@example.org>\n\n## Part\n",
      summary="Links", marks=["own, near, root, away"], links=[f"{SITE}/links#part", f"{SITE}/latin#top", f"{SITE}/about",
                                                            "https://other.example.org/?a=1&b=2#c"])
_post("lists", "Lists", "2026-04-20T10:00:00Z", "1. one\n2. two\n   - deep\n\n> quoted\n\n- [x] done\n- [ ] open\n\n~~gone~~ **bold** _slanted_\n",
      summary="Lists", marks=["one", "deep", "quoted", "done", "gone bold slanted"])
_post("empty-body", "No body", "2026-04-21T10:00:00Z", "", summary="Only a summary")

# Cards, whose enclosure must be the file's.
_post("card", "A card", "2026-04-22T10:00:00Z", "Drawn.", summary="With a picture", card=True)
_post("card-ampersand", "A card & \"more\" <T>", "2026-04-23T10:00:00Z", "Drawn.", summary="With a picture", card=True)
_post("card-größe", "Größe", "2026-04-24T10:00:00Z", "Drawn.", summary="With a picture", card=True, language="de")

# What no feed may hold.
_post("draft", "A draft", "2026-04-25T10:00:00Z", "Secret.", front={"draft": True}, hidden=True)
_post("no-feed", "Not for feeds", "2026-04-26T10:00:00Z", "Secret.", front={"feed": False}, hidden=True)
_post("unlisted", "Unlisted", "2026-04-27T10:00:00Z", "Secret.", front={"unlisted": True}, hidden=True)
_post("future", "In 2099", "2099-01-01T00:00:00Z", "Secret.", hidden=True)
