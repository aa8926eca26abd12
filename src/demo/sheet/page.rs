//! The page of a contact sheet.

use super::Shown;
use crate::card::Theme;
use crate::model::escape_html;

const STYLE: &str = "
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 96rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; } h2 { margin: 3rem 0 0; } h3 { margin: 1.5rem 0 .5rem; font-weight: 500; }
.sheet { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(var(--side), 1fr)); align-items: start; }
figure { margin: 0; } img { width: 100%; height: auto; display: block; border-radius: 6px; outline: 1px solid #8883; }
figcaption { font-size: .75rem; opacity: .75; } .wrong { color: #d33; opacity: 1; font-weight: 600; }
";

/// All cards, by theme and size.
pub fn html(themes: &[Theme], shown: &[Shown]) -> String {
    let mut body = String::new();
    for theme in themes {
        body.push_str(&format!(
            "<h2>{}</h2>\n<p>{}</p>\n",
            escape_html(&theme.name),
            escape_html(&theme.about)
        ));
        let mut size = String::new();
        for card in shown.iter().filter(|card| card.theme == theme.name) {
            if card.size.name != size {
                if !size.is_empty() {
                    body.push_str("</div>\n");
                }
                size.clone_from(&card.size.name);
                let (width, height) = (card.size.width_px, card.size.height_px);
                // About as large as a telephone's timeline shows it.
                let side = if width > height { 22 } else { 14 };
                body.push_str(&format!(
                    "<h3>{size}, {width} × {height}</h3>\n<div class=\"sheet\" style=\"--side: {side}rem\">\n"
                ));
            }
            body.push_str(&figure(card));
        }
        if !size.is_empty() {
            body.push_str("</div>\n");
        }
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Themes of cards</title>\n<style>{STYLE}</style>\n<h1>Themes of cards</h1>\n{body}</html>\n"
    )
}

fn figure(card: &Shown) -> String {
    let (width, height) = (card.size.width_px, card.size.height_px);
    let wrong = card.cut || card.contrast < 4.5;
    let class = if wrong { " class=\"wrong\"" } else { "" };
    let cut = if card.cut { ", the title is cut" } else { "" };
    format!(
        "<figure><img loading=\"lazy\" src=\"{}\" width=\"{width}\" height=\"{height}\" alt=\"{}\">\
         <figcaption{class}>{:.1} : 1{cut}</figcaption></figure>\n",
        escape_html(&card.path),
        escape_html(card.title),
        card.contrast,
    )
}
