//! Tells the hubs which feeds have changed (WebSub, <https://www.w3.org/TR/websub/>).

#[cfg(test)]
mod tests;

use crate::diag::Diagnostic;
use crate::net;
use crate::plan::Plan;
use crate::site;
use crate::store::{self, Pinged};

/// What is to be done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish {
    /// Tell of every feed, changed or not.
    pub all: bool,
    /// Say what would be told, and tell nobody.
    pub dry_run: bool,
}

/// One message to a hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub hub: String,
    pub feed: String,
}

/// What was done.
#[derive(Debug, Default)]
pub struct Pings {
    pub told: Vec<Told>,
    /// Feeds of which the hubs know already.
    pub unchanged: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Tells each hub of the feeds in the last build's manifest that have changed since it was told.
pub fn ping(plan: &Plan, wish: Wish) -> Pings {
    let mut pings = Pings { diagnostics: plan.diagnostics.clone(), ..Pings::default() };
    let directory = plan.root.path("");
    let out = plan
        .out
        .clone()
        .unwrap_or_else(|| plan.root.path(&site::out(&plan.root, plan.framework, &plan.config)));
    let manifest = plan.config.manifest.as_deref().unwrap_or(store::MANIFEST);
    let Some(feeds) = store::known_feeds(&out, manifest) else {
        pings.diagnostics.push(
            Diagnostic::error("manifest-missing", "no feeds were built yet")
                .in_file(manifest)
                .hint("run `syndicard build` first, and publish what it wrote"),
        );
        return pings;
    };
    if feeds.iter().all(|feed| feed.hubs.is_empty()) {
        pings.diagnostics.push(
            Diagnostic::error("hub-missing", "no hub is set")
                .in_file(site::SETTINGS_FILE)
                .hint("write `feeds: {hubs: [https://pubsubhubbub.appspot.com/]}` and build again"),
        );
    }
    let mut known = Pinged::read(&directory);
    for feed in &feeds {
        for hub in &feed.hubs {
            let of_hub = known.0.entry(hub.clone()).or_default();
            if !wish.all && of_hub.get(&feed.url) == Some(&feed.hash) {
                pings.unchanged += 1;
                continue;
            }
            if !wish.dry_run {
                if let Err(error) = tell(hub, &feed.url) {
                    pings.diagnostics.push(error);
                    continue;
                }
                of_hub.insert(feed.url.clone(), feed.hash.clone());
            }
            pings.told.push(Told { hub: hub.clone(), feed: feed.url.clone() });
        }
    }
    if !wish.dry_run {
        known.write(&directory);
    }
    pings
}

/// WebSub leaves the message to hubs: they take `hub.url`, as PubSubHubbub 0.4 had it, or `hub.topic`.
fn tell(hub: &str, feed: &str) -> Result<(), Diagnostic> {
    let failed = |reason: String| {
        Diagnostic::error("ping-failed", format!("the hub {hub} was not told of {feed}: {reason}"))
            .hint("run `syndicard ping` again later")
    };
    let fields = [("hub.mode", "publish"), ("hub.url", feed), ("hub.topic", feed)];
    match net::post_form(hub, &fields).map_err(|error| failed(error.reason()))? {
        200..=299 => Ok(()),
        status => Err(failed(format!("it answered with status {status}"))),
    }
}
