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

impl ThemeFiles {
    /// BLAKE3 of all that decides how the theme looks.
    pub fn digest(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let art = self.art.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        for part in std::iter::once(self.yaml.as_bytes()).chain(art) {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        *hasher.finalize().as_bytes()
    }
}
