//! The order of posts: newest first.

use crate::model::Post;
use rayon::prelude::*;
use std::cmp::Ordering;

/// Puts posts in order. A post is large, so their places are sorted, and then each is moved once.
pub fn newest_first(posts: &mut [Post]) {
    let mut origins: Vec<usize> = (0..posts.len()).collect();
    origins.par_sort_unstable_by(|a, b| match (posts.get(*a), posts.get(*b)) {
        (Some(a), Some(b)) => order(a, b),
        _ => Ordering::Equal,
    });
    for start in 0..posts.len() {
        let mut at = start;
        // Around a ring of places, each post is exchanged for the one that belongs there.
        while let Some(origin) = origins.get_mut(at).map(|origin| std::mem::replace(origin, at)) {
            if origin == start {
                break;
            }
            posts.swap(at, origin);
            at = origin;
        }
    }
}

/// No two posts have one path, so that nothing hangs on the order that they came in.
fn order(a: &Post, b: &Post) -> Ordering {
    b.published.cmp(&a.published).then_with(|| a.url.cmp(&b.url)).then_with(|| a.path.cmp(&b.path))
}
