//! Numbers, with what they number and what they count.

/// Signs and abbreviations that follow a number.
const UNITS: &str = " km m cm mm nm kg g mg t lb lbs oz ft mi mph km/h l ml dl °c °f ° % ‰ € $ £ ¥ ₽ ₴ zł kč lei ft px em \
    rem pt dpi fps gb mb kb tb gib mib kib gbps mbps bit bits byte bytes mhz ghz hz khz w kw kwh mw gw v mv a ma mah h min s \
    ms µs μs ns sec secs hrs am pm a.m. p.m. uhr h00 bc ad bce ce mio mrd млн млрд тыс руб грн г. год лет см км кг мин ч \
    million billion trillion millones milliards millionen miliardi usd eur gbp rub inr x × k+ ";

/// A number, perhaps with a sign, a currency or a letter: `10`, `3.11`, `v2`, `#12`, `50%`, `10k`, `1.`.
pub fn is_number(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| {
        matches!(
            c,
            '#' | '№'
                | '§'
                | '$'
                | '€'
                | '£'
                | '¥'
                | '₹'
                | '+'
                | '-'
                | '−'
                | '~'
                | '≈'
                | '('
                | '“'
                | '"'
                | '«'
        )
    });
    let rest = rest.strip_prefix(['v', 'V']).unwrap_or(rest);
    rest.starts_with(char::is_numeric)
}

/// A Roman number of two and more letters, or one that stands behind the word that it numbers.
pub fn is_roman(word: &str) -> bool {
    let word = word.trim_end_matches(is_closing);
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// Whether a word, in lower case, is a unit.
pub fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| is_closing(c) && c != '.');
    let found = |word: &str| !word.is_empty() && UNITS.contains(&format!(" {word} "));
    found(word) || found(word.trim_end_matches('.'))
}

/// Marks that close a word.
pub fn is_closing(c: char) -> bool {
    matches!(
        c,
        ',' | '.'
            | ':'
            | ';'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '”'
            | '’'
            | '»'
            | '›'
            | '"'
            | '\''
            | '…'
            | '،'
            | '؟'
            | '؛'
    )
}
