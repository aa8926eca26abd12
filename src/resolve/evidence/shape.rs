//! How an address is made of a guessed path: what is taken from its beginning, and what is put there.

use crate::model::{Route, RouteClock, RoutePart};
use chrono::NaiveDate;

/// How an address ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Slash,
    Html,
    Bare,
}

impl Form {
    pub fn of(path: &str) -> Self {
        match path {
            path if path.ends_with("/index.html") || path.ends_with('/') => Self::Slash,
            path if path.ends_with(".html") => Self::Html,
            _ => Self::Bare,
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Slash => "/",
            Self::Html => ".html",
            Self::Bare => "",
        }
    }
}

/// A part of a beginning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Text(String),
    /// A form of the day of publication.
    Date(&'static str),
}

/// Which parts of a guessed path stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kept {
    /// All but so many at the beginning.
    AllBut(usize),
    /// So many at the end.
    Last(usize),
}

/// The nearer to the guess, the less.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape {
    kept: Kept,
    prefix: Vec<Part>,
}

/// How many parts two paths have in common at their ends.
pub fn common_tail(one: &[String], other: &[String]) -> usize {
    one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count()
}

/// Every shape by which a guess that has `common` parts in common with an address becomes that address.
pub fn all(guess: &[String], address: &[String], common: usize, date: Option<NaiveDate>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for kept in 1..=common {
        let prefix = prefix(address.get(..address.len() - kept).unwrap_or_default(), date);
        shapes.push(Shape { kept: Kept::AllBut(guess.len() - kept), prefix: prefix.clone() });
        shapes.push(Shape { kept: Kept::Last(kept), prefix });
    }
    shapes
}

/// Parts that spell the post's day, year first, stand for any post's.
fn prefix(parts: &[String], date: Option<NaiveDate>) -> Vec<Part> {
    let mut forms = ["%Y", "%m", "%d"].into_iter().peekable();
    let part = |text: &String| {
        let form = forms.peek().copied();
        let spelled = date.zip(form).map(|(date, form)| date.format(form).to_string());
        match form {
            Some(form) if spelled.as_deref() == Some(text) => {
                forms.next();
                Part::Date(form)
            }
            _ => Part::Text(text.clone()),
        }
    };
    parts.iter().map(part).collect()
}

impl Shape {
    /// Whether it leaves the guess as it is.
    pub fn is_guess(&self) -> bool {
        self.kept == Kept::AllBut(0) && self.prefix.is_empty()
    }

    /// What it leaves out at the beginning of a guessed path, where it always leaves out the same number of parts.
    pub fn dropped<'a>(&self, guess: &'a [String]) -> &'a [String] {
        match self.kept {
            Kept::AllBut(less) => guess.get(..less).unwrap_or_default(),
            Kept::Last(_) => &[],
        }
    }

    /// As people write it in the settings.
    pub fn pattern(&self, form: Form) -> String {
        let mut pattern = String::from("/");
        for part in &self.prefix {
            pattern.push_str(match part {
                Part::Text(text) => text,
                Part::Date("%Y") => ":year",
                Part::Date("%m") => ":month",
                Part::Date(_) => ":day",
            });
            pattern.push('/');
        }
        pattern.push_str(if self.kept == Kept::Last(1) { ":slug" } else { ":path" });
        pattern.push_str(form.text());
        pattern
    }

    /// The address that a guessed path becomes.
    pub fn route(&self, guess: &[String], form: Form, old: &Route) -> Route {
        let kept = match self.kept {
            Kept::AllBut(less) => guess.len().saturating_sub(less).max(1),
            Kept::Last(count) => count,
        };
        let tail = guess.get(guess.len().saturating_sub(kept)..).unwrap_or_default().join("/");
        let clock = match old {
            Route::Path { clock, .. } => *clock,
            Route::Address(_) => RouteClock::Own,
        };
        let mut parts: Vec<RoutePart> = Vec::new();
        let mut text = String::new();
        for part in &self.prefix {
            match part {
                Part::Text(more) => text.push_str(more),
                Part::Date(form) => {
                    parts.push(RoutePart::Text(std::mem::take(&mut text)));
                    parts.push(RoutePart::Date((*form).to_owned()));
                }
            }
            text.push('/');
        }
        text.push_str(&tail);
        text.push_str(form.text());
        parts.push(RoutePart::Text(text));
        Route::parts(parts, clock)
    }
}
