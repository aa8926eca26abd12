//! Digests of what decides a post's pictures: where one is as it was, so are they.

use super::Sources;
use crate::card::theme::Condition;
use crate::card::{Field, Theme};
use crate::model::{CardWish, Cover, Post, SiteFacts};
use crate::pipeline::digest::Digest;
use crate::plan::{CardPlan, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// Of the program's own code, themes and fonts, and of the libraries that it draws with: `build.rs` takes it.
const DRAWING: &str = env!("SYNDICARD_DRAWING");

/// A theme, with what it asks of a post.
pub struct Worn<'a> {
    pub theme: &'a Theme,
    fields: BTreeSet<Field>,
}

/// What decides the pictures of all posts.
pub struct Keys<'a> {
    facts: &'a SiteFacts,
    sources: &'a Sources<'a>,
    usual: Worn<'a>,
    wished: BTreeMap<&'a str, Worn<'a>>,
    common: String,
}

impl<'a> Keys<'a> {
    /// `wished` are the themes that posts name.
    pub fn new(
        plan: &'a Plan,
        facts: &'a SiteFacts,
        sources: &'a Sources<'a>,
        wished: &'a BTreeMap<String, Theme>,
    ) -> Self {
        let worn = |theme| Worn::new(theme, &plan.cards.hidden);
        Self {
            facts,
            sources,
            usual: worn(&plan.cards.theme),
            wished: wished.iter().map(|(name, theme)| (name.as_str(), worn(theme))).collect(),
            common: common(&plan.cards, facts),
        }
    }

    /// The theme of a post's card.
    pub fn theme(&self, post: &Post) -> &'a Theme {
        self.worn(post).theme
    }

    fn worn(&self, post: &Post) -> &Worn<'a> {
        let wish = post.card_theme.as_ref().and_then(|wish| self.wished.get(wish.name.as_str()));
        wish.unwrap_or(&self.usual)
    }

    /// Of all but the bytes of the cover and of a card that the post brings along; `fonts` is a digest of those at hand.
    pub fn of(&self, post: &Post, fonts: &str) -> String {
        let worn = self.worn(post);
        let mut digest = Digest::default()
            .text(&self.common)
            .text(fonts)
            .bytes(&worn.theme.digest)
            .text(&post.url_path)
            .text(&post.language)
            .text(&post.id)
            .text(&post.card_title);
        for field in &worn.fields {
            digest = self.field(digest.text(field.name()), post, *field);
        }
        if let CardWish::Finished(finished) = &post.card {
            digest = cover(digest.text("finished"), finished);
        }
        if let Some(named) = &post.cover {
            digest = cover(digest.text("cover"), named);
        }
        digest.hex()
    }

    fn field(&self, digest: Digest, post: &Post, field: Field) -> Digest {
        let picture = |file: &String| self.sources.hash(file);
        match field {
            // The title always counts, and with the site all of these change.
            Field::Title | Field::Site | Field::Host => digest,
            Field::Date => digest.text(&post.published.date_naive().to_string()),
            Field::Authors => digest.texts(post.authors.iter().map(|author| author.name.as_str())),
            Field::Tags => digest.texts(post.tags.iter().map(String::as_str)),
            Field::Section => digest.option(post.section.as_deref()),
            Field::Series => digest.option(post.series.as_deref()),
            Field::ReadingTime => {
                digest.option(post.reading_minutes.map(|minutes| minutes.to_string()).as_deref())
            }
            Field::Logo => digest.option(self.facts.logo_file.as_ref().and_then(picture).as_deref()),
            Field::Avatars => {
                let files = post.authors.iter().filter_map(|author| author.avatar_file.as_ref());
                files.fold(digest, |digest, file| digest.option(picture(file).as_deref()))
            }
        }
    }
}

impl<'a> Worn<'a> {
    fn new(theme: &'a Theme, hidden: &BTreeSet<Field>) -> Self {
        let mut fields: BTreeSet<Field> =
            Field::ALL.into_iter().filter(|field| theme.shows(*field)).collect();
        theme.root.walk(&mut |node| fields.extend(node.when.iter().filter_map(|when| asked(*when))));
        fields.retain(|field| !hidden.contains(field));
        Self { theme, fields }
    }
}

/// The field that a condition asks for.
fn asked(condition: Condition) -> Option<Field> {
    match condition {
        Condition::Date => Some(Field::Date),
        Condition::Tags | Condition::NoTags => Some(Field::Tags),
        Condition::Section | Condition::NoSection => Some(Field::Section),
        Condition::ShortTitle => Some(Field::Title),
        // A logo and faces that no box shows are not read, so that they are never there.
        Condition::Logo | Condition::NoLogo | Condition::Avatars => None,
        Condition::Cover
        | Condition::NoCover
        | Condition::SmallCover
        | Condition::FullCover
        | Condition::Wide
        | Condition::Square
        | Condition::Tall
        | Condition::NotWide
        | Condition::Dark
        | Condition::Light
        | Condition::SquareSafe => None,
    }
}

/// Of what the settings say of all cards, and of what is the site's own.
fn common(cards: &CardPlan, facts: &SiteFacts) -> String {
    // Taken apart, so that nobody adds a setting and forgets it here.
    let CardPlan {
        theme: _,
        scheme,
        sizes,
        encoding,
        hash_names,
        square_safe,
        photos,
        accent,
        hidden,
        fonts: _,
        remote_covers,
        keep: _,
    } = cards;
    let settings = format!(
        "{scheme:?} {sizes:?} {encoding:?} {hash_names} {square_safe} {photos} {accent:?} {hidden:?} {remote_covers}"
    );
    let host = facts.url.host_str();
    Digest::default().text(DRAWING).text(&settings).text(&facts.title).option(host).hex()
}

/// Of what a post says of a picture.
fn cover(digest: Digest, cover: &Cover) -> Digest {
    let focus = cover.focus.map(|(x, y)| format!("{x} {y}"));
    digest
        .text(cover.file.as_ref().unwrap_or(&cover.source))
        .option(cover.remote_url())
        .option(focus.as_deref())
}
