//! Prints diagnostics for people.

use anstyle::{AnsiColor, Style};
use std::fmt::Write;
use syndicard::diag::{Diagnostic, Location, Severity};

/// Prints all of them on standard error; colour only on a terminal, and never against `NO_COLOR`.
pub fn diagnostics(diagnostics: &[Diagnostic]) {
    let text: String = diagnostics.iter().map(|diagnostic| render(diagnostic) + "\n").collect();
    let mut stream = anstream::stderr();
    let _ = std::io::Write::write_all(&mut stream, text.as_bytes());
}

/// A line on standard output.
pub fn line(text: &str) {
    let _ = std::io::Write::write_all(&mut anstream::stdout(), format!("{text}\n").as_bytes());
}

/// One line for a command that was misused.
pub fn misuse(text: &str) {
    let bold = style(Severity::Error);
    let text = format!("{bold}error{bold:#}: {text}\n");
    let _ = std::io::Write::write_all(&mut anstream::stderr(), text.as_bytes());
}

fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
    };
    color.on_default().bold()
}

fn render(diagnostic: &Diagnostic) -> String {
    let head = style(diagnostic.severity);
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut text = format!("{head}{name}{head:#}: {}\n", visible(&diagnostic.message));
    let blue = AnsiColor::Blue.on_default().bold();
    let width = diagnostic.location.as_ref().map_or(1, |at| at.line.to_string().len());
    if let Some(path) = &diagnostic.path {
        let place =
            diagnostic.location.as_ref().map_or(String::new(), |at| format!(":{}:{}", at.line, at.column));
        let _ = writeln!(text, "{:width$}{blue}-->{blue:#} {}{place}", "", visible(path));
    }
    match &diagnostic.location {
        Some(at) if !at.excerpt.is_empty() => excerpt(&mut text, at, diagnostic.label.as_deref(), width),
        _ => {
            if let Some(label) = &diagnostic.label {
                let _ = writeln!(text, "{:width$} {blue}={blue:#} {}", "", visible(label));
            }
        }
    }
    if let Some(hint) = &diagnostic.hint {
        let _ = writeln!(text, "{:width$} {blue}={blue:#} hint: {}", "", visible(hint));
    }
    text
}

fn excerpt(text: &mut String, at: &Location, label: Option<&str>, width: usize) {
    let blue = AnsiColor::Blue.on_default().bold();
    let red = AnsiColor::Red.on_default().bold();
    let shown = visible(&at.excerpt);
    let before = (at.column as usize).saturating_sub(1);
    let room = shown.chars().count().saturating_sub(before).max(1);
    let carets = "^".repeat((at.width as usize).clamp(1, room));
    let _ = writeln!(text, "{:width$} {blue}|{blue:#}", "");
    let _ = writeln!(text, "{blue}{} |{blue:#} {shown}", at.line);
    let label = label.map(|label| format!(" {}", visible(label))).unwrap_or_default();
    let _ = writeln!(text, "{:width$} {blue}|{blue:#} {}{red}{carets}{red:#}{label}", "", " ".repeat(before));
}

/// A post must not be able to steer the terminal.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c == '\t' {
                ' '
            } else if c.is_control() {
                '\u{FFFD}'
            } else {
                c
            }
        })
        .collect()
}
