//! Two posts with one address, or with one id.

use crate::diag::Diagnostic;
use crate::model::{Excluded, Post, SiteFacts};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Two posts with one address cannot both be published: the one that sorts first stands. Of two with one id, the second is known by
/// its address.
pub fn settle(
    posts: &mut Vec<Post>,
    facts: &SiteFacts,
    excluded: &mut Vec<Excluded>,
    said: &mut Vec<Diagnostic>,
) {
    let second = seconds(posts);
    let mut number = 0;
    posts.retain_mut(|post| {
        let first = second.get(&number);
        number += 1;
        let Some(other) = first else { return true };
        let message = format!("the address `{}` is that of {} too", post.url, facts.shown(other));
        said.push(
            Diagnostic::error("address-duplicate", message)
                .in_file(post.path.clone())
                .hint("rename one of the files, or give one another `slug`"),
        );
        excluded.push(Excluded { path: std::mem::take(&mut post.path), reason: "duplicate" });
        false
    });
    for (number, other) in taken(posts) {
        let Some(post) = posts.get_mut(number) else { continue };
        let message = format!("the id `{}` is that of {} too", post.id, facts.shown(&other));
        said.push(
            Diagnostic::warning("id-duplicate", message)
                .in_file(post.path.clone())
                .label("its address is used instead")
                .hint("give each post an `id` of its own, or none"),
        );
        post.id.clone_from(&post.url);
    }
}

/// The addresses in order, each with the number of its post.
fn by_address(posts: &[Post]) -> Vec<(&str, usize)> {
    let numbered = posts.par_iter().enumerate();
    let mut addresses: Vec<(&str, usize)> =
        numbered.map(|(number, post)| (post.url.as_str(), number)).collect();
    addresses.par_sort_unstable();
    addresses
}

/// The numbers of the posts whose address an earlier one has, each with that one's path.
fn seconds(posts: &[Post]) -> BTreeMap<usize, String> {
    let addresses = by_address(posts);
    let same = addresses.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1);
    let mut second = BTreeMap::new();
    for same in same {
        let mut numbers = same.iter().map(|(_, number)| *number);
        let first = numbers.next().and_then(|first| posts.get(first));
        second.extend(numbers.filter_map(|number| Some((number, first?.path.clone()))));
    }
    second
}

/// The numbers of the posts whose id an earlier one has, each with that one's path. Nearly all ids are their post's address, and of those
/// no two are the same: only the others are compared.
fn taken(posts: &[Post]) -> Vec<(usize, String)> {
    if posts.iter().all(|post| post.id == post.url) {
        return Vec::new();
    }
    let addresses = by_address(posts);
    let with_address = |id: &str| {
        let at = addresses.binary_search_by(|(address, _)| (*address).cmp(id)).ok()?;
        addresses.get(at).map(|(_, number)| *number)
    };
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    let mut taken = Vec::new();
    for (number, post) in posts.iter().enumerate() {
        // A post whose id is taken is known by its address from here on, as if it had none of its own.
        let earlier = owners.get(post.id.as_str()).copied();
        let earlier = earlier.or_else(|| {
            let by_address = with_address(&post.id).filter(|other| *other < number)?;
            posts.get(by_address).filter(|other| other.id == other.url).map(|_| by_address)
        });
        match earlier.and_then(|earlier| posts.get(earlier)) {
            Some(other) => {
                taken.push((number, other.path.clone()));
                owners.insert(&post.url, number);
            }
            None if post.id != post.url => {
                owners.insert(&post.id, number);
            }
            None => {}
        }
    }
    taken
}
