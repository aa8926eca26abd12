//! Data files: those of a folder and those of one template, of which the nearer are stronger.

use super::settings;
use crate::model::SourceLines;
use crate::site::code;
use crate::site::fields;
use crate::site::front_matter::{Entry, Front, Syntax, Value};
use crate::site::inherit::{self, Inheritance, Inherited};
use crate::site::literals::Literal;
use crate::site::root::Root;

/// Behind the name of a folder or a template, the strongest first.
const ENDINGS: &[&str] =
    &["11tydata.js", "11tydata.mjs", "11tydata.cjs", "11tydata.ts", "11tydata.json", "json"];

/// What the data files give, and the tags in those of folders.
pub struct Data {
    pub inheritance: Inheritance,
    pub tags: Vec<String>,
}

/// Every data file below the input.
pub fn of(root: &Root, input: &str) -> Data {
    let mut data = Data { inheritance: Inheritance::default(), tags: Vec::new() };
    let mut found: Vec<((usize, bool, usize), String, Front)> = Vec::new();
    let mut files = root.files_below(input);
    files.retain(|file| !file.split('/').any(|name| name == "node_modules"));
    for file in &files {
        let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
        let ending = ENDINGS
            .iter()
            .enumerate()
            .find_map(|(rank, ending)| Some((rank, name.strip_suffix(ending)?.strip_suffix('.')?)));
        let Some((rank, stem)) = ending else { continue };
        let of_folder = folder.rsplit('/').next() == Some(stem);
        let of_template = || {
            super::EXTENSIONS
                .iter()
                .any(|ending| root.is_file(&settings::joined(folder, &format!("{stem}.{ending}"))))
        };
        if !of_folder && !of_template() {
            continue;
        }
        let Some(front) = front(root, file) else { continue };
        if of_folder {
            data.tags
                .extend(front.get(&["tags"]).map(|entry| fields::tags(&entry.value)).unwrap_or_default());
        }
        found.push(((folder.split('/').count(), !of_folder, ENDINGS.len() - rank), file.clone(), front));
    }
    found.sort_by_key(|(rank, ..)| *rank);
    for ((_, of_template, _), file, front) in found {
        let (folder, name) = file.rsplit_once('/').unwrap_or(("", &file));
        if of_template {
            let stem = name.split(".11tydata.").next().unwrap_or(name);
            let stem = settings::joined(folder, stem.strip_suffix(".json").unwrap_or(stem));
            let reaches = move |path: &str| path.rsplit_once('.').is_some_and(|(path, _)| path == stem);
            data.inheritance.add(Inherited { file: file.as_str().into(), front, reaches: Box::new(reaches) });
        } else {
            data.inheritance.add(Inherited::below(&file, folder, front));
        }
    }
    data
}

/// The data of a file by its path without extension.
pub fn file(root: &Root, stem: &str) -> Option<Value> {
    let endings = ["json", "js", "mjs", "cjs", "ts", "yaml", "yml", "toml"];
    endings.iter().map(|ending| format!("{stem}.{ending}")).filter(|file| root.is_file(file)).find_map(
        |file| {
            let front = front(root, &file)?;
            Some(Value::Map(front.entries.into_iter().map(|entry| (entry.key, entry.value)).collect()))
        },
    )
}

fn front(root: &Root, file: &str) -> Option<Front> {
    let syntax = match file.rsplit('.').next()? {
        "json" => Syntax::Json,
        "yaml" | "yml" => Syntax::Yaml,
        "toml" => Syntax::Toml,
        _ => return literal(root, file),
    };
    inherit::data(root, file, syntax, &mut Vec::new())
}

/// The object that a module exports; where it exports several things by name, those.
fn literal(root: &Root, file: &str) -> Option<Front> {
    let text = root.text(file)?;
    let whole = text.contains("export default") || text.contains("exports =") || !text.contains("export ");
    let exported = if whole { code::exported(root, file)? } else { code::constants(root, file)? };
    let Literal::Object(entries) = &exported else { return None };
    let entries = entries.iter().map(|(key, literal, at)| Entry {
        key: key.clone(),
        value: settings::value(literal),
        line: at.line,
        column: at.column,
        width: 1,
    });
    Some(Front { entries: entries.collect(), lines: SourceLines::of(&text, 1) })
}
