//! Fills the ledger of ids from the feeds that a site publishes today, so that no subscriber sees a post again.

#[cfg(test)]
mod tests;

use crate::diag::Diagnostic;
use crate::feed::published::{Published, PublishedItem, link};
use crate::model::{Depth, Ledger, LedgerLine, Post};
use crate::pipeline;
use crate::plan::Plan;
use crate::store;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What came of it.
#[derive(Default)]
pub struct Adoption {
    /// Posts that got the id of the published feed.
    pub adopted: usize,
    /// Posts that had it already.
    pub same: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Gives posts the ids that the feeds give them. A post is found by its address, else by its title and day.
pub fn adopt(plan: &Plan, feeds: &[Published]) -> Adoption {
    let mut said = Vec::new();
    let ledger = match store::read_ledger(&plan.root.path("")) {
        Ok(read) => read.tell(&mut said),
        Err(error) => return Adoption { diagnostics: vec![error], ..Adoption::default() },
    };
    let listing = pipeline::list(plan, Depth::Bodies);
    said.extend(listing.diagnostics);
    let mut adoption = assign(&listing.site.posts, feeds, ledger);
    said.append(&mut adoption.1.diagnostics);
    if !plan.locked {
        said.extend(store::write_ledger(&plan.root.path(""), &adoption.0).err());
    }
    Diagnostic::sort(&mut said);
    Adoption { diagnostics: said, ..adoption.1 }
}

/// The ledger with the feeds' ids in it.
fn assign(posts: &[Post], feeds: &[Published], mut ledger: Ledger) -> (Ledger, Adoption) {
    let mut by_link: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_title: BTreeMap<(String, NaiveDate), usize> = BTreeMap::new();
    for (at, post) in posts.iter().enumerate() {
        by_link.insert(link::normalized(&post.url), at);
        by_title.insert((folded(&post.title), post.published.date_naive()), at);
    }
    let find = |item: &PublishedItem| -> Option<usize> {
        let linked = item.link.as_deref().and_then(|address| by_link.get(&link::normalized(address)));
        let titled = || by_title.get(&(folded(item.title.as_deref()?), item.date()?.date_naive()));
        linked.or_else(titled).copied()
    };
    let mut adoption = Adoption::default();
    let mut given: BTreeMap<usize, &str> = BTreeMap::new();
    let mut nobody = Vec::new();
    for item in feeds.iter().flat_map(|feed| &feed.items).filter(|item| item.id_given) {
        let Some(at) = find(item) else {
            nobody.push(item);
            continue;
        };
        let Some(post) = posts.get(at) else { continue };
        match given.get(&at) {
            // The same post in a second feed, such as that of a tag.
            Some(id) if *id == item.id => continue,
            Some(id) => {
                let message =
                    format!("the feeds give the post two ids, `{id}` and `{}`: the first stands", item.id);
                adoption
                    .diagnostics
                    .push(Diagnostic::warning("ids-two", message).in_file(post.path.as_str()));
                continue;
            }
            None => {
                given.insert(at, &item.id);
            }
        }
        if post.id == item.id && ledger.lines.get(&post.path).is_some_and(|line| line.id == item.id) {
            adoption.same += 1;
            continue;
        }
        adoption.adopted += 1;
        let archives = ledger.lines.get(&post.path).map(|line| line.archives.clone()).unwrap_or_default();
        let line = LedgerLine { id: item.id.clone(), content: post.content_hash, archives };
        ledger.lines.insert(post.path.clone(), line);
    }
    adoption.diagnostics.extend(unknown(&nobody));
    (ledger, adoption)
}

/// What stands in the feeds and is no post of the site.
fn unknown(items: &[&PublishedItem]) -> Option<Diagnostic> {
    let first = items.first()?;
    let name = first.link.as_deref().or(first.title.as_deref()).unwrap_or(&first.id);
    let message = match items.len() {
        1 => format!("`{name}` stands in the feeds and is no post here"),
        more => format!("`{name}` and {} more stand in the feeds and are no posts here", more - 1),
    };
    Some(
        Diagnostic::warning("item-without-post", message)
            .hint("a post that is still there needs the address, or the title and the day, of its item"),
    )
}

fn folded(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
