//! The fonts of a site's cards, of which none is opened unless a card has to be drawn, or new words may lack a letter.

use super::fonts::{missing_glyphs, of_machine, with_machine, with_site};
use super::recall;
use super::{Dress, Sources};
use crate::diag::Diagnostic;
use crate::model::{CardWish, Post, Site};
use crate::pipeline::digest::Digest;
use crate::plan::Plan;
use crate::site;
use crate::store::{CardState, FontRecord};
use crate::typeset::FontBook;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The words of one post's card, and what of them the binary's and the site's fonts lack.
#[derive(Default)]
pub struct Words {
    pub digest: String,
    pub lacking: String,
}

/// What is known of the fonts.
pub struct Shelf<'a> {
    plan: &'a Plan,
    /// What the next build may know of them.
    pub record: FontRecord,
    /// Whether all that the record says may be believed then.
    is_sure: bool,
    /// In the order of the posts; nothing in those that have no card.
    pub words: Vec<Words>,
    /// The binary's and the site's.
    near: OnceLock<(FontBook, Vec<Diagnostic>)>,
}

impl<'a> Shelf<'a> {
    /// Finds out what fonts the cards of a site need, and says what there is to say of them.
    pub fn new(
        plan: &'a Plan,
        site: &Site,
        sources: &Sources<'_>,
        old: &CardState,
        said: &mut Vec<Diagnostic>,
    ) -> Self {
        let site_key = site_key(plan, sources);
        let is_sure = site_key.is_some();
        let record = FontRecord { site_key: site_key.unwrap_or_default(), ..FontRecord::default() };
        let mut shelf = Self { plan, record, is_sure, words: Vec::new(), near: OnceLock::new() };
        shelf.remark_on_site(&old.fonts, said);
        shelf.words = site.posts.par_iter().map(|post| shelf.words_of(post, site, old)).collect();
        let lacking: BTreeSet<char> = shelf.words.iter().flat_map(|words| words.lacking.chars()).collect();
        if !lacking.is_empty() {
            shelf.look_around(lacking, &old.fonts, said);
            shelf.say_what_is_missing(site, said);
        }
        shelf
    }

    /// A digest of all fonts.
    pub fn digest(&self) -> String {
        let of_machine = self.record.machine.iter().map(|(_, hash)| hash.as_str());
        Digest::default().text(&self.record.site_key).texts(of_machine.collect::<Vec<_>>().into_iter()).hex()
    }

    /// Whether what was found out of a post may be remembered.
    pub fn is_sure(&self) -> bool {
        self.is_sure
    }

    /// All fonts, opened.
    pub fn book(&self) -> FontBook {
        let near = self.near().0.clone();
        if self.record.machine.is_empty() {
            return near;
        }
        let names = self.record.machine.iter().map(|(name, _)| name.as_str());
        // What there is to say of them was said when they were chosen.
        with_machine(near, site::fonts::of_machine_named(names), &mut Vec::new())
    }

    fn near(&self) -> &(FontBook, Vec<Diagnostic>) {
        self.near.get_or_init(|| {
            let mut said = Vec::new();
            let of_site = site::fonts::of_site(&self.plan.root, &mut said);
            let book = with_site(of_site, &self.plan.cards.fonts, &mut said);
            (book, said)
        })
    }

    fn remark_on_site(&mut self, old: &FontRecord, said: &mut Vec<Diagnostic>) {
        if self.is_sure && old.site_key == self.record.site_key {
            self.record.site_remarks.clone_from(&old.site_remarks);
            said.extend(old.site_remarks.iter().filter_map(|remark| recall::said(remark, None)));
            return;
        }
        let now = self.near().1.clone();
        match recall::remarks(&now, None) {
            Some(remarks) => self.record.site_remarks = remarks,
            None => self.is_sure = false,
        }
        said.extend(now);
    }

    fn words_of(&self, post: &Post, site: &Site, old: &CardState) -> Words {
        if post.card == CardWish::None {
            return Words::default();
        }
        let facts = &site.facts;
        let digest = Digest::default()
            .text(&self.record.site_key)
            .text(&facts.title)
            .option(facts.url.host_str())
            .text(&post.card_title)
            .text(&post.published.date_naive().to_string())
            .text(&post.language)
            .texts(post.authors.iter().map(|author| author.name.as_str()))
            .texts(post.tags.iter().map(String::as_str))
            .option(post.section.as_deref())
            .option(post.series.as_deref())
            .option(post.reading_minutes.map(|minutes| minutes.to_string()).as_deref())
            .hex();
        if let Some(known) = old.posts.get(&post.path).filter(|known| known.words == digest) {
            return Words { digest, lacking: known.lacking.clone() };
        }
        let text = Dress::of_post(self.plan, facts, post).text();
        let lacking = if text.is_ascii() { Vec::new() } else { self.near().0.missing(&text) };
        Words { digest, lacking: lacking.into_iter().collect() }
    }

    /// Looks for characters among the machine's fonts, unless it is as it was when they were looked for before.
    fn look_around(&mut self, lacking: BTreeSet<char>, old: &FontRecord, said: &mut Vec<Diagnostic>) {
        let all: String = lacking.iter().collect();
        if !self.plan.config.system_fonts {
            self.record.lacking = all;
            return;
        }
        let state = site::fonts::state_of_machine();
        let key = Digest::default().text(&self.record.site_key).text(&all).text(&state).hex();
        let mut remarks = None;
        if self.is_sure && old.machine_key == key {
            self.record =
                FontRecord { site_remarks: std::mem::take(&mut self.record.site_remarks), ..old.clone() };
            let again = |remark| recall::said(remark, None);
            said.extend(old.machine_remarks.iter().filter_map(again));
        } else {
            let found = site::fonts::of_machine(&lacking.into_iter().collect::<Vec<char>>());
            let hash = |bytes: &[u8]| blake3::hash(bytes).to_hex().to_string();
            self.record.machine = found.iter().map(|font| (font.name.clone(), hash(&font.bytes))).collect();
            let mut now = Vec::new();
            let book = with_machine(self.near().0.clone(), found, &mut now);
            remarks = Some(recall::remarks(&now, None));
            said.extend(now);
            self.record.lacking = book.missing(&all).into_iter().collect();
            self.record.machine_key = key;
        }
        match remarks {
            Some(Some(remarks)) => self.record.machine_remarks = remarks,
            Some(None) => self.is_sure = false,
            None => {}
        }
        said.extend(self.record.machine.iter().map(|(name, _)| of_machine(name)));
    }

    fn say_what_is_missing(&self, site: &Site, said: &mut Vec<Diagnostic>) {
        for (post, words) in site.posts.iter().zip(&self.words) {
            let missing: BTreeSet<char> =
                words.lacking.chars().filter(|c| self.record.lacking.contains(*c)).collect();
            if !missing.is_empty() {
                said.push(missing_glyphs(&missing).in_file(&post.path));
            }
        }
    }
}

/// Of the site's fonts and what the settings ask of them; nothing where one cannot be read.
fn site_key(plan: &Plan, sources: &Sources<'_>) -> Option<String> {
    let mut digest = Digest::default();
    for name in site::fonts::names_of_site(&plan.root) {
        digest = digest.text(&name).text(&sources.hash(&name)?);
    }
    let preferred = plan.cards.fonts.iter().map(|(kind, family)| format!("{kind:?} {}", family.value));
    let preferred: Vec<String> = preferred.collect();
    Some(digest.texts(preferred.iter().map(String::as_str)).hex())
}
