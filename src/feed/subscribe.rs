//! The page for people: what a feed is, the latest posts with their cards, and every feed there is.

use super::content::is_rtl;
use crate::model::{PostMedia, PublishedFeed, Site, escape_html};
use std::collections::BTreeMap;

/// How many posts it shows.
const LATEST: usize = 6;

/// The page; `stylesheet` and the addresses in it are absolute, so that it works wherever it is put.
pub fn page(
    site: &Site,
    media: &[PostMedia],
    feeds: &[PublishedFeed],
    opml: Option<&str>,
    stylesheet: &str,
) -> String {
    let facts = &site.facts;
    let words = words(&facts.language);
    let title = escape_html(&facts.title);
    let direction = if is_rtl(&facts.language) { "rtl" } else { "ltr" };
    let discovery: String = feeds.iter().map(|feed| feed.discovery() + "\n").collect();
    let description = facts.description.as_deref().map(|text| format!("<p>{}</p>\n", escape_html(text)));
    let opml = opml.map(|url| {
        format!("<p><a href=\"{}\" type=\"text/x-opml\">{}</a></p>\n", escape_html(url), words.all)
    });
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Syndicard\">\n<title>{subscribe}: {title}</title>\n{discovery}\
         <link rel=\"stylesheet\" href=\"{stylesheet}\">\n</head>\n<body>\n\
         <header>\n<p><a href=\"{home}\">{title}</a></p>\n<h1>{subscribe}</h1>\n{description}</header>\n\
         <main>\n<section class=\"how\">\n<p>{what}</p>\n<p>{how}</p>\n</section>\n\
         <section>\n<h2>{feeds_title}</h2>\n{feeds}{opml}</section>\n\
         <section>\n<h2>{latest}</h2>\n<ul class=\"posts\">\n{posts}</ul>\n</section>\n</main>\n</body>\n</html>\n",
        language = escape_html(&facts.language),
        subscribe = words.subscribe,
        stylesheet = escape_html(stylesheet),
        home = escape_html(facts.url.as_str()),
        description = description.unwrap_or_default(),
        what = words.what,
        how = words.how,
        feeds_title = words.feeds,
        feeds = feed_list(feeds),
        opml = opml.unwrap_or_default(),
        latest = words.latest,
        posts = post_list(site, media),
    )
}

/// Each channel once, with its formats beside each other.
fn feed_list(feeds: &[PublishedFeed]) -> String {
    let mut channels: Vec<(&str, Vec<&PublishedFeed>)> = Vec::new();
    let mut places: BTreeMap<(bool, &str), usize> = BTreeMap::new();
    for feed in feeds {
        let folder = feed.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let place = *places.entry((feed.main, folder)).or_insert_with(|| {
            channels.push((&feed.title, Vec::new()));
            channels.len() - 1
        });
        if let Some((_, formats)) = channels.get_mut(place) {
            formats.push(feed);
        }
    }
    let items: String = channels
        .into_iter()
        .map(|(title, formats)| {
            let links: Vec<String> = formats
                .iter()
                .map(|feed| {
                    let url = escape_html(&feed.url);
                    format!("<a href=\"{url}\" type=\"{}\">{}</a>", feed.media_type, feed.format_title)
                })
                .collect();
            let address = formats.first().map(|feed| escape_html(&feed.url)).unwrap_or_default();
            format!(
                "<li><b dir=\"auto\">{}</b> <span class=\"formats\">{}</span><code dir=\"ltr\">{address}</code></li>\n",
                escape_html(title),
                links.join(" ")
            )
        })
        .collect();
    format!("<ul class=\"feeds\">\n{items}</ul>\n")
}

fn post_list(site: &Site, media: &[PostMedia]) -> String {
    let shown = site.posts.iter().zip(media).filter(|(post, _)| post.in_feeds).take(LATEST);
    shown
        .map(|(post, media)| {
            let card = media.card.as_ref().map(|card| {
                format!(
                    "<img src=\"{}\" width=\"{}\" height=\"{}\" alt=\"\" loading=\"lazy\">",
                    escape_html(&card.url),
                    card.width_px,
                    card.height_px
                )
            });
            let summary = post.summary.as_deref().map(|text| format!("<p>{}</p>", escape_html(text)));
            format!(
                "<li lang=\"{language}\" dir=\"auto\"><a href=\"{url}\">{card}<b>{title}</b></a> <time datetime=\"{time}\">{day}</time>{summary}</li>\n",
                language = escape_html(&post.language),
                url = escape_html(&post.url),
                card = card.unwrap_or_default(),
                title = escape_html(&post.title),
                time = post.published.to_rfc3339(),
                day = post.published.format("%Y-%m-%d"),
                summary = summary.unwrap_or_default(),
            )
        })
        .collect()
}

/// What the page says, in a language.
struct Words {
    subscribe: &'static str,
    what: &'static str,
    how: &'static str,
    feeds: &'static str,
    all: &'static str,
    latest: &'static str,
}

const ENGLISH: Words = Words {
    subscribe: "Subscribe",
    what: "A feed brings new posts to you, without an account and without anybody watching. You read it in an app of your choice.",
    how: "Copy an address into a feed reader, such as NetNewsWire, Feeder, Thunderbird or Feedly; many find it by the address of this site alone.",
    feeds: "Feeds",
    all: "All of them as one file (OPML)",
    latest: "Latest posts",
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
        },
    ),
];

fn words(language: &str) -> &'static Words {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    LANGUAGES.iter().find(|(tag, _)| *tag == primary).map_or(&ENGLISH, |(_, words)| words)
}
