//! The configuration: one file in the root, and the files of `config/_default` and `config/production`.

use crate::diag::Diagnostic;
use crate::site::fields;
use crate::site::front_matter::{Front, Syntax, Value};
use crate::site::inherit;
use crate::site::root::Root;

const ENDINGS: &[&str] = &["toml", "yaml", "yml", "json"];
/// The folders that are merged over the file in the root, in this order.
const FOLDERS: &[&str] = &["config/_default", "config/production"];
/// Keys that Hugo has and no other generator with a `config.toml` or `config.yaml`.
const OWN_KEYS: &[&str] = &[
    "baseURL",
    "languageCode",
    "contentDir",
    "publishDir",
    "defaultContentLanguage",
    "permalinks",
    "paginate",
    "enableRobotsTXT",
    "markup",
    "pygmentsCodeFences",
];

/// The whole configuration in one tree.
#[derive(Debug, Default)]
pub struct Config {
    tree: Vec<(String, Value)>,
    /// Each file with its text, for telling where a value stands.
    files: Vec<(String, String)>,
}

/// The file that shows the site to be Hugo's.
pub fn detect(root: &Root) -> Option<String> {
    let sure = ENDINGS.iter().map(|ending| format!("hugo.{ending}")).find(|file| root.is_file(file));
    sure.or_else(|| {
        let files = FOLDERS.iter().flat_map(|folder| root.files(folder, ENDINGS));
        files.into_iter().find(|file| {
            let name = file.rsplit('/').next().unwrap_or_default();
            ["hugo.", "config.", "params.", "languages.", "menus."]
                .iter()
                .any(|start| name.starts_with(start))
        })
    })
    .or_else(|| {
        let file = ENDINGS.iter().map(|ending| format!("config.{ending}")).find(|file| root.is_file(file))?;
        let front = inherit::data(root, &file, syntax(&file)?, &mut Vec::new())?;
        let shown = OWN_KEYS.iter().any(|key| front.get(&[key]).is_some());
        (shown && front.get(&["base_url"]).is_none()).then_some(file)
    })
}

/// Reads and merges all of it; keys have no case.
pub fn read(root: &Root, said: &mut Vec<Diagnostic>) -> Config {
    let mut config = Config::default();
    let names = ["hugo", "config"]
        .iter()
        .flat_map(|name| ENDINGS.iter().map(move |ending| format!("{name}.{ending}")));
    if let Some(file) = names.into_iter().find(|file| root.is_file(file)) {
        config.add(root, &file, &[], said);
    }
    for folder in FOLDERS {
        for file in root.files_below(folder) {
            if let Some(place) = place_of(&file) {
                let place: Vec<&str> = place.iter().map(String::as_str).collect();
                config.add(root, &file, &place, said);
            }
        }
    }
    config
}

/// Where a file's content stands in the tree: `params.toml`, `params.fr.toml`, `languages.toml`, `hugo.toml`.
fn place_of(file: &str) -> Option<Vec<String>> {
    syntax(file)?;
    let name = file.rsplit('/').next()?.rsplit_once('.')?.0.to_lowercase();
    Some(match name.split_once('.') {
        None if name == "hugo" || name == "config" => Vec::new(),
        None => vec![name],
        Some((name, language)) => {
            let mut place = vec!["languages".to_owned(), language.to_owned()];
            if matches!(name, "params" | "menu" | "menus") {
                place.push(name.to_owned());
            }
            place
        }
    })
}

fn syntax(file: &str) -> Option<Syntax> {
    match file.rsplit('.').next()? {
        "toml" => Some(Syntax::Toml),
        "yaml" | "yml" => Some(Syntax::Yaml),
        "json" => Some(Syntax::Json),
        _ => None,
    }
}

impl Config {
    fn add(&mut self, root: &Root, file: &str, place: &[&str], said: &mut Vec<Diagnostic>) {
        let Some(syntax) = syntax(file) else { return };
        let Some(front) = inherit::data(root, file, syntax, said) else { return };
        let pairs = pairs(&front);
        let nested =
            place.iter().rev().fold(pairs, |pairs, key| vec![((*key).to_owned(), Value::Map(pairs))]);
        merge(&mut self.tree, nested);
        self.files.extend(root.text(file).map(|text| (file.to_owned(), text)));
    }

    /// The value under these keys, each one a step further in.
    pub fn get(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        let (_, value) = self.tree.iter().find(|(key, _)| key.eq_ignore_ascii_case(first))?;
        rest.iter().try_fold(value, |value, key| value.get(&[key])).filter(|value| **value != Value::Null)
    }

    /// A text that is not empty.
    pub fn text(&self, path: &[&str]) -> Option<String> {
        self.get(path)?.text().map(fields::fold).filter(|text| !text.is_empty())
    }

    pub fn is_true(&self, path: &[&str]) -> bool {
        self.text(path).is_some_and(|text| text.eq_ignore_ascii_case("true"))
    }

    /// The pairs of a map, in order; none where there is no map.
    pub fn pairs(&self, path: &[&str]) -> &[(String, Value)] {
        match self.get(path) {
            Some(Value::Map(pairs)) => pairs,
            _ => &[],
        }
    }

    /// The file and the line, with its text, in which something is written.
    pub fn place(&self, written: &str) -> Option<(String, u32, String)> {
        self.files.iter().rev().find_map(|(file, text)| {
            let (line, text) = text.lines().enumerate().find(|(_, line)| line.contains(written))?;
            Some((file.clone(), u32::try_from(line + 1).ok()?, text.to_owned()))
        })
    }

    #[cfg(test)]
    pub fn of(toml: &str) -> Self {
        use crate::site::front_matter::{self, Fenced};
        let fenced = Fenced { syntax: Syntax::Toml, text: toml, first_line: 1, body: "" };
        let front = front_matter::read(&fenced, &mut Vec::new()).unwrap();
        Self { tree: pairs(&front), files: vec![("hugo.toml".to_owned(), toml.to_owned())] }
    }
}

fn pairs(front: &Front) -> Vec<(String, Value)> {
    front.entries.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

/// Lays pairs over others; maps under the same key are merged.
fn merge(base: &mut Vec<(String, Value)>, over: Vec<(String, Value)>) {
    for (key, value) in over {
        match (base.iter_mut().find(|(old, _)| old.eq_ignore_ascii_case(&key)), value) {
            (Some((_, Value::Map(old))), Value::Map(new)) => merge(old, new),
            (Some((_, old)), value) => *old = value,
            (None, value) => base.push((key, value)),
        }
    }
}
