//! Makes slugs and path segments of titles and file names, as each framework does.
//!
//! Every rule gives text that is not percent-encoded. `tests/slugs` holds them to the frameworks' own libraries.

pub mod docusaurus;
pub mod eleventy;
pub mod gatsby;
pub mod github;
pub mod hexo;
pub mod hugo;
pub mod jekyll;
mod letters;
pub mod lume;
pub mod material;
pub mod nikola;
pub mod nuxt;
pub mod pelican;
pub mod quartz;
#[cfg(test)]
mod tests;
pub mod zola;
