//! Explains one file of a site.

use super::shown;
use crate::model::{Depth, Explanation};
use crate::plan::Plan;
use crate::{resolve, site, store};

/// Why a file is left out, or where everything in its post comes from. `path` counts from the directory that was asked for.
///
/// # Errors
/// What is wrong with the question.
pub fn explain(plan: &Plan, path: &str) -> Result<Explanation, String> {
    if let Some(stop) = plan.diagnostics.iter().find(|diagnostic| diagnostic.stops) {
        return Err(stop.message.clone());
    }
    let prefix = plan.root.prefix();
    let inside = path.strip_prefix(prefix).unwrap_or(path);
    let mut said = Vec::new();
    let source = super::read(plan, Depth::Bodies, &super::remembered(plan), None, &mut said);
    let is_known = source.posts.iter().any(|post| post.path == inside)
        || source.excluded.iter().any(|file| file.path == inside)
        || site::is_file(&plan.root, inside);
    if !is_known {
        return Err(format!("`{path}` is no file of the site"));
    }
    let ledger = store::read_ledger(&plan.root.path("")).map(|read| read.value).unwrap_or_default();
    let mut explanation = resolve::explain(source, inside, &plan.shown_by, &ledger, plan.now);
    said.retain(|diagnostic| diagnostic.path.as_deref() == Some(inside));
    explanation.diagnostics.extend(said);
    shown::from_above(&mut explanation.diagnostics, prefix, None);
    for origin in explanation.facts.iter_mut().filter_map(|fact| fact.origin.as_mut()) {
        if origin.text.is_empty() {
            let file = origin.file.strip_prefix(prefix).unwrap_or(&origin.file);
            origin.text = site::line(&plan.root, file, origin.line).unwrap_or_default();
        }
    }
    Ok(explanation)
}
