//! What a theme that is wrong is told, to the character.

use super::files;
use crate::card::Theme;

/// The head of a theme that is right; its card follows in line 4.
const HEAD: &str = "about: Mine.\ntexts:\n  title: {sizes: [[80, 2]]}\n";
const TEXTS: &str = "texts:\n  title: {sizes: [[80, 1]]}\n";
const CARD: &str = "card: {say: \"{title}\"}\n";

/// Line and column, message, hint.
type Told = ((u32, u32), &'static str, Option<&'static str>);

#[track_caller]
fn told(yaml: &str, expected: Told) {
    let error = Theme::parse(files(yaml)).err().unwrap_or_else(|| panic!("nothing is said of\n{yaml}"));
    assert_eq!(error.code, "theme-wrong", "{yaml}");
    assert_eq!(error.path.as_deref(), Some("card-themes/mine/theme.yaml"), "{yaml}");
    let place = error.location.as_ref().map(|at| (at.line, at.column));
    let message = error.message.strip_prefix("the theme `mine` cannot be used: ").unwrap_or(&error.message);
    assert_eq!((place.unwrap_or_default(), message, error.hint.as_deref()), expected, "{yaml}");
    let excerpt = error.location.map(|at| at.excerpt).unwrap_or_default();
    assert_eq!(excerpt, yaml.lines().nth(expected.0.0 as usize - 1).unwrap_or_default());
}

/// What a card is told whose box has this line, which is the sixth; columns count from its own beginning.
#[track_caller]
fn told_of(line: &str, column: u32, message: &'static str, hint: Option<&'static str>) {
    told(&format!("{HEAD}card:\n  say: \"{{title}}\"\n  {line}\n"), ((6, 2 + column), message, hint));
}

#[test]
fn what_is_no_theme_at_all() {
    told("", ((1, 1), "missing field `about`", None));
    told("about: [", ((1, 8), "about: invalid type: sequence, expected a string", None));
    let message = "invalid type: string \"just words\", expected a theme with `about`, `texts` and `card`";
    told("just words", ((1, 1), message, None));
    told(&format!("{TEXTS}{CARD}"), ((1, 1), "missing field `about`", None));
    told(HEAD, ((1, 1), "missing field `card`", None));
    told(&format!("about: Mine.\n{CARD}"), ((1, 1), "missing field `texts`", None));
    let hint = "write one of `about`, `scheme`, `dark`, `light`, `texts`, `safe`, `card`";
    told(
        &format!("about: Mine.\nauthor: Ada\n{TEXTS}{CARD}"),
        ((2, 1), "unknown field `author`", Some(hint)),
    );
    let hint = "write one of `dark`, `light`, `auto`";
    let message = "scheme: unknown variant `dusk`";
    told(&format!("about: Mine.\nscheme: dusk\n{TEXTS}{CARD}"), ((2, 9), message, Some(hint)));
}

const KEYS: &str = "write one of `width`, `height`, `min_width`, `max_width`, `min_height`, `max_height`, `grow`, `shrink`, \
    `direction`, `justify`, `align`, `align_self`, `wrap`, `gap`, `padding`, `margin`, `columns`, `rows`, `at`, `fill`, `radius`, \
    `border`, `color`, `say`, `text`, `separator`, `text_align`, `upper_case`, `picture`, `fit`, `backdrop`, `scrim`, `when`, \
    `variants`, `boxes`";

#[test]
fn keys_that_a_box_does_not_have() {
    told_of("colour: red", 1, "card: unknown field `colour`", Some(KEYS));
    let yaml = format!("{HEAD}card:\n  boxes:\n    - say: \"{{title}}\"\n      widht: 10\n");
    told(&yaml, ((7, 7), "card.boxes[0]: unknown field `widht`", Some(KEYS)));
    let hint = "write one of `top`, `end`, `bottom`, `start`";
    told_of("at: {left: 3}", 6, "card.at: unknown field `left`", Some(hint));
    told_of("border: {width: 2}", 9, "card.border: missing field `color`", None);
}

#[test]
fn lengths_that_are_none() {
    let size = |found: &str| {
        let message = format!(
            "card.width: invalid value: {found}, expected a number of pixels or a share such as `50%`, neither of them negative"
        );
        &*message.leak()
    };
    told_of("width: wide", 8, size("string \"wide\""), None);
    told_of("width: -10", 8, size("integer `-10`"), None);
    told_of("width: -10%", 8, size("string \"-10%\""), None);
    told_of("width: .inf", 8, size("floating point `inf`"), None);
    told_of("width: .nan", 8, size("floating point `NaN`"), None);
    told_of("width: 1000000", 8, size("integer `1000000`"), None);
    let sides = "card.padding: invalid length 3, expected a length, `[vertical, horizontal]`, or `[top, end, bottom, start]`";
    told_of("padding: [1, 2, 3]", 10, sides, None);
    let at = "card.at: invalid value: string \"middle\", expected `fill`, or distances such as `{bottom: 64, start: 64}`";
    told_of("at: middle", 5, at, None);
    assert!(
        Theme::parse(files(&format!("{HEAD}card: {{say: \"{{title}}\", margin: -10, at: {{top: -5%}}}}")))
            .is_ok()
    );
}

