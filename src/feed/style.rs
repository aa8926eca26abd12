//! The style sheet that shows feeds and the subscribe page in a browser.

use crate::model::Style;

const SHEET: &str = include_str!("../../assets/feeds.css");

/// Our sheet, the site's choices as custom properties, and the site's own sheet.
pub fn css(style: &Style, own: &str) -> String {
    let choices = [
        ("accent", &style.accent),
        ("background", &style.background),
        ("text", &style.text),
        ("font", &style.font),
    ];
    let mut chosen = String::new();
    for (name, value) in choices {
        // A value ends where the next declaration or rule would begin: nothing else of CSS can be smuggled in.
        let value = value.as_deref().and_then(|value| value.split([';', '{', '}', '<']).next());
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            chosen.push_str(&format!("  --{name}: {value};\n"));
        }
    }
    let chosen =
        if chosen.is_empty() { String::new() } else { format!("\n:root, rss, feed {{\n{chosen}}}\n") };
    let own = if own.is_empty() { String::new() } else { format!("\n/* The site's own. */\n{own}") };
    format!("/* Syndicard */\n{SHEET}{chosen}{own}")
}
