//! `rewrites` of a configuration: pages that are published at another path than their files'.

use crate::site::literals::Literal;

/// `packages/:pkg/src/:slug*` → `:pkg/:slug*`, the first that fits.
#[derive(Clone, Debug, Default)]
pub struct Rewrites(Vec<(String, String)>);

impl Rewrites {
    pub fn of(config: &Literal) -> Self {
        let Some(Literal::Object(entries)) = config.get(&["rewrites"]) else { return Self::default() };
        let pairs = entries.iter().filter_map(|(from, to, _)| Some((from.clone(), to.text()?.to_owned())));
        Self(pairs.collect())
    }

    /// The path of a page, with its extension, after the first rule that fits it.
    pub fn apply(&self, path: &str) -> Option<String> {
        let parts: Vec<&str> = path.split('/').collect();
        self.0.iter().find_map(|(from, to)| {
            let pattern: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
            let found = captures(&pattern, &parts)?;
            Some(filled(to, &found))
        })
    }
}

/// What stands for each name of a pattern; nothing where it does not fit.
fn captures<'a>(pattern: &[&'a str], parts: &[&str]) -> Option<Vec<(&'a str, String)>> {
    let Some((first, rest)) = pattern.split_first() else { return parts.is_empty().then(Vec::new) };
    if let Some(name) = many(first) {
        // The longest run that lets the rest fit.
        return (0..=parts.len()).rev().find_map(|count| {
            let (run, after) = parts.split_at_checked(count)?;
            let mut found = captures(rest, after)?;
            found.push((name, run.join("/")));
            Some(found)
        });
    }
    let (part, after) = parts.split_first()?;
    let (name, value) = one(first, part)?;
    let mut found = captures(rest, after)?;
    found.extend(name.map(|name| (name, value)));
    Some(found)
}

/// The name in `:path*`, `:path+` or `:path(.*)`.
fn many(pattern: &str) -> Option<&str> {
    let name = pattern.strip_prefix(':')?;
    name.strip_suffix('*').or_else(|| name.strip_suffix('+')).or_else(|| name.strip_suffix("(.*)"))
}

/// `:name` within one part, with text before and behind it.
fn one<'a>(pattern: &'a str, part: &str) -> Option<(Option<&'a str>, String)> {
    let Some((before, after)) = pattern.split_once(':') else {
        return (pattern == part).then(|| (None, String::new()));
    };
    let end = after.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(after.len());
    let (name, behind) = after.split_at_checked(end)?;
    let behind = behind.strip_prefix("(.*)").unwrap_or(behind);
    let value = part.strip_prefix(before)?.strip_suffix(behind)?;
    (!value.is_empty()).then(|| (Some(name), value.to_owned()))
}

fn filled(target: &str, found: &[(&str, String)]) -> String {
    let mut path = String::new();
    let mut rest = target;
    while let Some((before, after)) = rest.split_once(':') {
        path.push_str(before);
        let end = after.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(after.len());
        let (name, tail) = after.split_at_checked(end).unwrap_or((after, ""));
        if let Some((_, value)) = found.iter().find(|(known, _)| *known == name) {
            path.push_str(value);
        }
        rest = tail.strip_prefix(['*', '+']).or_else(|| tail.strip_prefix("(.*)")).unwrap_or(tail);
    }
    path + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rule_that_fits_gives_the_path() {
        let rules =
            [("a/:name.md", "b/:name.md"), ("packages/:pkg/src/:slug*", ":pkg/:slug*"), ("x.md", "y/z.md")];
        let rules = Rewrites(rules.map(|(from, to)| (from.to_owned(), to.to_owned())).to_vec());
        let apply = |path: &str| rules.apply(path).unwrap_or_default();
        assert_eq!(apply("a/one.md"), "b/one.md");
        assert_eq!(apply("a/deep/one.md"), "");
        assert_eq!(apply("packages/core/src/guide/start.md"), "core/guide/start.md");
        assert_eq!(apply("x.md"), "y/z.md");
    }
}
