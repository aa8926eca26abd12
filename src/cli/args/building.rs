//! What can be asked for of a build.

use super::{Format, SiteArgs};
use clap::Args as Arguments;
use std::path::PathBuf;
use syndicard::model::Keep;

#[derive(Arguments)]
pub struct Build {
    #[command(flatten)]
    pub site: SiteArgs,
    /// The directory served at the site's root; left out, the framework's own static directory.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The directory of the site's built pages, for `feeds: {content: html}`: run this after the site's own build.
    #[arg(long, value_name = "DIR")]
    pub html: Option<PathBuf>,
    /// Fail where the ledger of ids, syndicard.lock, would change: for CI.
    #[arg(long)]
    pub locked: bool,
    /// Overwrite files that Syndicard did not write.
    #[arg(long)]
    pub force: bool,
    /// How to speak.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// How many threads read, draw and write; left out, one for each processor.
    ///
    /// Each holds the pixels of one cover at a time; large ones wait for each other, so that memory stays bounded however many
    /// threads there are.
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<usize>,
    /// Draw and write everything anew, whatever is remembered of earlier builds in .syndicard/.
    #[arg(long)]
    pub no_cache: bool,
    /// How long cards stay that no post asks for any more (`90 days`, `forever`), for what was shared before; in place of the
    /// setting `cards: {keep: …}`.
    #[arg(long, value_name = "TIME", value_parser = keep)]
    pub keep_cards: Option<Keep>,
    /// Build again whenever something in the site changes, until Ctrl-C.
    #[arg(long, short)]
    pub watch: bool,
}

fn keep(text: &str) -> Result<Keep, String> {
    Keep::parse(text).ok_or_else(|| "it is no length of time; write it as `90 days`, or `forever`".to_owned())
}
