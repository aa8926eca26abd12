//! A theme's files, read but not understood.

/// The files of a theme's folder.
#[derive(Clone, Debug)]
pub struct ThemeFiles {
    /// The folder's name.
    pub name: String,
    /// Of `theme.yaml`, as a diagnostic names it.
    pub path: String,
    pub yaml: String,
    /// The other files of the folder, by their names.
    pub art: Vec<(String, Vec<u8>)>,
}
