//! What can be asked for of a site that is only looked at.

use super::SiteArgs;
use clap::{Args as Arguments, ValueEnum};
use std::path::PathBuf;

#[derive(Arguments)]
pub struct List {
    #[command(flatten)]
    pub site: SiteArgs,
    /// How to show the posts.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
    /// The directory of the site's built pages, which tells addresses that no rule does.
    #[arg(long, value_name = "DIR")]
    pub html: Option<PathBuf>,
    /// Say of one file why it is left out, or from which file, line and rule everything in its post comes.
    #[arg(long, value_name = "FILE")]
    pub explain: Option<PathBuf>,
}

#[derive(Arguments)]
pub struct Init {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Overwrite the settings that are there.
    #[arg(long)]
    pub force: bool,
    /// Show what would be written, and write nothing.
    #[arg(long, visible_alias = "stdout")]
    pub dry_run: bool,
    /// Where the schema for editors is written, relative to the site, or the address at which it is; .syndicard/schema.json if left out.
    #[arg(long, value_name = "FILE|URL")]
    pub schema: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Table,
    Json,
}
