//! What can be asked for on the command line.

mod building;
mod listing;

use super::clock;
pub use building::Build;
pub use listing::{Init, List, ListFormat};

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
    /// Write a commented syndicard.yaml that says what was detected.
    Init(Init),
    /// Draw one card, with no site.
    Card(Box<Card>),
    /// List the themes of cards, start one of your own, or see them all.
    Theme(Theme),
    /// Show what subscribers will see change between two feeds.
    ///
    /// Readers know a post by its id alone. Where an id changes, every subscriber gets the post again as unread; this says so
    /// before you publish. The two feeds may be of different formats, by different generators: RSS, Atom or JSON Feed.
    ///
    /// Exit status: 0 nothing comes back, 1 some post comes back as unread, 2 a feed cannot be read.
    Diff(Diff),
    /// Keep the ids of the feeds that the site publishes today.
    ///
    /// Readers know a post by its id alone. Run this once before the first build that replaces another generator: it writes the
    /// ids of today's feeds into syndicard.lock, so that no subscriber sees a post again as unread.
    Adopt(Adopt),
    /// Tell the hubs which feeds have changed (WebSub).
    ///
    /// Run this once the site is published: the hubs fetch the feeds at once and hand the news to every subscriber. The hubs are
    /// those of `feeds: {hubs: […]}` in syndicard.yaml.
    Ping(Ping),
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
    /// `--now`, else `SOURCE_DATE_EPOCH`, else the clock.
    pub fn moment(&self) -> DateTime<FixedOffset> {
        let epoch = || {
            let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
            DateTime::<Utc>::from_timestamp(seconds, 0).map(|moment| moment.fixed_offset())
        };
        self.now.or_else(epoch).unwrap_or_else(clock::now)
    }
}

