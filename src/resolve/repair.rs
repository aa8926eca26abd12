//! Which of the texts that had been decoded with the wrong encoding are believed, and saying so.

use crate::diag::Diagnostic;
use crate::model::{RawPost, Repaired};

/// So many posts, confirmed by themselves, make the weak evidence in others believable.
const CONFIRMED: usize = 3;

/// Takes the repaired reading of weak cases where the site has enough sure ones, and reports every repair.
pub fn over_all_posts(posts: &mut [Box<RawPost>], said: &mut Vec<Diagnostic>) {
    let sure: Vec<&'static str> =
        posts.iter().filter_map(|post| Some(post.repaired.as_ref()?.encoding)).collect();
    for post in posts {
        if let Some(other) = post.if_repaired.take() {
            let encoding = other.repaired.as_ref().map(|repaired| repaired.encoding);
            if sure.iter().filter(|sure| Some(**sure) == encoding).count() >= CONFIRMED {
                *post = other;
            }
        }
        if let Some(repaired) = &post.repaired {
            say(&post.path, repaired, said);
        }
    }
}

fn say(path: &str, repaired: &Repaired, said: &mut Vec<Diagnostic>) {
    let Repaired { encoding, restored, unrestored } = repaired;
    let places = if *restored == 1 { "place" } else { "places" };
    said.push(
        Diagnostic::warning(
            "encoding-repaired",
            format!("the text had been read as {encoding}: {restored} {places} repaired"),
        )
        .in_file(path)
        .hint("the file is as it was; save it from the original to mend it for good"),
    );
    for place in unrestored {
        said.push(
            Diagnostic::warning(
                "encoding-unrestored",
                "a character was lost when the text was wrongly decoded",
            )
            .in_file(path)
            .at(place.clone())
            .label("left as it is"),
        );
    }
}
