//! Finds files by their names below a directory, wherever a site may keep them.

use super::root::Root;

/// No site nests its folders deeper, and a loop of links must end.
const LIMIT_DEPTH: usize = 12;
/// Links that lead back to each other would multiply the folders of each level.
const LIMIT_FOLDERS: usize = 20_000;
/// Folders that hold what others wrote or what was built.
const LEFT_OUT: &[&str] = &["node_modules", "vendor", "target", "dist", "_site", "public", "output"];

/// The paths of all files whose name `wanted` takes, each folder's before those of the folders in it. `extensions` are
/// those of the files that are looked at.
pub fn find(root: &Root, directory: &str, extensions: &[&str], wanted: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut level = vec![directory.trim_matches('/').to_owned()];
    for _ in 0..LIMIT_DEPTH {
        let mut next = Vec::new();
        for folder in &level {
            let files = root.files(folder, extensions).into_iter();
            found.extend(
                files
                    .map(|file| file.trim_start_matches('/').to_owned())
                    .filter(|file| wanted(file.rsplit('/').next().unwrap_or(file))),
            );
            let inside = root.folders(folder).into_iter();
            next.extend(
                inside
                    .filter(|name| !name.starts_with('.') && !LEFT_OUT.contains(&name.as_str()))
                    .map(|name| if folder.is_empty() { name } else { format!("{folder}/{name}") }),
            );
        }
        next.truncate(LIMIT_FOLDERS);
        level = next;
    }
    found
}

/// The folder that holds a file; empty for the site itself.
pub fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A path as a folder means it, without `.` and `..`; nothing where it leaves the site.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
