//! Which family of the Noto fonts has a character, to say what to install.

use unicode_properties::UnicodeEmoji;
use unicode_script::{Script, UnicodeScript};

/// The family that has a character, such as `Noto Serif Tibetan`; nothing for what only its owner's font can have.
pub fn noto_family(c: char) -> Option<String> {
    match c {
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'.. => return None,
        '\u{1D400}'..='\u{1D7FF}' | '\u{2980}'..='\u{29FF}' | '\u{2A00}'..='\u{2AFF}' => {
            return Some("Noto Sans Math".to_owned());
        }
        '\u{1D000}'..='\u{1D24F}' => return Some("Noto Music".to_owned()),
        _ => {}
    }
    let script = c.script();
    let family = match script {
        _ if c.is_emoji_char() => "Noto Color Emoji",
        Script::Unknown => return None,
        Script::Common | Script::Inherited => "Noto Sans Symbols 2",
        Script::Latin | Script::Greek | Script::Cyrillic => "Noto Sans",
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo | Script::Hangul => {
            "Noto Sans CJK"
        }
        Script::Nushu => "Noto Traditional Nushu",
        Script::Nko => "Noto Sans NKo",
        Script::Phags_Pa => "Noto Sans PhagsPa",
        Script::Ahom
        | Script::Dives_Akuru
        | Script::Dogra
        | Script::Khitan_Small_Script
        | Script::Makasar
        | Script::Nyiakeng_Puachue_Hmong
        | Script::Old_Uyghur
        | Script::Tangut
        | Script::Tibetan
        | Script::Toto
        | Script::Yezidi => return Some(format!("Noto Serif {}", spaced(script))),
        _ => return Some(format!("Noto Sans {}", spaced(script))),
    };
    Some(family.to_owned())
}

fn spaced(script: Script) -> String {
    script.full_name().replace('_', " ")
}
