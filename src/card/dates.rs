//! Dates as people write them in their languages (the long forms of the Unicode CLDR).

use chrono::{Datelike, NaiveDate};

/// How a language writes a date: `{d}`, `{m}` and `{y}` stand for day, month and year.
struct Form {
    language: &'static str,
    pattern: &'static str,
    /// None where months are numbers.
    months: Option<[&'static str; 12]>,
}

const FORMS: &[Form] = &[
    Form { language: "en-US", pattern: "{m} {d}, {y}", months: Some(ENGLISH) },
    Form { language: "en", pattern: "{d} {m} {y}", months: Some(ENGLISH) },
    Form {
        language: "es",
        pattern: "{d} de {m} de {y}",
        months: Some([
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ]),
    },
    Form {
        language: "pt",
        pattern: "{d} de {m} de {y}",
        months: Some([
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ]),
    },
    Form {
        language: "fr",
        pattern: "{d} {m} {y}",
        months: Some([
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ]),
    },
    Form {
        language: "de",
        pattern: "{d}. {m} {y}",
        months: Some([
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ]),
    },
    Form {
        language: "it",
        pattern: "{d} {m} {y}",
        months: Some([
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ]),
    },
    Form {
        language: "nl",
        pattern: "{d} {m} {y}",
        months: Some([
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ]),
    },
    Form {
        language: "ru",
        pattern: "{d} {m} {y} г.",
        months: Some([
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ]),
    },
    Form {
        language: "pl",
        pattern: "{d} {m} {y}",
        months: Some([
            "stycznia",
            "lutego",
            "marca",
            "kwietnia",
            "maja",
            "czerwca",
            "lipca",
            "sierpnia",
            "września",
            "października",
            "listopada",
            "grudnia",
        ]),
    },
    Form {
        language: "ar",
        pattern: "{d} {m} {y}",
        months: Some([
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ]),
    },
    Form { language: "ja", pattern: "{y}年{m}月{d}日", months: None },
    Form { language: "zh", pattern: "{y}年{m}月{d}日", months: None },
    Form { language: "ko", pattern: "{y}년 {m}월 {d}일", months: None },
];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date in a language (BCP 47), as in ISO 8601 where its form is not known.
pub fn date_text(date: NaiveDate, language: &str) -> String {
    let primary = language.split('-').next().unwrap_or(language);
    let known = |tag: &str| FORMS.iter().find(|form| form.language.eq_ignore_ascii_case(tag));
    let Some(form) = known(language).or_else(|| known(primary)) else {
        return date.format("%Y-%m-%d").to_string();
    };
    let month = match form.months {
        Some(months) => months.get(date.month0() as usize).copied().unwrap_or_default().to_owned(),
        None => date.month().to_string(),
    };
    form.pattern
        .replace("{d}", &date.day().to_string())
        .replace("{m}", &month)
        .replace("{y}", &date.year().to_string())
}
