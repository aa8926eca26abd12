//! Frames, films and sounds: a frame becomes a link to what it held, a player stands on its own.

use url::Url;

use super::LeftOut;
use super::dom::{self, Node};

/// Inside these, a paragraph cannot stand.
const PHRASING: &[&str] = &[
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "em", "strong", "b", "i", "u", "s", "small", "sup",
    "sub", "a", "button", "label", "summary", "dt", "pre", "code",
];

/// Replaces frames and their like by links.
pub fn embeds(root: &Node, left_out: &mut LeftOut) {
    for element in dom::elements(root) {
        let name = dom::name(&element);
        let address = match name.as_str() {
            "iframe" | "embed" | "portal" => dom::attribute(&element, "src"),
            "object" => dom::attribute(&element, "data"),
            "lite-youtube" => dom::attribute(&element, "videoid").map(|id| youtube(&id)),
            "lite-vimeo" => dom::attribute(&element, "videoid").map(|id| vimeo(&id)),
            _ => continue,
        };
        // An `<embed>` inside an `<object>` is the same once more.
        if dom::ancestor(&element, |ancestor| ancestor.has_name("object")).is_some() {
            continue;
        }
        let address =
            address.filter(|address| !address.starts_with("about:") && !address.starts_with("data:"));
        match address {
            Some(address) => link(&element, &page(&address)),
            None => {
                left_out.insert(format!("<{name}>"));
                element.remove_from_parent();
            }
        }
    }
}

fn link(element: &Node, address: &str) {
    if element.parent().is_none() {
        return;
    }
    let host = absolute(address)
        .and_then(|url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned()));
    let titles = ["title", "aria-label", "playlabel"];
    let title = titles.iter().find_map(|name| dom::attribute(element, name));
    let shown = title.or(host).unwrap_or_else(|| address.to_owned());
    if dom::ancestor(element, |ancestor| ancestor.has_name("a")).is_some() {
        dom::replace_with_text(element, &shown);
        return;
    }
    let tree = element.tree;
    let link = tree.new_element("a");
    link.set_attr("href", address);
    link.append_child(&tree.new_text(shown));
    if dom::ancestor(element, |ancestor| dom::is_one_of(ancestor, PHRASING)).is_some() {
        element.replace_with(&link);
    } else {
        let paragraph = tree.new_element("p");
        paragraph.append_child(&link);
        element.replace_with(&paragraph);
    }
}

fn absolute(address: &str) -> Option<Url> {
    let address = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    Url::parse(&address).ok()
}

/// The page that people open for what a frame holds.
fn page(address: &str) -> String {
    let known = || {
        let url = absolute(address)?;
        let mut path = url.path_segments()?;
        let (first, second) = (path.next()?, path.next());
        match url.host_str()?.trim_start_matches("www.") {
            "youtube.com" | "youtube-nocookie.com" if first == "embed" => match second? {
                "videoseries" => {
                    let list = url.query_pairs().find(|(name, _)| name == "list")?.1.into_owned();
                    Some(format!("https://www.youtube.com/playlist?list={list}"))
                }
                id => Some(youtube(id)),
            },
            "player.vimeo.com" if first == "video" => Some(vimeo(second?)),
            "platform.twitter.com" => {
                let id = url.query_pairs().find(|(name, _)| name == "id")?.1.into_owned();
                Some(format!("https://twitter.com/i/status/{id}"))
            }
            "open.spotify.com" if first == "embed" => {
                Some(format!("https://open.spotify.com{}", url.path().strip_prefix("/embed")?))
            }
            _ => None,
        }
    };
    known().unwrap_or_else(|| address.to_owned())
}

fn youtube(id: &str) -> String {
    format!("https://www.youtube.com/watch?v={id}")
}

fn vimeo(id: &str) -> String {
    format!("https://vimeo.com/{id}")
}

/// Gives every player its controls, and a link for readers that play nothing. Addresses are absolute by now.
pub fn players(root: &Node) {
    for player in dom::elements(root).iter().filter(|element| dom::is_one_of(element, &["video", "audio"])) {
        let sources = player.descendants_it().filter(|inner| inner.has_name("source"));
        let address = std::iter::once(*player).chain(sources).find_map(|node| dom::attribute(&node, "src"));
        let Some(address) = address else {
            // Nothing to play: what it says instead is all there is.
            dom::unwrap(player);
            continue;
        };
        player.set_attr("controls", "");
        if dom::is_blank(player) {
            let tree = player.tree;
            let link = tree.new_element("a");
            link.set_attr("href", &address);
            let name = address.split(['?', '#']).next().unwrap_or_default().rsplit('/').next();
            link.append_child(&tree.new_text(name.filter(|name| !name.is_empty()).unwrap_or(&address)));
            if dom::ancestor(player, |ancestor| ancestor.has_name("a")).is_none() {
                player.append_child(&link);
            }
        }
    }
}
