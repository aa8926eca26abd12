//! Chooses files by patterns such as `**/*.{md,mdx}`.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Which paths are wanted: all where no pattern says so.
#[derive(Debug, Default)]
pub struct Patterns {
    wanted: Option<GlobSet>,
    unwanted: GlobSet,
}

impl Patterns {
    /// `["**/*.md", "!drafts/**"]`: what one matches, without what one with an exclamation mark matches. A pattern that is none is passed over.
    pub fn of(patterns: &[&str]) -> Self {
        let (mut wanted, mut unwanted) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        let mut has_wanted = false;
        for pattern in patterns {
            let is_wanted = !pattern.starts_with('!');
            let pattern = pattern.trim_start_matches('!').trim_start_matches("./");
            let Ok(glob) = GlobBuilder::new(pattern).literal_separator(true).build() else { continue };
            if is_wanted {
                has_wanted = true;
                wanted.add(glob);
            } else {
                unwanted.add(glob);
            }
        }
        let wanted = if has_wanted { wanted.build().ok() } else { None };
        Self { wanted, unwanted: unwanted.build().unwrap_or_default() }
    }

    pub fn accepts(&self, path: &str) -> bool {
        !self.unwanted.is_match(path) && self.wanted.as_ref().is_none_or(|wanted| wanted.is_match(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_mean_what_they_mean_in_javascript() {
        let patterns = Patterns::of(&["**/[^_]*.{md,mdx}", "!drafts/**"]);
        assert!(patterns.accepts("a.md") && patterns.accepts("b/c/d.mdx"));
        assert!(
            !patterns.accepts("_a.md") && !patterns.accepts("drafts/x/a.md") && !patterns.accepts("a.txt")
        );
        assert!(Patterns::of(&["*.md"]).accepts("a.md") && !Patterns::of(&["*.md"]).accepts("b/a.md"));
        assert!(Patterns::of(&[]).accepts("anything"));
    }
}
