//! Finds the date in the names of files and folders.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

/// The date that opens a file's or folder's name (`2021-03-04-title.md`, `20210304-title`) or
/// stands in folders (`2021/03/04/title.md`); the deepest counts. `path` has `/` between names.
/// Use it only where the post itself gives no date.
pub fn in_path(path: &str) -> Option<NaiveDate> {
    let after_slash = path.match_indices('/').map(|(at, _)| at + 1);
    let mut starts: Vec<usize> = std::iter::once(0).chain(after_slash).collect();
    starts.reverse();
    starts
        .into_iter()
        .filter_map(|start| path.get(start..))
        .find_map(|name| spelled(name).or_else(|| compact(name)))
}

/// `2021-03-04`, `2021_3_4`, `2021/03/04`, `2021/03-04`; with dots only in full, since `2021.3.4`
/// is also how versions are named.
fn spelled(name: &str) -> Option<NaiveDate> {
    let (year, rest) = digits(name, 4)?;
    let (first_mark, rest) = mark(rest)?;
    let (month, rest) = digits(rest, 2)?;
    let (second_mark, rest) = mark(rest)?;
    let (day, rest) = digits(rest, 2)?;
    let full = month.len() == 2 && day.len() == 2;
    let dotted = first_mark == '.' || second_mark == '.';
    if year.len() < 4 || (dotted && !full) || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let year = year.parse().ok().filter(|year| *year >= 1000)?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// `20210304`, in this century or the end of the last: other numbers of eight digits are not days.
fn compact(name: &str) -> Option<NaiveDate> {
    let (number, rest) = digits(name, 8)?;
    if number.len() < 8 || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number: u32 = number.parse().ok()?;
    let year = i32::try_from(number / 10_000).ok().filter(|year| (1990..2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, number / 100 % 100, number % 100)
}

/// Up to `most` digits at the start, at least one, and what follows.
fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    text.split_at_checked(count).filter(|_| count > 0)
}

fn mark(text: &str) -> Option<(char, &str)> {
    let mark = text.chars().next().filter(|c| "-_/.".contains(*c))?;
    text.strip_prefix(mark).map(|rest| (mark, rest))
}
