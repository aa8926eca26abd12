//! From a file to the text of a post.

use super::{Outcome, POST_LIMIT_BYTES, wrong};
use crate::diag::Diagnostic;
use crate::disk::{self, ReadError};
use crate::model::Stamp;
use crate::site::{Root, encoding, notebook};

/// The text of a file, and its stamp before it was read.
///
/// # Errors
/// What becomes of a file that cannot be read; why is said.
pub fn of(root: &Root, path: &str, said: &mut Vec<Diagnostic>) -> Result<(String, Option<Stamp>), Outcome> {
    let unreadable = || Outcome::Excluded("unreadable");
    let (bytes, stamp) = match disk::read_stamped(&root.path(path), POST_LIMIT_BYTES) {
        Ok((bytes, times)) => (bytes, times.map(Stamp::from)),
        Err(ReadError::NotAFile) => {
            said.push(
                Diagnostic::warning("not-a-file", "a directory has the name of a post")
                    .hint("rename it, so that nobody takes it for one"),
            );
            return Err(Outcome::Excluded("not a file"));
        }
        Err(error) => {
            said.push(Diagnostic::error(
                "post-unreadable",
                format!("the post cannot be read: {}", error.reason()),
            ));
            return Err(unreadable());
        }
    };
    let text = encoding::decode(bytes).map_err(|error| {
        said.push(wrong::not_text(error));
        unreadable()
    })?;
    if !path.ends_with(".ipynb") {
        return Ok((text, stamp));
    }
    let Some(page) = notebook::markdown(&text) else {
        said.push(
            Diagnostic::error("notebook-invalid", "the file is no Jupyter notebook")
                .hint("a notebook is JSON with `cells`"),
        );
        return Err(unreadable());
    };
    Ok((page, stamp))
}
