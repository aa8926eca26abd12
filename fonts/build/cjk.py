"""The characters of East Asia that are bundled, and the shapes that each region gives them."""

from fontTools.ttLib import TTFont

FEATURES = ["ccmp", "locl", "kern", "palt", "halt", "chws", "calt", "liga", "mark", "ljmo", "tjmo", "vjmo"]

HIGH, LOW = range(0xA1, 0xFF), range(0x40, 0x7F)


def decoded(codec, leads, trails):
    """The characters of a part of a national standard's table."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                found |= set(map(ord, bytes([lead, trail]).decode(codec)))
            except UnicodeDecodeError:
                continue
    return found


def is_han(c):
    return 0x3400 <= c < 0xA000 or c >= 0x20000


# Kanji of everyday use that JIS X 0208 writes in another form.
JAPANESE = decoded("euc_jp", range(0xA1, 0xF5), HIGH) | {0x20B9F, 0x525D, 0x5861, 0x9830} | set(range(0xFF61, 0xFFA0))
SIMPLIFIED = decoded("gb2312", range(0xA1, 0xF8), HIGH) | set(map(ord, "镕喆堃甯玥珺翀囧嘚"))
# The first level of Big5, and what Cantonese needs beyond it.
TRADITIONAL = decoded("big5", range(0xA1, 0xC7), [*LOW, *HIGH]) | set(
    map(ord, "嘅咗哋喺嘢啲嚟㗎冇佢唔嗰咁噉咩啩嘞啫喎嘥攞揾諗瞓冚乜睇嗌掟揸搵畀俾嬲攰靚曱甴𠝹𨋢")
)
HANJA = decoded("euc_kr", range(0xCA, 0xFE), HIGH)
KOREAN = decoded("euc_kr", range(0xA1, 0xC9), HIGH) | set(range(0xAC00, 0xD7A4)) | set(range(0x3131, 0x318F))
# Latin, Greek and Cyrillic letters come from the families that are made for them.
WANTED = {c for c in JAPANESE | SIMPLIFIED | TRADITIONAL | HANJA | KOREAN if c >= 0x2010} | set(range(0x3000, 0x3130))

# Hong Kong takes Taiwan's shapes.
REGIONS = {"JAN ": JAPANESE, "ZHS ": SIMPLIFIED, "ZHT ": TRADITIONAL, "ZHH ": set(), "KOR ": KOREAN | HANJA}


def face(collection):
    """The Japanese face, in which each region keeps its own shapes of the characters that it writes."""
    font = TTFont(collection, fontNumber=0, lazy=True, recalcTimestamp=False)
    characters = {}
    for c, name in font.getBestCmap().items():
        characters.setdefault(name, set()).add(c)
    table = font["GSUB"].table
    languages = {}
    for script in table.ScriptList.ScriptRecord:
        by_tag = {language.LangSysTag: language.LangSys for language in script.Script.LangSysRecord}
        for tag, language in by_tag.items():
            for index in language.FeatureIndex:
                record = table.FeatureList.FeatureRecord[index]
                if record.FeatureTag == "locl":
                    for lookup in record.Feature.LookupListIndex:
                        languages.setdefault(lookup, set()).add(tag)
        if "ZHT " in by_tag and "ZHH " in by_tag:
            by_tag["ZHH "].FeatureIndex = list(by_tag["ZHT "].FeatureIndex)
    for index, tags in languages.items():
        written = set().union(*(REGIONS[tag] for tag in tags))
        for part in table.LookupList.Lookup[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            if hasattr(part, "mapping"):
                part.mapping = {
                    name: other for name, other in part.mapping.items() if characters.get(name, set()) & written
                }
    return font
