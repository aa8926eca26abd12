//! The short form of minutes, from CLDR 48 (`unit/duration-minute`, short), where it is not `5 min`.

/// By language, the exact tag before the shorter; `{0}` stands for the number. Japanese and Chinese written in Traditional
/// characters have the narrow form, which is set without a space like the dates beside it.
const PATTERNS: &[(&str, &str)] = &[
    // What English blogs say; everybody else's form is CLDR's.
    ("en", "{0} min read"),
    ("af", "{0} min."),
    ("am", "{0} ደቂቃ"),
    ("ar", "{0} د"),
    ("as", "{0} মিনিট"),
    ("az", "{0} dəq"),
    ("be", "{0} хв"),
    ("bg", "{0} мин"),
    ("bn", "{0} মিনিট"),
    ("bs", "{0} min."),
    ("cy", "{0} mun"),
    ("da", "{0} min."),
    ("de", "{0} Min."),
    ("el", "{0} λ."),
    ("fa", "{0} دقیقه"),
    ("fil", "{0} min."),
    ("ga", "{0} nóim"),
    ("gu", "{0} મિનિટ"),
    ("he", "{0} דק׳"),
    ("hi", "{0} मि॰"),
    ("hu", "{0} p"),
    ("hy", "{0} ր"),
    ("id", "{0} mnt"),
    ("is", "{0} mín."),
    ("ja", "{0}分"),
    ("jv", "{0} mnt"),
    ("ka", "{0} წთ"),
    ("kk", "{0} мин"),
    ("km", "{0} នាទី"),
    ("kn", "{0} ನಿಮಿ"),
    ("ko", "{0}분"),
    ("ky", "{0} мүн"),
    ("lo", "{0} ນທ"),
    ("lt", "{0} min."),
    ("mk", "{0} мин."),
    ("ml", "{0} മി."),
    ("mn", "{0} мин"),
    ("mr", "{0} मिनि"),
    ("my", "{0} မိနစ်"),
    ("ne", "{0} मिनेट"),
    ("pa", "{0} ਮਿੰਟ"),
    ("ps", "{0} دقیقه"),
    ("ro", "{0} min."),
    ("ru", "{0} мин"),
    ("si", "මිනි {0}"),
    ("sq", "{0} min."),
    ("sr", "{0} мин"),
    ("sr-Latn", "{0} min"),
    ("sw", "dakika {0}"),
    ("ta", "{0} நிமி."),
    ("te", "{0} నిమి."),
    ("th", "{0} นาที"),
    ("tr", "{0} dk."),
    ("uk", "{0} хв"),
    ("ur", "{0} منٹ"),
    ("uz", "{0} daq."),
    ("vi", "{0} phút"),
    ("zh", "{0}分钟"),
    ("zh-Hant", "{0}分鐘"),
    ("zh-HK", "{0}分鐘"),
    ("zh-MO", "{0}分鐘"),
    ("zh-TW", "{0}分鐘"),
];

/// The pattern of a language (BCP 47).
pub fn pattern(language: &str) -> &'static str {
    let known = |tag: &str| PATTERNS.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag));
    let mut tag = language;
    loop {
        if let Some((_, pattern)) = known(tag) {
            return pattern;
        }
        match tag.rsplit_once('-') {
            Some((shorter, _)) => tag = shorter,
            None => return "{0} min",
        }
    }
}
