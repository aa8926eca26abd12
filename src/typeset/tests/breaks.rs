use super::{better, cost, fit_in, fit_width, lines};
use crate::typeset::breaks::FORBIDDEN;

#[test]
fn no_line_ends_on_an_article_a_preposition_or_a_conjunction() {
    for (language, title) in [
        ("en", "Letters | from the sea"),
        ("es", "Carta | a los amigos"),
        ("pt", "Viagem | ao centro"),
        ("fr", "Voyage | autour du monde"),
        ("de", "Ende | der Geschichte"),
        ("it", "Giro | del mondo"),
        ("nl", "Reizen | om de wereld"),
        ("pl", "Spacer | w Bieszczadach"),
        ("cs", "Kniha | o Praze"),
        ("sv", "Resan | till havet"),
        ("ro", "Drumul | de munte"),
        ("ru", "Война | и мир"),
        ("uk", "Казка | про море"),
        ("el", "Ταξίδι | στην Κρήτη"),
        ("ar", "رحلة | إلى البحر"),
        ("he", "מסע | אל הים"),
        ("vi", "Bí quyết | của bà"),
        ("hu", "Utazás | a tengerhez"),
    ] {
        // The bar stands where a line may well end; behind each word after it, not so well.
        let (before, after) = title.rsplit_once(" | ").unwrap();
        let before = before.replace(" | ", " ");
        let plain = format!("{before} {after}");
        let mut worse = before.clone();
        let words: Vec<&str> = after.split(' ').collect();
        for word in &words[..words.len() - 1] {
            worse = format!("{worse} {word}");
            assert!(better(&plain, language, &before, &worse), "{plain}: {worse}");
        }
    }
}

#[test]
fn no_line_begins_with_a_postposition_or_a_particle() {
    assert!(better("भारत का भविष्य क्या", "hi", "भारत का", "भारत"));
    assert!(better("İşimizi alacak mı bakalım", "tr", "İşimizi", "İşimizi alacak"));
    assert!(better("برنامه را یاد گرفتم", "fa", "برنامه را", "برنامه"));
    assert!(better("할 수 있는 일", "ko", "할 수 있는", "할"));
}

#[test]
fn a_word_of_one_letter_ends_no_line_in_a_language_that_is_not_known() {
    assert!(better("kala w vodi", "und", "kala", "kala w"));
}

#[test]
fn a_dash_a_colon_and_a_slash_stay_with_the_word_before() {
    for (title, before) in [
        ("Left — right and wrong", "Left"),
        ("Left - right and wrong", "Left"),
        ("Left : right and wrong", "Left"),
        ("Left / right and wrong", "Left"),
        ("Left—right and wrong", "Left"),
        ("Left | right and wrong", "Left"),
    ] {
        assert!(cost(title, before, "en").is_none_or(|cost| cost >= FORBIDDEN), "{title}");
    }
    assert_eq!(cost("Left — right and wrong", "Left —", "en"), Some(0.0));
}

#[test]
fn french_marks_stay_with_their_words_though_a_space_is_between() {
    for (title, before) in [
        ("Est-il bleu ? Oui", "Est-il bleu"),
        ("Enfin révélée ! Oui", "Enfin révélée"),
        ("À table : le gratin", "À table"),
        ("Dit « oui » enfin", "Dit «"),
        ("Dit « oui » enfin", "Dit « oui"),
    ] {
        assert!(cost(title, before, "fr").is_none_or(|cost| cost >= FORBIDDEN), "{title}");
    }
}

#[test]
fn a_german_quotation_opens_with_the_mark_that_closes_a_french_one() {
    assert!(cost("Das »neue« Recht", "Das", "de").unwrap() < FORBIDDEN);
}

#[test]
fn a_pause_is_the_best_place_to_break() {
    assert!(better("Tide clocks: building one", "en", "Tide clocks:", "Tide clocks: building"));
    assert!(better("Red, green blue", "en", "Red,", "Red, green"));
}

