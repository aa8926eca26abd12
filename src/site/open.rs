//! Finds the site in a directory: the directory itself, or one below it where several projects are kept together.

use super::candidates;
use super::config::FILE;
use super::frameworks::{self, Framework, named};
use super::{Config, Root, apply, configure, detect};
use crate::diag::{Diagnostic, Warned};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Folders in which people keep the site of a project.
const LIKELY: &[&str] = &[
    "website",
    "site",
    "blog",
    "www",
    "web",
    "docs",
    "doc",
    "app",
    "frontend",
    "client",
    "homepage",
    "exampleSite",
];
/// Folders of several projects.
const GATHERINGS: &[&str] = &["apps", "packages", "sites", "projects"];
/// Folders that hold copies, templates and examples, and no site of their own.
const LEFT_OUT: &[&str] = &[
    "node_modules",
    "vendor",
    "target",
    "dist",
    "build",
    "public",
    "static",
    "test",
    "tests",
    "fixtures",
    "examples",
    "example",
    "templates",
    "themes",
    "scaffolds",
    "archetypes",
];
/// So many folders are looked into.
const LIMIT: usize = 500;

/// A site that was found.
pub struct Opened {
    pub root: Root,
    pub config: Config,
    pub framework: &'static Framework,
    /// The file that shows the framework, relative to the site; empty where none does.
    pub shown_by: String,
}

/// Opens a directory. Where it shows no framework and has no settings, the one site below it is taken, at most two levels down.
pub fn open(directory: impl Into<PathBuf>) -> Warned<Opened> {
    let mut said = Vec::new();
    let given = Root::new(directory);
    let config = configure(&given).tell(&mut said);
    let (framework, shown_by) = match config.framework.as_deref().and_then(named) {
        Some(framework) => (framework, FILE.to_owned()),
        None => detect(&given),
    };
    let here = given.is_file(FILE) || !frameworks::is_any(framework) && has_posts(&given, framework);
    let below = if here { Vec::new() } else { sites_below(&given) };
    let value = match below.as_slice() {
        [] => Opened { root: given, config, framework, shown_by },
        [(folder, framework, shown_by)] => {
            let root = given.below(folder);
            let config = configure(&root).tell(&mut said);
            let named = config.framework.as_deref().and_then(named);
            Opened { root, config, framework: named.unwrap_or(framework), shown_by: shown_by.clone() }
        }
        [(first, ..), ..] => {
            let all: Vec<String> = below
                .iter()
                .map(|(folder, framework, _)| format!("`{folder}` ({})", framework.title))
                .collect();
            said.push(
                Diagnostic::error(
                    "site-ambiguous",
                    format!("there are several sites here: {}", all.join(", ")),
                )
                .hint(format!("name one, as in `syndicard list {first}`"))
                .stopping(),
            );
            Opened { root: given, config, framework, shown_by }
        }
    };
    Warned { value, diagnostics: said }
}

type Found = (String, &'static Framework, String);

/// The sites in folders below, those in likely folders before any others.
fn sites_below(given: &Root) -> Vec<Found> {
    let mut likely: Vec<String> = LIKELY.iter().map(|name| (*name).to_owned()).collect();
    for gathering in GATHERINGS {
        likely.extend(given.folders(gathering).into_iter().map(|name| format!("{gathering}/{name}")));
    }
    let mut looked: BTreeSet<String> = BTreeSet::new();
    let found = sites(given, likely, &mut looked);
    if !found.is_empty() {
        return found;
    }
    let inside = |parent: &str| {
        let open = |name: &String| !name.starts_with(['.', '_']) && !LEFT_OUT.contains(&name.as_str());
        let path = |name: String| if parent.is_empty() { name } else { format!("{parent}/{name}") };
        given.folders(parent).into_iter().filter(open).map(path).collect::<Vec<String>>()
    };
    let first = inside("");
    let found = sites(given, first.clone(), &mut looked);
    if !found.is_empty() {
        return found;
    }
    sites(given, first.iter().flat_map(|folder| inside(folder)).collect(), &mut looked)
}

fn sites(given: &Root, folders: Vec<String>, looked: &mut BTreeSet<String>) -> Vec<Found> {
    let mut found = Vec::new();
    for folder in folders {
        if looked.len() >= LIMIT || !given.is_dir(&folder) || !looked.insert(folder.clone()) {
            continue;
        }
        let root = given.below(&folder);
        let (framework, shown_by) = detect(&root);
        if !frameworks::is_any(framework) && has_posts(&root, framework) {
            found.push((folder, framework, shown_by));
        }
    }
    found
}

/// Whether there is a file that may be a post.
fn has_posts(root: &Root, framework: &Framework) -> bool {
    let config = configure(root).value;
    let mut survey = (framework.survey)(root, &mut Vec::new());
    apply(&config, &mut survey);
    candidates::any(root, &survey, &config.posts)
}
