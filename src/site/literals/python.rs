//! Reads the literals in a Python file without running it.

mod calls;
mod formats;
mod operators;
mod statements;
mod strings;
#[cfg(test)]
mod tests;
mod tokens;
mod tree;
mod values;

use super::imports::{LIMIT_FILES, moved};
use super::{Imported, Literal, Open, bounded};
use statements::Statements;

/// How many files may stand between a value and the file that wants it.
const LIMIT_STEPS: usize = 3;

/// As [`constants_with`], for a file that stands alone.
#[cfg(test)]
pub fn constants(source: &str) -> Literal {
    constants_with("", source, &mut |_, _| None)
}

/// Every name that is given a value outside of all blocks, with its last one: an object, for files
/// such as `pelicanconf.py`. Tuples and sets are lists. What stands in an `if` or a `try` is not
/// read; a variable of the environment counts as missing.
///
/// What the file, at `path`, takes from others by `from name import …` is read too: `open` is given the path of the file with the import and the name as written, `pelicanconf` or
/// `.base`. A value that comes from another file has the place of the import in this one.
pub fn constants_with(path: &str, source: &str, open: &mut Open<'_>) -> Literal {
    let mut left = LIMIT_FILES;
    follow(vec![path.to_owned()], source, &mut bounded(&mut left, open))
}

fn follow(chain: Vec<String>, source: &str, open: &mut Open<'_>) -> Literal {
    Statements::read(source, &mut |name| {
        if chain.len() > LIMIT_STEPS {
            return None;
        }
        let Imported { path, text } = open(chain.last()?, name)?;
        if chain.contains(&path) {
            return None;
        }
        let mut chain = chain.clone();
        chain.push(path);
        Some(follow(chain, &text, open))
    })
}
