//! What a post's card says and wears, whatever its size.

use super::Pictures;
use crate::card::{Card, Cover, Field, SchemeChoice, Theme, date_text, reading_text};
use crate::model::{Post, SiteFacts};
use crate::plan::Plan;
use crate::scene::{Color, Picture};
use std::collections::BTreeSet;
use std::sync::Arc;

/// All of a card but its cover and its size.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    pub title: String,
    pub site_name: String,
    pub host: String,
    pub date: Option<String>,
    pub authors: Vec<String>,
    pub tags: Vec<String>,
    pub section: Option<String>,
    pub series: Option<String>,
    pub reading_time: Option<String>,
    pub language: String,
    pub seed: String,
    pub logo: Option<Arc<Picture>>,
    pub avatars: Vec<Arc<Picture>>,
    pub hidden: BTreeSet<Field>,
    pub accent: Option<Color>,
    pub scheme: Option<SchemeChoice>,
    pub square_safe: bool,
}

impl Dress {
    /// What a post's card says, without its pictures.
    pub fn of_post(plan: &Plan, facts: &SiteFacts, post: &Post) -> Self {
        let cards = &plan.cards;
        Self {
            title: post.card_title.clone(),
            site_name: facts.title.clone(),
            host: facts.url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned(),
            date: Some(date_text(post.published.date_naive(), &post.language)),
            authors: post.authors.iter().map(|author| author.name.clone()).collect(),
            tags: post.tags.clone(),
            section: post.section.clone(),
            series: post.series.clone(),
            reading_time: post.reading_minutes.map(|minutes| reading_text(minutes, &post.language)),
            language: post.language.clone(),
            seed: post.id.clone(),
            logo: None,
            avatars: Vec::new(),
            hidden: cards.hidden.clone(),
            accent: cards.accent,
            scheme: cards.scheme,
            square_safe: cards.square_safe,
        }
    }

    /// With the logo and the faces that the theme shows: reading others would be in vain.
    pub fn with_pictures(
        self,
        theme: &Theme,
        facts: &SiteFacts,
        post: &Post,
        pictures: &Pictures<'_>,
    ) -> Self {
        let shows = |field: Field| theme.shows(field) && !self.hidden.contains(&field);
        let logo = facts.logo_file.as_ref().filter(|_| shows(Field::Logo));
        let logo = logo.and_then(|file| pictures.shared(file));
        let faces = post.authors.iter().filter_map(|author| author.avatar_file.as_ref());
        let faces = faces.filter(|_| shows(Field::Avatars));
        let avatars = faces.filter_map(|file| pictures.shared(file)).collect();
        Self { logo, avatars, ..self }
    }

    /// Everything that it may say, so that its fonts can be found beforehand.
    pub fn text(&self) -> String {
        let one = [&self.title, &self.site_name, &self.host].into_iter().map(String::as_str);
        let optional = [&self.date, &self.section, &self.series, &self.reading_time];
        let optional = optional.into_iter().filter_map(|text| text.as_deref());
        let many = self.authors.iter().chain(&self.tags).map(String::as_str);
        one.chain(optional).chain(many).collect::<Vec<_>>().join(" ")
    }

    /// The card in a size.
    pub fn card(&self, cover: Option<Cover>, width_px: u32, height_px: u32) -> Card<'_> {
        Card {
            title: &self.title,
            site_name: &self.site_name,
            host: &self.host,
            date: self.date.clone(),
            authors: &self.authors,
            tags: &self.tags,
            section: self.section.as_deref(),
            series: self.series.as_deref(),
            reading_time: self.reading_time.clone(),
            language: &self.language,
            seed: &self.seed,
            cover,
            logo: self.logo.clone(),
            avatars: self.avatars.clone(),
            hidden: &self.hidden,
            accent: self.accent,
            scheme: self.scheme,
            square_safe: self.square_safe,
            width_px,
            height_px,
        }
    }
}
