//! What the subscribe page says, in some languages.

/// What the page says, in a language.
pub struct Words {
    pub subscribe: &'static str,
    pub what: &'static str,
    pub how: &'static str,
    pub feeds: &'static str,
    pub all: &'static str,
    pub latest: &'static str,
    pub more: &'static str,
}

const ENGLISH: Words = Words {
    subscribe: "Subscribe",
    what: "A feed brings new posts to you, without an account and without anybody watching. You read it in an app of your choice.",
    how: "Copy an address into a feed reader, such as NetNewsWire, Feeder, Thunderbird or Feedly; many find it by the address of this site alone.",
    feeds: "Feeds",
    all: "All of them as one file (OPML)",
    latest: "Latest posts",
    more: "More feeds",
};

/// Where a language is not here, the page speaks English.
const LANGUAGES: &[(&str, Words)] = &[
    (
        "es",
        Words {
            subscribe: "Suscribirse",
            what: "Un canal te trae las entradas nuevas, sin cuenta y sin que nadie te observe. Se lee en la aplicación que elijas.",
            how: "Copia una dirección en un lector de canales, como NetNewsWire, Feeder, Thunderbird o Feedly; muchos la encuentran con la dirección de este sitio.",
            feeds: "Canales",
            all: "Todos en un archivo (OPML)",
            latest: "Últimas entradas",
            more: "Más canales",
        },
    ),
    (
        "de",
        Words {
            subscribe: "Abonnieren",
            what: "Ein Feed bringt neue Beiträge zu dir, ohne Konto und ohne dass jemand zusieht. Gelesen wird er in einer App deiner Wahl.",
            how: "Kopiere eine Adresse in einen Feedreader wie NetNewsWire, Feeder, Thunderbird oder Feedly; vielen genügt die Adresse dieser Website.",
            feeds: "Feeds",
            all: "Alle in einer Datei (OPML)",
            latest: "Neueste Beiträge",
            more: "Weitere Feeds",
        },
    ),
    (
        "fr",
        Words {
            subscribe: "S’abonner",
            what: "Un flux vous apporte les nouveaux articles, sans compte et sans surveillance. Il se lit dans l’application de votre choix.",
            how: "Copiez une adresse dans un lecteur de flux, comme NetNewsWire, Feeder, Thunderbird ou Feedly ; beaucoup la trouvent à partir de l’adresse de ce site.",
            feeds: "Flux",
            all: "Tous dans un fichier (OPML)",
            latest: "Derniers articles",
            more: "Autres flux",
        },
    ),
    (
        "pt",
        Words {
            subscribe: "Assinar",
            what: "Um feed traz as novas publicações até você, sem conta e sem ninguém observando. É lido no aplicativo que você escolher.",
            how: "Copie um endereço para um leitor de feeds, como NetNewsWire, Feeder, Thunderbird ou Feedly; muitos o encontram pelo endereço deste site.",
            feeds: "Feeds",
            all: "Todos em um arquivo (OPML)",
            latest: "Últimas publicações",
            more: "Mais feeds",
        },
    ),
    (
        "ar",
        Words {
            subscribe: "اشترك",
            what: "تجلب لك الخلاصة المنشورات الجديدة دون حساب ودون أن يراقبك أحد، وتقرؤها في التطبيق الذي تختاره.",
            how: "انسخ عنوانًا إلى قارئ خلاصات مثل NetNewsWire أو Feeder أو Thunderbird أو Feedly؛ وكثير منها يجده من عنوان هذا الموقع وحده.",
            feeds: "الخلاصات",
            all: "كلها في ملف واحد (OPML)",
            latest: "أحدث المنشورات",
            more: "خلاصات أخرى",
        },
    ),
    (
        "ja",
        Words {
            subscribe: "購読する",
            what: "フィードを購読すると、アカウント登録も追跡もなく、新しい記事が好きなアプリに届きます。",
            how: "アドレスをコピーして、NetNewsWire、Feeder、Thunderbird、Feedly などのフィードリーダーに貼り付けてください。多くのリーダーはこのサイトのアドレスだけで見つけます。",
            feeds: "フィード",
            all: "すべてを一つのファイルで（OPML）",
            latest: "最新の記事",
            more: "その他のフィード",
        },
    ),
    (
        "zh",
        Words {
            subscribe: "订阅",
            what: "订阅源会把新文章送到你面前，无需账号，也没有人追踪。你可以用自己喜欢的应用阅读。",
            how: "把地址复制到订阅阅读器里，例如 NetNewsWire、Feeder、Thunderbird 或 Feedly；许多阅读器只需本站地址就能找到。",
            feeds: "订阅源",
            all: "全部打包为一个文件（OPML）",
            latest: "最新文章",
            more: "更多订阅源",
        },
    ),
];

/// The words for a language, by the first part of its tag.
pub fn of(language: &str) -> &'static Words {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    LANGUAGES.iter().find(|(tag, _)| *tag == primary).map_or(&ENGLISH, |(_, words)| words)
}
