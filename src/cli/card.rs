//! `syndicard card`.

use super::args::Card as CardArgs;
use super::{MISUSE, say, status};
use std::path::Path;
use syndicard::diag::Diagnostic;
use syndicard::pipeline::{self, CardRequest};

pub fn run(args: &CardArgs) -> u8 {
    let extension = args.output.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    if !matches!(extension.as_deref(), Some("jpg" | "jpeg" | "png")) {
        say::misuse(&format!("`{}` does not end in .jpg or .png", args.output.display()));
        return MISUSE;
    }
    let diagnostics = pipeline::card(&CardRequest {
        title: &args.title,
        site_name: &args.site_name,
        date: args.date,
        language: &args.language,
        cover: args.cover.as_deref(),
        output: &args.output,
        force: args.force,
    });
    say::diagnostics(&diagnostics);
    if wrote(&diagnostics, &args.output) {
        say::line(&format!("{}", args.output.display()));
    }
    status(&diagnostics, false)
}

fn wrote(diagnostics: &[Diagnostic], output: &Path) -> bool {
    status(diagnostics, false) == 0 && output.is_file()
}