fn moment(text: &str) -> Result<DateTime<FixedOffset>, String> {
    DateTime::parse_from_rfc3339(text).map_err(|error| format!("{error}; write it as 2026-12-31T23:59:59Z"))
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

#[derive(Arguments)]
#[command(after_help = "\
Examples:
  syndicard card --title \"Albedo\" --cover snow.jpg -o albedo.jpg
  syndicard card --title \"Albedo\" --theme editorial --author \"Ada Moreno\" --accent \"#0b7285\" -o albedo.png
  syndicard card --title \"Albedo\" --size square --theme ./card-themes/ours -o square.webp

`syndicard theme list` names the themes.")]
pub struct Card {
    /// The title on the card.
    #[arg(long)]
    pub title: String,
    /// The picture behind or beside it: JPEG, PNG, WebP, GIF, AVIF or SVG.
    #[arg(long, value_name = "FILE")]
    pub cover: Option<PathBuf>,
    /// How the card looks: a theme's name, or the path of its folder.
    #[arg(long, value_name = "NAME", default_value = "photo")]
    pub theme: String,
    /// Light text on dark, or dark on light; left out, the theme's own choice.
    #[arg(long, value_enum)]
    pub scheme: Option<Scheme>,
    /// The brand's colour (`#0b7285`); left out, one of the cover's.
    #[arg(long, value_name = "COLOR")]
    pub accent: Option<String>,
    /// og (1200x630), square, portrait, story, or WIDTHxHEIGHT.
    #[arg(long, default_value = "og")]
    pub size: String,
    /// Keep all text inside of the centre square, for platforms that crop.
    #[arg(long)]
    pub square_safe: bool,
    /// The site's name.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub site_name: String,
    /// A date (2026-12-31).
    #[arg(long)]
    pub date: Option<chrono::NaiveDate>,
    /// Who wrote it; may be given several times.
    #[arg(long, value_name = "NAME")]
    pub author: Vec<String>,
    /// An author's picture; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub avatar: Vec<PathBuf>,
    /// A tag; may be given several times.
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// The part of the site that the post belongs to.
    #[arg(long, value_name = "NAME")]
    pub section: Option<String>,
    /// The site's mark.
    #[arg(long, value_name = "FILE")]
    pub logo: Option<PathBuf>,
    /// The title's language (BCP 47): decides where lines break, and how the date is written.
    #[arg(long, default_value = "en")]
    pub language: String,
    /// The most that the file may have, in kilobytes; the quality is the best that keeps to it.
    #[arg(long, value_name = "KB", default_value_t = 300)]
    pub limit: usize,
    /// Where to write it: a name that ends in .jpg, .png or .webp.
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Overwrite a file that Syndicard did not write.
    #[arg(long)]
    pub force: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Scheme {
    Dark,
    Light,
    Auto,
}

#[derive(Arguments)]
pub struct Theme {
    #[command(subcommand)]
    pub command: ThemeCommand,
}

#[derive(Subcommand)]
pub enum ThemeCommand {
    /// Name every theme: those of the binary and the site's own.
    List {
        /// The site's directory.
        #[arg(default_value = ".")]
        site: PathBuf,
    },
    /// Start a theme of the site's own, in card-themes/NAME/theme.yaml.
    New {
        /// What it is to be called.
        name: String,
        /// The theme that it begins as.
        #[arg(long, value_name = "THEME", default_value = "minimal")]
        from: String,
        /// The site's directory.
        #[arg(long, default_value = ".", value_name = "DIR")]
        site: PathBuf,
    },
    /// Draw a page of 30 posts that are hard on cards, in each theme and size.
    Sheet(ThemeSheet),
}

#[derive(Arguments)]
pub struct ThemeSheet {
    /// The themes; left out, all.
    pub themes: Vec<String>,
    /// The sizes; may be given several times.
    #[arg(long, default_values_t = ["og".to_owned(), "square".to_owned(), "portrait".to_owned()])]
    pub size: Vec<String>,
    /// Light text on dark, or dark on light; left out, each theme's own choice.
    #[arg(long, value_enum)]
    pub scheme: Option<Scheme>,
    /// Keep all text inside of the centre square.
    #[arg(long)]
    pub square_safe: bool,
    /// The site's directory.
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub site: PathBuf,
    /// Where to write the page and its pictures.
    #[arg(long, short, value_name = "DIR", default_value = "card-sheet")]
    pub out: PathBuf,
    /// Overwrite files that Syndicard did not write.
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

#[derive(Arguments)]
#[command(after_help = "\
Examples:
  Before publishing, compare what is online with what was built:
    syndicard diff https://notes.example.org/feed.xml public/feed.xml

  Before moving to another generator, compare the feed of the old one:
    syndicard diff old/atom.xml public/feed.atom

  In a script, name the posts that would come back:
    syndicard diff --format json old.xml new.xml | jq '.findings[] | select(.kind == \"returns\").new.link'")]
pub struct Diff {
    /// The feed as subscribers have it: a file, an http or https address, or - for standard input.
    pub old: String,
    /// The feed as they will get it: a file, an address, or -.
    pub new: String,
    /// How to speak.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Arguments)]
#[command(after_help = "\
Example:
  syndicard adopt https://notes.example.org/feed.xml
  syndicard build
  syndicard diff https://notes.example.org/feed.xml public/feed.xml")]
pub struct Adopt {
    /// Files, or http or https addresses, of RSS, Atom or JSON feeds.
    #[arg(required = true, value_name = "FEED")]
    pub feeds: Vec<String>,
    /// The site's directory.
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub site: PathBuf,
    /// Say what would be kept, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Arguments)]
pub struct Ping {
    /// The site's directory.
    #[arg(default_value = ".")]
    pub site: PathBuf,
    /// The directory that the feeds were built into; left out, the framework's own static directory.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Tell of every feed, changed or not.
    #[arg(long)]
    pub all: bool,
    /// Say what would be told, and tell nobody.
    #[arg(long)]
    pub dry_run: bool,
}
