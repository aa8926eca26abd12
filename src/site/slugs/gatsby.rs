//! Makes the paths of Gatsby: `createFilePath` of `gatsby-source-filesystem`.

/// The path of a file, of its path below the base without extension, with `/` at both ends: a last
/// `index` goes, nothing else changes.
pub fn path(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let parts = [folder, if name == "index" { "" } else { name }];
    let joined: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if joined.is_empty() { "/".to_owned() } else { format!("/{}/", joined.join("/")) }
}
