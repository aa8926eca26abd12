//! `syndicard list --explain`.

use super::args::{List, ListFormat};
use super::{DONE, MISUSE, json, say};
use std::path::Path;
use syndicard::model::{Explained, Explanation};
use syndicard::pipeline;
use syndicard::plan::Plan;

pub fn run(args: &List, plan: &Plan, file: &Path) -> u8 {
    match pipeline::explain(plan, &inside(&args.site.site, file)) {
        Err(wrong) => {
            say::misuse(&wrong);
            MISUSE
        }
        Ok(explanation) => {
            match args.format {
                ListFormat::Json => say::line(&json::explanation(&explanation)),
                ListFormat::Table => table(&explanation),
            }
            DONE
        }
    }
}

/// The path below the site, with `/`, of a file that is named from there or from here.
fn inside(site: &Path, file: &Path) -> String {
    let below = file.strip_prefix(site).ok().filter(|_| !site.join(file).exists());
    let parts = below.unwrap_or(file).components();
    let parts = parts.filter(|part| !matches!(part, std::path::Component::CurDir));
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn table(explanation: &Explanation) {
    say::line(&explanation.path);
    if let Some(reason) = &explanation.excluded {
        say::line(&format!("left out: {}", say::visible(reason)));
    }
    say::line("");
    for fact in &explanation.facts {
        say::line(&row(fact));
    }
    say::diagnostics(&explanation.diagnostics);
}

fn row(fact: &Explained) -> String {
    let value = if fact.value.is_empty() { "none" } else { &fact.value };
    let place = fact.origin.as_ref().map(|origin| {
        let text = origin.text.trim();
        let text = if text.is_empty() { String::new() } else { format!(": {text}") };
        format!(", {}:{}{text}", origin.file, origin.line)
    });
    let why = format!("{}{}", fact.rule, place.unwrap_or_default());
    format!("{:10} {}\n{:10} {}", fact.name, say::visible(value), "", say::visible(&why))
}
