//! Patterns of paths, as frameworks write them: `*`, `**`, `?`, `[a-z]` and `{a,b}`.

use globset::GlobBuilder;

/// Whether the pattern is the whole path; `*` and `?` do not pass over `/`, `**` does. A pattern that is none fits nothing.
pub fn matches(pattern: &str, path: &str) -> bool {
    let glob = GlobBuilder::new(pattern).literal_separator(true).backslash_escape(true).build();
    glob.is_ok_and(|glob| glob.compile_matcher().is_match(path))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn one_star_stays_in_a_folder_and_two_go_through() {
        assert!(matches("/posts/*.md", "/posts/a.md"));
        assert!(!matches("/posts/*.md", "/posts/a/b.md"));
        assert!(matches("/posts/**", "/posts/a/b.md"));
        assert!(!matches("/posts/**", "/notes/a"));
        assert!(matches("**/a.md", "a.md") && matches("**/a.md", "x/y/a.md"));
        assert!(!matches("**/a.md", "xa.md"));
    }

    #[test]
    fn braces_are_choices_and_may_nest() {
        for path in ["/a", "/b/x", "/b/y"] {
            assert!(matches("/{a,b/{x,y}}", path), "{path}");
        }
        assert!(!matches("/{a,b/{x,y}}", "/b/z"));
        assert!(!matches("a{b", "a{b"), "braces that do not close are no pattern");
    }

    #[test]
    fn classes_and_single_characters_match_one_character() {
        assert!(matches("20[0-9]?/[!a]", "2015/b"));
        assert!(!matches("20[0-9]?/[!a]", "2015/a"));
    }

    #[test]
    fn a_hostile_pattern_takes_no_time() {
        let pattern = "*a".repeat(2_000) + &"{a,b}".repeat(40);
        assert!(!matches(&pattern, &"a".repeat(1_000)));
    }
}
