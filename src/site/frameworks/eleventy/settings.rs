//! What the configuration's code says in so many words: folders, what is copied, which files make a collection.

use crate::site::code;
use crate::site::literals::Literal;
use crate::site::root::Root;

pub const FILES: &[&str] = &[
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
    ".eleventy.js",
    ".eleventy.mjs",
    ".eleventy.cjs",
];

/// Read from the code without running it.
#[derive(Debug, Default)]
pub struct Settings {
    /// The folder of templates, relative to the site; empty for the site itself.
    pub input: String,
    /// The folder of global data, relative to the site.
    pub data: String,
    folders: Vec<String>,
    pub prefix: String,
    /// What is copied as it is, and where to: both without slashes at their ends.
    pub copied: Vec<(String, String)>,
    pub collections: Vec<Gathered>,
    /// Whether the code compares dates with the present.
    pub holds_future: bool,
}

/// A collection that the code gathers.
#[derive(Debug, Default)]
pub struct Gathered {
    pub name: String,
    pub globs: Vec<String>,
    pub tags: Vec<String>,
}

pub fn read(root: &Root) -> Settings {
    let Some((file, text)) = FILES.iter().find_map(|file| Some((*file, root.text(file)?))) else {
        let input = from_script(root).unwrap_or_default();
        return Settings { data: joined(&input, "_data"), input, ..Settings::default() };
    };
    let returned = code::exported(root, file);
    let constants = code::constants(root, file);
    let say = |path: &[&str]| {
        let own = returned.as_ref().and_then(|value| value.get(path)?.text());
        let named = || constants.as_ref()?.get(&["config"])?.get(path)?.text();
        own.or_else(named).map(str::to_owned)
    };
    let set =
        |method: &str| calls(&text, method).first().and_then(|inside| quoted(inside).into_iter().next());
    let input = set("setInputDirectory")
        .or_else(|| say(&["dir", "input"]))
        .or_else(|| from_script(root))
        .or_else(|| after(&text, "input"));
    let input = joined("", &input.unwrap_or_default());
    let folder = |method: &str, key: &str, usual: &str| {
        let named = set(method).or_else(|| say(&["dir", key])).or_else(|| after(&text, key));
        joined(&input, named.as_deref().unwrap_or(usual))
    };
    let mut folders = vec![
        folder("setIncludesDirectory", "includes", "_includes"),
        folder("setDataDirectory", "data", "_data"),
    ];
    folders.extend(say(&["dir", "layouts"]).map(|layouts| joined(&input, &layouts)));
    folders.extend([
        joined("", &say(&["dir", "output"]).unwrap_or_else(|| "_site".to_owned())),
        "node_modules".to_owned(),
    ]);
    Settings {
        data: folders.get(1).cloned().unwrap_or_default(),
        prefix: say(&["pathPrefix"]).unwrap_or_default(),
        copied: copied(&text, &input),
        collections: collections(&text),
        holds_future: [
            "<= now",
            "< now",
            "<= new Date()",
            "< new Date()",
            "<= Date.now()",
            "> now",
            "> Date.now()",
        ]
        .iter()
        .any(|words| text.contains(words)),
        folders,
        input,
    }
}

impl Settings {
    /// Folders below the input that hold no templates of pages, by their paths below it.
    pub fn left_out(&self) -> Vec<String> {
        let below = |folder: &String| {
            let inside = if self.input.is_empty() {
                Some(folder.as_str())
            } else {
                folder.strip_prefix(&self.input)?.strip_prefix('/')
            };
            inside.filter(|inside| !inside.is_empty()).map(str::to_owned)
        };
        self.folders.iter().filter_map(below).collect()
    }
}

/// `eleventy --input=src` in `package.json`.
fn from_script(root: &Root) -> Option<String> {
    let text = root.text("package.json")?;
    let rest = text.split_once("eleventy --input").map(|(_, rest)| rest)?;
    let rest = rest.trim_start_matches(['=', ' ']);
    let end = rest.find([' ', '"', '\\'])?;
    rest.get(..end).map(|folder| joined("", folder)).filter(|folder| !folder.is_empty())
}

