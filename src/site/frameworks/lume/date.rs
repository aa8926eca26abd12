//! The dates that open the names of files and folders: Lume takes them off the address.

/// A path without them, and the last of them as a date is written.
pub fn taken_off(path: &str) -> (String, Option<String>) {
    let mut found = None;
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| match dated(part) {
            Some((date, rest)) => {
                found = Some(date);
                rest
            }
            None => part,
        })
        .collect();
    (parts.join("/"), found)
}

/// `2020-06-21_hello`, `2020-06-21-hello`, `2020-06-21-12-30_hello`, `2020-06-21-12-30-15_hello`.
fn dated(name: &str) -> Option<(String, &str)> {
    let day = name.get(..10).filter(|day| is_shaped(day, "0000-00-00"))?;
    let rest = name.get(10..)?;
    let clock = ["-00-00-00", "-00-00"].iter().find_map(|shape| {
        let clock = rest.get(..shape.len()).filter(|clock| is_shaped(clock, shape))?;
        let after = rest.get(shape.len()..).filter(|after| after.starts_with(['_', '-']))?;
        Some((clock.trim_start_matches('-').replace('-', ":"), after))
    });
    let (date, rest) = match clock {
        Some((clock, after)) => (format!("{day} {clock}"), after),
        None => (day.to_owned(), rest),
    };
    let rest = rest.strip_prefix(['_', '-']).filter(|rest| !rest.is_empty())?;
    Some((date, rest))
}

/// Whether a text has digits where a shape has zeros, and else the same marks.
fn is_shaped(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, mark)| match mark {
            b'0' => byte.is_ascii_digit(),
            mark => byte == mark,
        })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

    use super::taken_off;

    #[test]
    fn a_date_before_a_name_is_taken_off() {
        let date = |text: &str| Some(text.to_owned());
        assert_eq!(taken_off("posts/2020-06-21_hello"), ("posts/hello".into(), date("2020-06-21")));
        assert_eq!(taken_off("2020-06-21-12-30_x"), ("x".into(), date("2020-06-21 12:30")));
        assert_eq!(taken_off("2020-06-21-a/index"), ("a/index".into(), date("2020-06-21")));
        assert_eq!(taken_off("2020-06-21"), ("2020-06-21".into(), None));
        assert_eq!(taken_off("ünïcödë-näme"), ("ünïcödë-näme".into(), None));
    }
}
