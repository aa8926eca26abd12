//! Patterns of paths, as frameworks write them: `*`, `**`, `?`, `[a-z]` and `{a,b}`.

/// A pattern longer than this, or with more choices, is no one's.
const LIMIT_CHARS: usize = 1_000;
const LIMIT_CHOICES: usize = 64;

/// Whether the pattern is the whole path; `*` and `?` do not pass over `/`, `**` does.
pub fn matches(pattern: &str, path: &str) -> bool {
    if pattern.chars().nth(LIMIT_CHARS).is_some() {
        return false;
    }
    let path: Vec<char> = path.chars().collect();
    choices(pattern).iter().any(|choice| {
        let choice: Vec<char> = choice.chars().collect();
        fits(&choice, &path)
    })
}

/// The patterns that braces stand for, each without braces.
fn choices(pattern: &str) -> Vec<String> {
    let mut open = vec![pattern.to_owned()];
    let mut plain = Vec::new();
    while let Some(pattern) = open.pop() {
        let Some((before, inside, after)) =
            braces(&pattern).filter(|_| open.len() + plain.len() < LIMIT_CHOICES)
        else {
            plain.push(pattern);
            continue;
        };
        open.extend(alternatives(inside).into_iter().map(|choice| format!("{before}{choice}{after}")));
    }
    plain
}

/// What stands before, in and after the first pair of braces.
fn braces(pattern: &str) -> Option<(&str, &str, &str)> {
    let start = pattern.find('{')?;
    let mut depth = 0_usize;
    for (at, c) in pattern.char_indices().skip_while(|(at, _)| *at < start) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((pattern.get(..start)?, pattern.get(start + 1..at)?, pattern.get(at + 1..)?));
        }
    }
    None
}

/// The choices between braces, at the commas of their own level.
fn alternatives(inside: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_i32, 0, Vec::new());
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(inside.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(inside.get(start..).unwrap_or_default());
    found
}

/// Each step of the pattern keeps the set of places in the path that it can have reached, so that no pattern takes long.
fn fits(pattern: &[char], path: &[char]) -> bool {
    let mut reached = vec![false; path.len() + 1];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    let mut rest = pattern;
    while let Some((&head, tail)) = rest.split_first() {
        match (head, tail) {
            ('*', ['*', '/', after @ ..]) => {
                // No folder, or any number of whole ones.
                let mut open = false;
                for at in 0..reached.len() {
                    let here = reached.get(at).copied().unwrap_or(false);
                    let behind_slash = at > 0 && path.get(at - 1) == Some(&'/');
                    if let Some(place) = reached.get_mut(at) {
                        *place = here || open && behind_slash;
                    }
                    open |= here;
                }
                rest = after;
            }
            ('*', ['*', after @ ..]) => {
                spread(&mut reached, |_| true, path);
                rest = after;
            }
            ('*', after) => {
                spread(&mut reached, |c| c != '/', path);
                rest = after;
            }
            ('[', after) if after.contains(&']') => {
                let end = after.iter().position(|c| *c == ']').unwrap_or(0);
                let (class, after) = after.split_at(end);
                step(&mut reached, |c| in_class(class, c), path);
                rest = after.split_first().map_or(after, |(_, after)| after);
            }
            ('?', after) => {
                step(&mut reached, |c| c != '/', path);
                rest = after;
            }
            ('\\', [literal, after @ ..]) => {
                step(&mut reached, |c| c == *literal, path);
                rest = after;
            }
            (literal, after) => {
                step(&mut reached, |c| c == literal, path);
                rest = after;
            }
        }
    }
    reached.last() == Some(&true)
}

/// One character of the path that is allowed.
fn step(reached: &mut Vec<bool>, allowed: impl Fn(char) -> bool, path: &[char]) {
    let moved = reached.iter().zip(path).map(|(here, c)| *here && allowed(*c));
    *reached = std::iter::once(false).chain(moved).collect();
}

/// Any number of characters that are allowed.
fn spread(reached: &mut [bool], allowed: impl Fn(char) -> bool, path: &[char]) {
    let mut open = false;
    let before = std::iter::once(None).chain(path.iter().copied().map(Some));
    for (place, c) in reached.iter_mut().zip(before) {
        open = *place || open && c.is_some_and(&allowed);
        *place = open;
    }
}

fn in_class(class: &[char], c: char) -> bool {
    let (negated, class) = match class {
        ['!' | '^', rest @ ..] => (true, rest),
        other => (false, other),
    };
    let mut rest = class;
    let mut found = false;
    loop {
        match rest {
            [low, '-', high, after @ ..] => {
                found |= (*low..=*high).contains(&c);
                rest = after;
            }
            [one, after @ ..] => {
                found |= *one == c;
                rest = after;
            }
            [] => return found != negated && c != '/',
        }
    }
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
        assert!(matches("a{b", "a{b"));
    }

    #[test]
    fn classes_and_single_characters_match_one_character() {
        assert!(matches("20[0-9]?/[!a]", "2015/b"));
        assert!(!matches("20[0-9]?/[!a]", "2015/a"));
    }

    #[test]
    fn a_hostile_pattern_takes_no_time() {
        let pattern = "*a".repeat(300) + &"{a,b}".repeat(40);
        assert!(!matches(&pattern, &"a".repeat(200)));
        assert!(!matches(&"*".repeat(100_000), "a"));
    }
}
