//! Limits that hold before a drawing is understood.

use crate::paint::decode::CoverError;
use resvg::usvg::roxmltree::{Document, Node};

const LIMIT_BYTES: usize = 20_000_000;
pub const LIMIT_NODES: u32 = 500_000;
/// Every nested group may take a layer as large as the picture.
const LIMIT_DEPTH: usize = 128;
/// What entities may come to when they stand for what they name.
const LIMIT_EXPANDED_BYTES: usize = 50_000_000;
/// As many references as the parser follows within one.
const REFERENCES_WITHIN: usize = 256;

const SIMPLIFY: &str = "simplify the drawing, or save it as PNG";

/// The text of a file that is neither too long nor grows beyond measure.
pub fn text(bytes: &[u8]) -> Result<&str, CoverError> {
    if bytes.len() > LIMIT_BYTES {
        let (size, limit) = (bytes.len() / 1_000_000, LIMIT_BYTES / 1_000_000);
        return Err(CoverError::new(format!("the SVG has {size} MB; the limit is {limit} MB")).hint(SIMPLIFY));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| CoverError::new("the SVG is not in UTF-8").hint("save it in UTF-8"))?;
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let longest = text.split("<!ENTITY").skip(1).map(|rest| rest.find('>').unwrap_or(rest.len())).max();
    if let Some(longest) = longest {
        let references = memchr::memchr_iter(b'&', text.as_bytes()).count();
        if longest.saturating_mul(references).saturating_mul(REFERENCES_WITHIN) > LIMIT_EXPANDED_BYTES {
            return Err(CoverError::new("the SVG has entities that grow beyond measure").hint(SIMPLIFY));
        }
    }
    Ok(text)
}

/// Refuses drawings whose groups stand in groups a hundred times.
pub fn depth(document: &Document) -> Result<(), CoverError> {
    let mut open: Vec<(Node, usize)> = vec![(document.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > LIMIT_DEPTH {
            let reason = format!("the SVG is nested more than {LIMIT_DEPTH} deep");
            return Err(CoverError::new(reason).hint(SIMPLIFY));
        }
        open.extend(node.children().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    Ok(())
}
