//! `syndicard card`.

use super::args::{Card as CardArgs, Scheme};
use super::{MISUSE, say, status};
use std::path::Path;
use syndicard::card::parse_hex;
use syndicard::diag::Diagnostic;
use syndicard::model::CardSize;
use syndicard::pipeline::{self, CardRequest};

pub fn run(args: &CardArgs) -> u8 {
    let extension = args.output.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    if !matches!(extension.as_deref(), Some("jpg" | "jpeg" | "png" | "webp")) {
        return misuse(&format!("`{}` does not end in .jpg, .png or .webp", args.output.display()));
    }
    let Some(size) = CardSize::parse(&args.size) else {
        let named = CardSize::NAMED.map(|(name, ..)| name).join(", ");
        return misuse(&format!(
            "`{}` is no size; sizes are {named}, and others from 200x200 to 4096x4096",
            args.size
        ));
    };
    let accent = args.accent.as_deref().map(|text| (text, parse_hex(text)));
    if let Some((text, None)) = accent {
        return misuse(&format!("`{text}` is no colour; write it as `#0b7285`"));
    }
    let diagnostics = pipeline::card(&CardRequest {
        title: &args.title,
        site_name: &args.site_name,
        date: args.date,
        language: &args.language,
        authors: &args.author,
        tags: &args.tag,
        section: args.section.as_deref(),
        cover: args.cover.as_deref(),
        logo: args.logo.as_deref(),
        avatars: &args.avatar,
        theme: &args.theme,
        scheme: args.scheme.map(Scheme::choice),
        accent: accent.and_then(|(_, color)| color),
        size,
        square_safe: args.square_safe,
        limit_bytes: args.limit.saturating_mul(1000),
        output: &args.output,
        force: args.force,
    });
    say::diagnostics(&diagnostics);
    if wrote(&diagnostics, &args.output) {
        say::line(&format!("{}", args.output.display()));
    }
    status(&diagnostics, false)
}

fn misuse(message: &str) -> u8 {
    say::misuse(message);
    MISUSE
}

fn wrote(diagnostics: &[Diagnostic], output: &Path) -> bool {
    status(diagnostics, false) == 0 && output.is_file()
}
