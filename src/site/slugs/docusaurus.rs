//! Reads the dates in the file names of Docusaurus' blog, and the slugs that are left.

/// What the path of a post says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// As written: `2021-05-12` or `2021/5/12`.
    pub date: Option<String>,
    /// Begins with `/`, with the date as folders.
    pub slug: String,
}

/// `parseBlogFileName` of `plugin-content-blog/src/blogUtils.ts`, of the path below `blog/` without
/// its extension. The last date in the path counts, and a last `/index` goes.
pub fn file_name(path: &str) -> FileName {
    let found = path.char_indices().rev().find_map(|(at, _)| Some((at, date(path.get(at..)?)?)));
    let Some((at, date)) = found else {
        return FileName { date: None, slug: format!("/{}", path.strip_suffix("/index").unwrap_or(path)) };
    };
    let (folder, behind) = path.split_at_checked(at).unwrap_or_default();
    let text = behind.get(date.len()..).unwrap_or_default();
    let text = text.strip_prefix(['-', '/']).unwrap_or(text);
    let text = text.strip_suffix("/index").unwrap_or(text);
    FileName { date: Some(date.to_owned()), slug: format!("/{}/{folder}{text}", date.replace('-', "/")) }
}

/// The date at the beginning of a text: four digits, then one or two, twice.
fn date(text: &str) -> Option<&str> {
    let digits = |text: &str, most: usize| text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let mut length = digits(text, 4);
    if length != 4 {
        return None;
    }
    for _ in 0..2 {
        let rest = text.get(length..)?.strip_prefix(['-', '/'])?;
        let more = digits(rest, 2);
        if more == 0 {
            return None;
        }
        length += 1 + more;
    }
    text.get(..length)
}
