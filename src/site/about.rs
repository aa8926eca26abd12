//! What a site's constants say of the site itself: title, description, address, language, author.

use super::code;
use super::fields::fold;
use super::literals::Literal;
use super::root::Root;
use super::script::Script;
use crate::model::{Author, Facts};

const EXTENSIONS: &[&str] = &["ts", "js", "mjs", "json", "tsx", "mts"];

/// An address with the path below which the site stands: `base`, `basePath`, `baseUrl`.
pub fn with_base(site: &str, base: Option<&str>) -> String {
    let base = base.unwrap_or_default().trim_matches('/');
    let site = site.trim_end_matches('/');
    if base.is_empty() || base.contains("://") || site.ends_with(&format!("/{base}")) {
        return site.to_owned();
    }
    format!("{site}/{base}")
}

/// The facts in the first of these files that has any; `names` are tried below each of `folders`, without extension.
pub fn constants(root: &Root, folders: &[&str], names: &[&str]) -> Facts {
    let mut facts = Facts::default();
    for folder in folders {
        for name in names {
            let files = EXTENSIONS.iter().map(|extension| match *folder {
                "." | "" => format!("{name}.{extension}"),
                folder => format!("{folder}/{name}.{extension}"),
            });
            let Some(file) = files.into_iter().find(|file| root.is_file(file)) else { continue };
            let Some(values) = code::constants(root, &file).or_else(|| code::exported(root, &file)) else {
                continue;
            };
            facts = facts.or(of(&values));
        }
    }
    facts
}

/// The facts in an object, or in the objects that it holds.
pub fn of(values: &Literal) -> Facts {
    let mut facts = direct(values);
    let Literal::Object(entries) = values else { return facts };
    // First what is called after the site, then whatever has a title and an address.
    let rank = |name: &str| {
        let name = plain(name);
        let ranks = [["site", "site"], ["default", "blog"], ["meta", "config"]];
        let of = ranks.iter().position(|words| words.iter().any(|word| name.contains(word)));
        of.unwrap_or(ranks.len())
    };
    let is_site =
        |name: &str| rank(name) < 2 || matches!(plain(name).as_str(), "config" | "metadata" | "meta");
    let mut inside: Vec<&(String, Literal, _)> =
        entries.iter().filter(|(_, value, _)| matches!(value, Literal::Object(_))).collect();
    inside.sort_by_key(|(name, _, _)| rank(name));
    for (name, value, _) in inside {
        let found = direct(value);
        let nested =
            ["site", "meta", "metadata", "seo"].iter().filter_map(|key| value.get(&[key])).map(direct);
        let is_about = is_site(name) || found.title.is_some() && found.url.is_some();
        if is_about {
            facts = nested.fold(facts.or(found), Facts::or);
        } else if plain(name).contains("author") || plain(name) == "me" || plain(name) == "owner" {
            facts.authors.extend(author(value).filter(|_| facts.authors.is_empty()));
        }
    }
    facts
}

/// The facts that stand in an object itself.
fn direct(values: &Literal) -> Facts {
    let Literal::Object(entries) = values else { return Facts::default() };
    let find = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            let (_, value, _) =
                entries.iter().find(|(name, value, _)| plain(name) == *key && *value != Literal::Unknown)?;
            Some(value)
        })
    };
    let text = |keys: &[&str]| find(keys).and_then(Literal::text).map(fold).filter(|text| !text.is_empty());
    let address = text(&[
        "siteurl",
        "sitelink",
        "siteorigin",
        "baseurl",
        "url",
        "website",
        "canonicalurl",
        "siteaddress",
        "hostname",
        "host",
        "sitehost",
        "site",
        "origin",
        "href",
        "domain",
    ]);
    Facts {
        title: text(&["sitetitle", "sitename", "blogtitle", "blogname", "title", "name"]),
        description: text(&[
            "sitedescription",
            "blogdescription",
            "defaultdescription",
            "description",
            "desc",
        ]),
        url: address.filter(|url| url.starts_with("http://") || url.starts_with("https://")),
        language: text(&[
            "sitelang",
            "sitelanguage",
            "language",
            "lang",
            "locale",
            "defaultlang",
            "defaultlocale",
            "defaultlanguage",
        ]),
        authors: find(&["siteauthor", "author", "authorname", "defaultauthor"])
            .and_then(author)
            .into_iter()
            .collect(),
        time_zone: text(&["timezone"]),
        ..Facts::default()
    }
}

