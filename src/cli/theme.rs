//! `syndicard theme`.

use super::args::{Scheme, Theme, ThemeCommand, ThemeSheet};
use super::{IN_ERROR, MISUSE, say, status};
use syndicard::card::SchemeChoice;
use syndicard::demo::sheet::{self, SheetRequest};
use syndicard::model::CardSize;
use syndicard::pipeline;

pub fn run(args: &Theme) -> u8 {
    match &args.command {
        ThemeCommand::List { site } => {
            let (themes, said) = pipeline::theme_list(site);
            say::diagnostics(&said);
            let widest = themes.iter().map(|theme| theme.name.chars().count()).max().unwrap_or(0);
            for theme in themes {
                let own = if theme.is_own { "  (the site's own)" } else { "" };
                say::line(&format!("{:widest$}  {}{own}", theme.name, theme.about));
            }
            status(&said, false)
        }
        ThemeCommand::New { name, from, site } => match pipeline::theme_new(site, name, from) {
            Ok(file) => {
                say::line(&site.join(file).display().to_string());
                say::line(&format!(
                    "Use it with `cards: {{theme: {name}}}`; look at it with `syndicard theme sheet {name}`."
                ));
                0
            }
            Err(error) => {
                say::diagnostics(&[error]);
                IN_ERROR
            }
        },
        ThemeCommand::Sheet(args) => sheet(args),
    }
}

fn sheet(args: &ThemeSheet) -> u8 {
    let mut sizes = Vec::new();
    for text in &args.size {
        let Some(size) = CardSize::parse(text) else {
            say::misuse(&format!("`{text}` is no size"));
            return MISUSE;
        };
        sizes.push(size);
    }
    let (cards, said) = sheet::write(&SheetRequest {
        site: &args.site,
        themes: &args.themes,
        sizes: &sizes,
        scheme: args.scheme.map(Scheme::choice),
        square_safe: args.square_safe,
        out: args.out.clone(),
        force: args.force,
    });
    say::diagnostics(&said);
    say::line(&format!("{cards} cards. Open {} in a browser.", args.out.join(sheet::PAGE).display()));
    status(&said, false)
}

impl Scheme {
    pub fn choice(self) -> SchemeChoice {
        match self {
            Self::Dark => SchemeChoice::Dark,
            Self::Light => SchemeChoice::Light,
            Self::Auto => SchemeChoice::Auto,
        }
    }
}
