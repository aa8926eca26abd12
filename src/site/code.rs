//! Reads a site's JavaScript and TypeScript for literals, with the site's own files that it imports.

#[cfg(test)]
mod tests;

use super::cover::Asset;
use super::literals::{self, Imported, Literal};
use super::root::Root;

/// What stands for a whole file, mostly its configuration; see [`literals::exported`].
pub fn exported(root: &Root, file: &str) -> Option<Literal> {
    let text = root.text(file)?;
    let paths = Paths::of(root);
    literals::exported_with(file, &text, &mut |importer, name| paths.open(importer, name))
}

/// Every constant of a file by its name; see [`literals::constants`].
pub fn constants(root: &Root, file: &str) -> Option<Literal> {
    let text = root.text(file)?;
    let paths = Paths::of(root);
    Some(literals::constants_with(file, &text, &mut |importer, name| paths.open(importer, name)))
}

/// What an expression is worth among the constants of the file in which it stands; `text` is that file's code.
pub fn value(root: &Root, file: &str, text: &str, expression: &str) -> Literal {
    const NAME: &str = "__expression";
    let paths = Paths::of(root);
    let text = format!("{text}\n;const {NAME} = {expression};\n");
    let constants = literals::constants_with(file, &text, &mut |importer, name| paths.open(importer, name));
    constants.get(&[NAME]).cloned().unwrap_or(Literal::Unknown)
}

/// In the order in which bundlers try them.
const EXTENSIONS: &[&str] = &["ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx", "json", "json5", "jsonc"];

/// TypeScript is imported by the name that it has once it is compiled.
const COMPILED: &[(&str, &str)] = &[(".js", ".ts"), (".mjs", ".mts"), (".cjs", ".cts"), (".jsx", ".tsx")];

/// Names that frameworks know without being told, and the folders that they stand for: `@/` of
/// Next.js and Vue, `~/` of Nuxt and Remix, `~~/` and `@@/` of Nuxt, `$lib/` of SvelteKit, `/` of Vite.
const KNOWN: &[(&str, &[&str])] = &[
    ("@/", &["src/", ""]),
    ("~/", &["src/", "app/", ""]),
    ("~~/", &[""]),
    ("@@/", &[""]),
    ("@site/", &[""]),
    ("$lib/", &["src/lib/"]),
    ("/", &["", "public/"]),
];

/// Where the names of a site's imports lead.
pub struct Paths<'a> {
    root: &'a Root,
    /// `compilerOptions.paths`: what stands before and behind the star, and what it becomes. A name
    /// without a star stands before, with None behind.
    aliases: Vec<(String, Option<String>, String)>,
    /// `compilerOptions.baseUrl`.
    base: Option<String>,
}

impl<'a> Paths<'a> {
    pub fn of(root: &'a Root) -> Self {
        let mut paths = Self { root, aliases: Vec::new(), base: None };
        let text = ["tsconfig.json", "jsconfig.json"].iter().find_map(|file| root.text(file));
        let Some(settings) = text.as_deref().and_then(literals::exported) else { return paths };
        let base = settings.get(&["compilerOptions", "baseUrl"]).and_then(Literal::text);
        paths.base = base.and_then(|base| joined("", base));
        let Some(Literal::Object(aliases)) = settings.get(&["compilerOptions", "paths"]) else {
            return paths;
        };
        for (name, targets, _) in aliases {
            let Literal::List(targets) = targets else { continue };
            for target in targets.iter().filter_map(Literal::text) {
                let target = format!("{}/{target}", paths.base.as_deref().unwrap_or_default());
                let Some(target) = joined("", target.trim_start_matches('/')) else { continue };
                let (before, behind) = match name.split_once('*') {
                    Some((before, behind)) => (before, Some(behind.to_owned())),
                    None => (name.as_str(), None),
                };
                paths.aliases.push((before.to_owned(), behind, target));
            }
        }
        paths
    }

    /// The aliases that stand for a folder, for the paths of pictures.
    pub fn assets(&self) -> Vec<Asset> {
        let folders = self.aliases.iter().filter(|(_, behind, _)| behind.as_deref() == Some(""));
        let folders =
            folders.filter_map(|(before, _, target)| Some(Asset::new(before, target.strip_suffix('*')?)));
        folders.collect()
    }

    fn open(&self, importer: &str, name: &str) -> Option<Imported> {
        let path = self.find(importer, name)?;
        let text = self.root.text(&path)?;
        Some(Imported { path, text })
    }

    /// The file that `importer` means by `name`.
    pub fn find(&self, importer: &str, name: &str) -> Option<String> {
        let name = name.split(['?', '#']).next().filter(|name| !name.is_empty()).unwrap_or(name);
        if name.starts_with("./") || name.starts_with("../") || name == "." || name == ".." {
            let folder = importer.rsplit_once('/').map_or("", |(folder, _)| folder);
            return self.file(&joined(folder, name)?);
        }
        let by_alias = self.aliases.iter().filter_map(|(before, behind, target)| {
            let star = match behind {
                Some(behind) => name.strip_prefix(before.as_str())?.strip_suffix(behind.as_str())?,
                None => (name == before).then_some("")?,
            };
            joined("", &target.replacen('*', star, 1))
        });
        let by_base = self.base.iter().filter_map(|base| joined(base, name));
        let known = KNOWN.iter().filter_map(|(prefix, folders)| Some((name.strip_prefix(prefix)?, folders)));
        let by_habit =
            known.flat_map(|(rest, folders)| folders.iter().filter_map(move |folder| joined(folder, rest)));
        by_alias.chain(by_base).chain(by_habit).find_map(|path| self.file(&path))
    }

    /// The file at a path that may lack its extension, or the index of a folder.
    fn file(&self, path: &str) -> Option<String> {
        let is_code = path.rsplit_once('.').is_some_and(|(_, extension)| EXTENSIONS.contains(&extension));
        let exact = is_code.then(|| path.to_owned());
        let compiled =
            COMPILED.iter().filter_map(|(from, to)| Some(format!("{}{to}", path.strip_suffix(from)?)));
        let extended = EXTENSIONS.iter().map(|extension| format!("{path}.{extension}"));
        let index = EXTENSIONS.iter().map(|extension| format!("{path}/index.{extension}"));
        let mut candidates = exact.into_iter().chain(compiled).chain(extended).chain(index);
        candidates.find(|candidate| self.root.is_file(candidate))
    }
}

/// A path in a folder, without `.` and `..`; None where it leaves the site.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
