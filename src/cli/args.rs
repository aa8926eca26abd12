//! What can be asked for on the command line.

use chrono::{DateTime, FixedOffset, Utc};
use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns a folder of posts into feeds that every reader accepts and link previews that people want to click.
#[derive(Parser)]
#[command(
    version,
    after_help = "Try it: `syndicard demo` writes a sample site, builds it and says what to open."
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Write feeds, cards and the manifest into the directory that the site serves.
    Build(Build),
    /// Show every post as resolved, and every file left out with the reason.
    List(List),
    /// Draw one card, with no site.
    Card(Card),
    /// Write the sample site that the binary carries, build it, and say what to open.
    Demo(Demo),
    /// Print completions for a shell.
    Completions { shell: clap_complete::Shell },
}

/// Which site, and when.
#[derive(Arguments)]
pub struct SiteArgs {
    /// The site's directory: framework, facts and posts are found in it.
    #[arg(default_value = ".")]
    pub site: PathBuf,
    /// The present moment, which decides what is in the future (RFC 3339).
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub now: Option<DateTime<FixedOffset>>,
    /// Let warnings fail, too.
    #[arg(long)]
    pub strict: bool,
}

impl SiteArgs {
    /// `--now`, else `SOURCE_DATE_EPOCH`, else the clock, which is read nowhere else.
    pub fn moment(&self) -> DateTime<FixedOffset> {
        let epoch = || {
            let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
            DateTime::<Utc>::from_timestamp(seconds, 0).map(|moment| moment.fixed_offset())
        };
        self.now.or_else(epoch).unwrap_or_else(|| Utc::now().fixed_offset())
    }
}

fn moment(text: &str) -> Result<DateTime<FixedOffset>, String> {
    DateTime::parse_from_rfc3339(text).map_err(|error| format!("{error}; write it as 2026-12-31T23:59:59Z"))
}

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
    /// How many threads draw; left out, one for each processor.
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

#[derive(Arguments)]
pub struct List {
    #[command(flatten)]
    pub site: SiteArgs,
    /// How to show the posts.
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Table,
    Json,
}

#[derive(Arguments)]
pub struct Card {
    /// The title on the card.
    #[arg(long)]
    pub title: String,
    /// The picture behind it: JPEG, PNG, WebP or GIF.
    #[arg(long, value_name = "FILE")]
    pub cover: Option<PathBuf>,
    /// The site's name, below the title.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub site_name: String,
    /// A date, beside the site's name (2026-12-31).
    #[arg(long)]
    pub date: Option<chrono::NaiveDate>,
    /// The title's language (BCP 47), which decides how the date is written.
    #[arg(long, default_value = "en")]
    pub language: String,
    /// Where to write it: a name that ends in .jpg or .png.
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Overwrite a file that Syndicard did not write.
    #[arg(long)]
    pub force: bool,
}

#[derive(Arguments)]
pub struct Demo {
    /// Where to write the sample site.
    #[arg(default_value = "syndicard-demo")]
    pub directory: PathBuf,
    /// Overwrite files that differ from the sample's.
    #[arg(long)]
    pub force: bool,
}
