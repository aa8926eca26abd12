//! Words that cling to a neighbour, by language; which they are stands in `assets/words/clinging.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// To what a word clings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clings {
    /// To the word after it: an article, a preposition, a conjunction.
    Next,
    /// To the word before it: a postposition, a particle.
    Last,
    /// To the name after it.
    Title,
    /// To the number after it.
    Label,
    /// To what it counts.
    Count,
}

/// The words of one language.
#[derive(Default)]
pub struct Words {
    words: BTreeMap<&'static str, Vec<Clings>>,
}

static LANGUAGES: LazyLock<BTreeMap<&'static str, Words>> =
    LazyLock::new(|| read(include_str!("../../../assets/words/clinging.tsv")));

/// The words of a language (BCP 47); nothing where none are known.
pub fn of(language: &str) -> Option<&'static Words> {
    let primary = language.split(['-', '_']).next().unwrap_or(language).to_ascii_lowercase();
    // Norwegian is Bokmål unless something else is said.
    LANGUAGES.get(if primary == "no" { "nb" } else { primary.as_str() })
}

impl Words {
    /// Whether a word, in lower case, clings so.
    pub fn has(&self, word: &str, clings: Clings) -> bool {
        self.words.get(word).is_some_and(|kinds| kinds.contains(&clings))
    }
}

fn read(table: &'static str) -> BTreeMap<&'static str, Words> {
    let mut languages: BTreeMap<&'static str, Words> = BTreeMap::new();
    for line in table.lines() {
        let mut columns = line.split('\t');
        let (Some(language), Some(side), Some(words)) = (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let clings = match side {
            "next" => Clings::Next,
            "last" => Clings::Last,
            "title" => Clings::Title,
            "count" => Clings::Count,
            _ => Clings::Label,
        };
        let known = languages.entry(language).or_default();
        for word in words.split(' ') {
            known.words.entry(word).or_default().push(clings);
        }
    }
    languages
}