/// The text behind `key:`, where it stands in the code as such.
fn after(text: &str, key: &str) -> Option<String> {
    let pattern = format!("{key}:");
    text.match_indices(&pattern).find_map(|(at, _)| {
        let before = text.get(..at)?.chars().next_back();
        let rest = text.get(at + pattern.len()..)?.trim_start();
        let starts = before.is_none_or(|c| c.is_whitespace() || matches!(c, '{' | ','));
        (starts && rest.starts_with(['"', '\''])).then(|| quoted(rest).into_iter().next()).flatten()
    })
}

fn copied(text: &str, input: &str) -> Vec<(String, String)> {
    let mut copied = Vec::new();
    for inside in calls(text, "addPassthroughCopy") {
        let texts = quoted(inside);
        if inside.trim_start().starts_with('{') {
            for pair in texts.chunks(2) {
                if let [from, to] = pair {
                    let (from, to) = (folder(from), folder(to));
                    // A few files that go to the root are not the folder that is served there.
                    if !to.is_empty() || !pair.iter().any(|path| path.contains('*')) {
                        copied.push((from, to));
                    }
                }
            }
        } else if let Some(from) = texts.first() {
            // The path below the input is that below the root.
            let from = folder(from);
            let to = from.strip_prefix(input).unwrap_or(&from).trim_matches('/').to_owned();
            copied.push((from, to));
        }
    }
    copied.retain(|(from, _)| !from.is_empty());
    copied
}

/// A folder, where stars stand for all in it.
fn folder(path: &str) -> String {
    let plain = path.split('*').next().unwrap_or(path);
    joined("", plain)
}

fn collections(text: &str) -> Vec<Gathered> {
    let gathered = calls(text, "addCollection").into_iter().filter_map(|inside| {
        let name = quoted(inside).into_iter().next()?;
        let all =
            |method: &str| -> Vec<String> { calls(inside, method).into_iter().flat_map(quoted).collect() };
        let globs = all("getFilteredByGlob").iter().map(|glob| plain_glob(glob)).collect();
        Some(Gathered { name, globs, tags: all("getFilteredByTag") })
    });
    gathered.collect()
}

/// A glob relative to the site; what code puts into it may be anything.
fn plain_glob(glob: &str) -> String {
    let (mark, glob) = glob.strip_prefix('!').map_or(("", glob), |rest| ("!", rest));
    let mut plain = String::new();
    let mut rest = glob.trim_start_matches("./").trim_start_matches('/');
    while let Some((before, after)) = rest.split_once("${") {
        plain.push_str(before);
        plain.push_str("**");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    format!("{mark}{plain}{rest}")
}

/// What stands between the parentheses of each call of a method.
pub fn calls<'a>(text: &'a str, method: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(method) {
        let Some(rest) = text.get(at + method.len()..) else { continue };
        let Some(inside) = rest.strip_prefix('(') else { continue };
        let line = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        if line.trim_start().starts_with("//") {
            continue;
        }
        let (mut depth, mut quote) = (1_usize, None);
        let mut escaped = false;
        for (end, c) in inside.char_indices() {
            match (quote, c) {
                _ if escaped => escaped = false,
                (Some(_), '\\') => escaped = true,
                (Some(open), c) if open == c => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'' | '`') => quote = Some(c),
                (None, '(') => depth += 1,
                (None, ')') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                found.extend(inside.get(..end));
                break;
            }
        }
    }
    found
}

/// The texts that stand in quotes, in order.
pub fn quoted(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['"', '\'', '`']) {
        let Some(quote) = rest.get(start..).and_then(|rest| rest.chars().next()) else { break };
        let inside = rest.get(start + 1..).unwrap_or_default();
        let Some((inner, after)) = inside.split_once(quote) else { break };
        found.push(inner.to_owned());
        rest = after;
    }
    found
}

/// A path below a folder, in which `..` climbs.
pub fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What code wrote out, as data.
pub fn value(literal: &Literal) -> crate::site::front_matter::Value {
    use crate::site::front_matter::Value;
    match literal {
        Literal::Text(text) | Literal::Number(text) => Value::Text(text.clone()),
        Literal::Bool(flag) => Value::Text(flag.to_string()),
        Literal::Null => Value::Null,
        Literal::List(items) => Value::List(items.iter().map(value).collect()),
        Literal::Object(entries) => {
            Value::Map(entries.iter().map(|(key, literal, _)| (key.clone(), value(literal))).collect())
        }
        // An empty map stands for what only running the code would tell.
        Literal::Unknown => Value::Map(Vec::new()),
    }
}