#[test]
fn a_number_keeps_its_unit() {
    for (title, before) in [
        ("Walking 10 km alone", "Walking 10"),
        ("Less than 100 € today", "Less than 100"),
        ("Up 4.5 % this year", "Up 4.5"),
        ("Needs 14 TB soon", "Needs 14"),
        ("The best 10 ways home", "The best 10"),
    ] {
        let earlier = before.rsplit_once(' ').unwrap().0;
        assert!(better(title, "en", earlier, before), "{title}");
    }
}

#[test]
fn a_number_stays_with_what_it_numbers() {
    for (language, title, before) in [
        ("en", "Read Chapter 3 first", "Read Chapter"),
        ("en", "See Part II: Return", "See Part"),
        ("en", "See No. 7 again", "See No."),
        ("en", "Try Python 3.13 now", "Try Python"),
        ("en", "Take Vitamin C daily", "Take Vitamin"),
        ("en", "Learn C # today", "Learn C"),
        ("de", "Siehe Kapitel 4 unten", "Siehe Kapitel"),
        ("ru", "Смотри глава 12 снова", "Смотри глава"),
    ] {
        let earlier = before.rsplit_once(' ').unwrap().0;
        assert!(better(title, language, earlier, before), "{title}");
    }
}

#[test]
fn a_title_and_initials_stay_with_the_name() {
    for before in ["Here Dr.", "Here Dr. J.", "Here Dr. J. R."] {
        assert!(better("Here Dr. J. R. Watson", "en", "Here", before), "{before}");
    }
}

#[test]
fn a_name_of_two_words_stays_together_where_capitals_tell() {
    assert!(better("how the famous Ada Lovelace wrote it", "en", "how the famous", "how the famous Ada"));
}

#[test]
fn versions_and_times_are_not_parted() {
    for title in ["2.0.0-beta.3", "10:30", "1,000,000", "3.13"] {
        let read = super::Title::read(title, &[], "en");
        assert!(read.breaks.is_empty(), "{title}: {:?}", read.breaks);
    }
}

#[test]
fn a_hyphenated_word_is_parted_only_at_need() {
    assert!(better("A well-known old story", "en", "A well-known", "A well-"));
    assert!(better("No e-mail today", "en", "No", "No e-"));
    assert!(cost("No e-mail today", "No e-", "en") > cost("A well-known old story", "A well-", "en"));
}

#[test]
fn a_soft_hyphen_is_drawn_only_where_a_line_ends_at_it() {
    let title = "Über Donau\u{AD}dampf\u{AD}schiff\u{AD}fahrt";
    assert_eq!(lines(&fit_in(title, "de")), ["Über Donaudampfschifffahrt"]);
    let narrow = lines(&fit_width(title, "de", 84.0, 600.0));
    assert!(narrow.iter().any(|line| line.ends_with("dampf-") || line.ends_with("schiff-")), "{narrow:?}");
    assert_eq!(narrow.concat().replace(['-', ' '], ""), "ÜberDonaudampfschifffahrt");
}

#[test]
fn a_compound_that_fits_no_line_is_hyphenated_where_a_syllable_begins() {
    let fitted = fit_width("Geschwindigkeitsbegrenzung", "de", 84.0, 800.0);
    assert_eq!(lines(&fitted), ["Geschwindigkeits-", "begrenzung"]);
    assert!(!fitted.cut);
}

#[test]
fn a_word_that_fits_at_a_smaller_size_is_not_parted() {
    let fitted = fit_in("Supercalifragilisticexpialidocious", "en");
    assert_eq!(lines(&fitted), ["Supercalifragilisticexpialidocious"]);
    assert!(fitted.size_px < 84.0);
}

#[test]
fn no_word_of_a_language_with_letters_is_parted_without_a_hyphen() {
    for line in lines(&fit_width("Megszentségteleníthetetlenségeskedéseitekért", "hu", 84.0, 700.0))
        .iter()
        .rev()
        .skip(1)
    {
        assert!(line.ends_with('-'), "{line}");
    }
}

#[test]
fn an_emoji_stays_with_the_words_that_it_ends_or_begins() {
    assert!(better("We did it 🎉 again", "en", "We did it 🎉", "We did it"));
    assert!(better("🎉 Big news today", "en", "🎉 Big", "🎉"));
    assert!(better("Read this: ⚠️ too close", "en", "Read this:", "Read this: ⚠️"));
}
