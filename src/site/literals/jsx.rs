//! Goes past JSX elements, whose text may hold quotes and strokes that mean nothing.

use super::cursor::Cursor;
use super::tokens::{Bracket, Kind, Lexer, Within, starts_name};

/// Whether the `<` that comes next begins an element, and not the type parameters of an arrow
/// function (`<T>(x)`, `<T,>(x)`, `<T extends X>(x)`).
pub(super) fn begins(cursor: &Cursor) -> bool {
    let Some(inside) = cursor.rest().strip_prefix('<') else {
        return false;
    };
    if inside.starts_with('>') {
        return true;
    }
    if !inside.starts_with(starts_name) {
        return false;
    }
    let name = |c: char| c.is_alphanumeric() || "_$.:-".contains(c);
    let behind = inside.trim_start_matches(name);
    match behind.chars().next() {
        Some('>') => !behind.starts_with(">("),
        Some('/') => true,
        Some(c) => c.is_whitespace() && !behind.trim_start().starts_with("extends "),
        None => false,
    }
}

/// Inside the angle brackets of an element.
pub(super) fn tag(lexer: &mut Lexer) {
    let at = lexer.cursor.position();
    if lexer.cursor.eat("/>") {
        lexer.within.pop();
        lexer.push(Kind::Close(Bracket::Element), at);
    } else if lexer.cursor.eat(">") {
        lexer.within.pop();
        lexer.within.push(Within::Children);
    } else if lexer.cursor.eat("{") {
        lexer.within.push(Within::Curly);
        lexer.push(Kind::Open(Bracket::Curly), at);
    } else if lexer.cursor.eat("\"") {
        lexer.cursor.skip_past("\"");
    } else if lexer.cursor.eat("'") {
        lexer.cursor.skip_past("'");
    } else {
        lexer.cursor.next();
    }
}

/// Between the tags of an element.
pub(super) fn children(lexer: &mut Lexer) {
    let at = lexer.cursor.position();
    if lexer.cursor.eat("</") {
        lexer.cursor.skip_past(">");
        lexer.within.pop();
        lexer.push(Kind::Close(Bracket::Element), at);
    } else if lexer.cursor.eat("<") {
        lexer.within.push(Within::Tag);
        lexer.push(Kind::Open(Bracket::Element), at);
    } else if lexer.cursor.eat("{") {
        lexer.within.push(Within::Curly);
        lexer.push(Kind::Open(Bracket::Curly), at);
    } else {
        lexer.cursor.next();
    }
}