#[test]
fn numbers_out_of_their_bounds() {
    told_of(
        "grow: much",
        7,
        "card.grow: invalid type: string \"much\", expected a number from 0 to 1000",
        None,
    );
    told_of("grow: -1", 7, "card.grow: invalid value: integer `-1`, expected a number from 0 to 1000", None);
    let text = |more: &str| format!("about: Mine.\ntexts:\n  title: {{sizes: [[80, 1]], {more}}}\n{CARD}");
    let message = "texts.title.weight: invalid value: integer `-4`, expected a number from 1 to 1000";
    told(&text("weight: -4"), ((3, 37), message, None));
    let message = "texts.title.leading: invalid value: floating point `NaN`, expected a number from 0.5 to 4";
    told(&text("leading: .nan"), ((3, 38), message, None));
    let message = "texts.title.tracking: invalid value: integer `9`, expected a number from -0.5 to 2";
    told(&text("tracking: 9"), ((3, 39), message, None));
    let message = "safe: invalid value: integer `400`, expected a number from 0 to 300";
    told(&format!("about: Mine.\nsafe: 400\n{TEXTS}{CARD}"), ((2, 7), message, None));
    let message = "texts.title: `sizes` are pairs of a size from 8 to 600 and a number of lines from 1 to 99";
    for sizes in ["[]", "[[2, 1]]", "[[80, 0]]", "[[80, 1000]]", "[[.nan, 1]]"] {
        let yaml = format!("about: Mine.\ntexts:\n  title: {{sizes: {sizes}}}\n{CARD}");
        told(&yaml, ((3, 10), message, None));
    }
}

#[test]
fn colours_that_are_none() {
    let message = "`bluish` is no colour of the theme; its colours are white, black, accent";
    told_of("color: bluish", 8, message, None);
    told_of("color: \"#12\"", 8, "card.color: `#12` is no colour such as `#0b7285`", None);
    let message = "card.color: `brightness` changes nothing about a colour; `lightness 0.8`, `chroma 0.1` and `turn 40` do";
    told_of("color: accent brightness 1", 8, message, None);
    told_of("fill: white / 120%", 7, "card.fill: `120%` is no opacity such as `80%`", None);
    let dark = |colors: &str| format!("about: Mine.\ndark: {{{colors}}}\n{TEXTS}{CARD}");
    let message = "`ink` is no colour of the theme; its colours are text, white, black, accent";
    told(&dark("text: ink"), ((2, 14), message, None));
    told(&dark("text: paper, paper: text"), ((2, 8), "the colour `text` stands for itself", None));
}

#[test]
fn texts_and_fields_that_are_none() {
    let say = |text: &str| format!("{HEAD}card:\n  say: \"{text}\"\n");
    let message = "card.say: `{autor}` is nothing that a card can say; it can say title, site, host, date, authors, tags, section, \
        series, reading_time";
    told(&say("{title} {autor}"), ((5, 8), message, None));
    told(&say("{title"), ((5, 8), "card.say: `{title` has a `{` without its `}`", None));
    told(&say("{site}"), ((4, 1), "no box says `{title}`", None));
    let message = "`headline` is no text of the theme; its texts are title";
    told_of("text: headline", 7, message, None);
    told(&format!("about: Mine.\ntexts: {{}}\n{CARD}"), ((2, 1), "a theme needs at least one text", None));
    let text = |more: &str| format!("about: Mine.\ntexts:\n  title: {{sizes: [[80, 1]], {more}}}\n{CARD}");
    let message = "texts.title.family: unknown variant `script`";
    told(&text("family: script"), ((3, 37), message, Some("write one of `sans`, `serif`, `mono`")));
    let hint = "write one of `family`, `weight`, `sizes`, `leading`, `tracking`, `tabular`";
    told(&text("colour: red"), ((3, 29), "texts.title: unknown field `colour`", Some(hint)));
}

#[test]
fn pictures_conditions_and_directions_that_are_none() {
    told_of("picture: rose.svg", 10, "there is no `rose.svg` in the theme's folder", None);
    let message = "card: `photo` is no picture; `cover`, `logo`, `avatars` and files such as `waves.svg` are";
    told(&format!("{HEAD}card:\n  say: \"{{title}}\"\n  picture: photo\n"), ((5, 3), message, None));
    let hint = "write one of `cover`, `no-cover`, `small-cover`, `full-cover`, `wide`, `square`, `tall`, `not-wide`, `dark`, \
        `light`, `logo`, `no-logo`, `avatars`, `date`, `tags`, `no-tags`, `section`, `no-section`, `square-safe`, `short-title`";
    told_of("when: [rainy]", 8, "card.when[0]: unknown variant `rainy`", Some(hint));
    let hint = "write one of `row`, `column`, `row-reverse`, `column-reverse`";
    told_of("direction: diagonal", 12, "card.direction: unknown variant `diagonal`", Some(hint));
    let hint = "write one of `top`, `bottom`, `start`, `end`, `bottom-end`, `top-end`, `rim`";
    told_of("scrim: down", 8, "card.scrim: unknown variant `down`", Some(hint));
}

#[test]
fn boxes_in_boxes_without_end() {
    let deep = format!("{}{{say: \"{{title}}\"}}{}", "[{boxes: ".repeat(300), "}]".repeat(300));
    told(&format!("{HEAD}card:\n  boxes: {deep}\n"), ((5, 577), "recursion limit exceeded", None));
    told(&format!("{HEAD}card: &a\n  boxes: [*a]\n"), ((5, 10), "recursion limit exceeded", None));
}
