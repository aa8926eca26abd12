//! What stands outside the edge of a line, so that the edge looks straight.

/// Quotation marks and brackets that hang before the edge at which a line begins.
///
/// Guillemets do not: they are as wide as letters, and in French a space follows them.
pub fn hangs_at_start(c: char) -> bool {
    matches!(c, '“' | '‘' | '„' | '‚' | '‟' | '‛' | '"' | '\'' | '‹' | '›' | '(' | '[')
}

/// Marks that hang behind the edge at which a line ends, where lines are flush there or centred.
pub fn hangs_at_end(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ':'
            | ';'
            | '-'
            | '‐'
            | '–'
            | '—'
            | '…'
            | '”'
            | '’'
            | '“'
            | '‘'
            | '"'
            | '\''
            | '»'
            | '›'
            | '،'
            | '。'
            | '、'
            | '・'
    )
}

/// No more than this hangs, in em: what hangs further would be seen as part of the margin's other side.
pub const MOST_EM: f32 = 0.62;

/// How far a letter's left side stands outside the edge, in em: round and pointed letters look indented where they are not.
pub fn overshoot_em(c: char) -> f32 {
    match c {
        'C' | 'G' | 'O' | 'Q' | 'c' | 'd' | 'e' | 'g' | 'o' | 'q' | '0' | '6' | '8' | '9' | 'S' | 's'
        | 'О' | 'С' | 'Э' | 'о' | 'с' | 'е' | 'Ο' | 'Θ' | 'ο' | 'σ' | 'α' | 'É' | 'é' | 'Ö' | 'ö' | 'Ó'
        | 'ó' => 0.012,
        'A' | 'T' | 'V' | 'W' | 'Y' | 'v' | 'w' | 'y' | 'А' | 'Т' | 'Л' | 'Д' | 'У' | 'Α' | 'Τ' | 'Υ'
        | 'Λ' | 'Ά' | 'Á' | 'Ä' | 'Å' | 'À' | 'Â' => 0.016,
        'J' | 'X' | 'Z' | 'x' | 'z' | '7' => 0.008,
        _ => 0.0,
    }
}
