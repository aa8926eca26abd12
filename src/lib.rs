//! Syndicard turns a folder of posts into feeds that every reader accepts and link previews that people want to click.
//!
//! The trip from a site's files to what is written is [`pipeline::build`]; `docs/architecture.md` shows the house.
//!
//! ```
//! use syndicard::model::Depth;
//! use syndicard::plan::{Choices, Plan};
//!
//! let site = std::env::temp_dir().join("syndicard-doc-example");
//! std::fs::create_dir_all(site.join("data/blog"))?;
//! std::fs::write(
//!     site.join("data/blog/hello.md"),
//!     "---\ntitle: Hello\ndate: 2026-01-02\n---\nIts [address](https://notes.example.org/blog/hello).\n",
//! )?;
//! let plan = Plan::new(Choices { site: site.clone(), ..Choices::default() });
//! let listing = syndicard::pipeline::list(&plan, Depth::Heads);
//! let urls: Vec<&str> = listing.site.posts.iter().map(|post| post.url.as_str()).collect();
//! assert_eq!(urls, ["https://notes.example.org/blog/hello"]);
//! # std::fs::remove_dir_all(site)?;
//! # Ok::<(), std::io::Error>(())
//! ```

pub mod adopt;
pub mod card;
pub mod demo;
pub mod diag;
pub mod diff;
mod disk;
pub mod feed;
pub mod guard;
pub mod model;
pub mod net;
pub mod paint;
pub mod ping;
pub mod pipeline;
pub mod plan;
mod resolve;
pub mod scene;
pub mod sink;
mod site;
mod store;
pub mod typeset;