/// A name, or an object with one.
pub fn author(value: &Literal) -> Option<Author> {
    let say = |key: &str| value.get(&[key]).and_then(Literal::text).map(fold).filter(|text| !text.is_empty());
    let name = value.text().map(fold).filter(|text| !text.is_empty()).or_else(|| say("name"))?;
    let url = say("url").or_else(|| say("website")).filter(|url| url.starts_with("http"));
    Some(Author { name, email: say("email").filter(|mail| mail.contains('@')), url, ..Author::default() })
}

/// A name without regard to case and marks: `SITE_TITLE`, `siteTitle`.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// `<html lang="…">` in a layout or a component.
pub fn html_language(root: &Root, source: &str) -> Option<String> {
    let folders = ["layouts", "components", "pages", "app", ""];
    let files = folders.iter().flat_map(|folder| {
        let folder = format!("{source}/{folder}");
        let extensions = ["astro", "svelte", "html", "vue", "tsx", "jsx", "js"];
        if folder.ends_with('/') { root.files(source, &extensions) } else { root.tree(&folder, &extensions) }
    });
    files.into_iter().take(200).find_map(|file| {
        let text = root.text(&file)?;
        let after = text.get(text.find("<html")?..)?;
        let tag = after.get(..after.find('>')?)?;
        let value = tag.get(tag.find("lang=")? + 5..)?.trim_start_matches('{');
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let language = value.split(quote).nth(1)?.trim();
        (!language.is_empty() && language.len() < 12).then(|| language.to_owned())
    })
}

/// What code that writes a feed or a sitemap says: `new Feed({title, link})`, `const baseUrl = …`.
pub fn feeds(root: &Root, folders: &[&str]) -> Facts {
    let mut facts = Facts::default();
    for folder in folders {
        let files = root.tree(folder, EXTENSIONS).into_iter().filter(|file| {
            let path = file.to_ascii_lowercase();
            ["rss", "feed", "atom", "sitemap", "robots"].iter().any(|word| path.contains(word))
                && !path.ends_with(".json")
        });
        for file in files.take(40) {
            let Some(text) = root.text(&file).filter(|text| text.len() < LIMIT_BYTES) else { continue };
            let script = Script::of(text);
            for name in ["Feed", "RSS", "rss"] {
                let Some(call) = script.calls(name, &script.whole()).into_iter().next() else { continue };
                let Some(first) = script.items(&call).into_iter().next() else { continue };
                facts = facts.or(direct(&code::value(root, &file, &script.text, script.at(&first).trim())));
            }
            let constants = code::constants(root, &file).map(|values| of(&values)).unwrap_or_default();
            facts.url = facts.url.or(constants.url);
        }
    }
    facts
}

/// Code that people write is smaller.
const LIMIT_BYTES: usize = 256 << 10;

/// The address in a file of the environment: `NEXT_PUBLIC_SITE_URL=https://…`.
pub fn environment(root: &Root) -> Option<String> {
    let files = [".env.production", ".env", ".env.example", ".env.local.example", ".env.sample"];
    let texts = files.iter().filter_map(|file| root.text(file));
    texts.filter_map(|text| address_in(&text)).next()
}

fn address_in(text: &str) -> Option<String> {
    let addresses = text.lines().filter_map(|line| {
        let (key, value) = line.split_once('=')?;
        let key = key.trim().to_ascii_uppercase();
        let is_site = ["SITE_URL", "BASE_URL", "SITE_ORIGIN", "APP_URL", "WEBSITE_URL", "PUBLIC_URL"]
            .iter()
            .any(|end| key.ends_with(end));
        let value = value.trim().trim_matches(['"', '\'']);
        (is_site && value.starts_with("https://")).then(|| value.to_owned())
    });
    addresses.into_iter().find(|address| !address.contains("localhost"))
}

/// `homepage` in `package.json`, where it is a site's and no repository's.
pub fn homepage(root: &Root) -> Option<String> {
    let package = root.text("package.json").as_deref().and_then(super::literals::exported)?;
    let address = package.get(&["homepage"])?.text()?.to_owned();
    let is_own = address.starts_with("https://")
        && !["github.com", "gitlab.com", "npmjs.com"].iter().any(|host| address.contains(host));
    is_own.then_some(address)
}

/// Whether a dependency stands in `package.json`.
pub fn depends_on(root: &Root, name: &str) -> bool {
    let Some(package) = root.text("package.json").as_deref().and_then(super::literals::exported) else {
        return false;
    };
    ["dependencies", "devDependencies"].iter().any(|list| package.get(&[list, name]).is_some())
}
