//! Reading with a limit, and writing whole or not at all.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It holds more than the limit.
    TooLarge {
        limit_bytes: u64,
    },
    /// It is a directory, a pipe or a device.
    NotAFile,
    Io(io::Error),
}

impl ReadError {
    /// A few words for a diagnostic, without the path.
    pub fn reason(&self) -> String {
        match self {
            Self::TooLarge { limit_bytes } => format!("larger than {}", size(*limit_bytes)),
            Self::NotAFile => "not a regular file".to_owned(),
            Self::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => "no such file".to_owned(),
                io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
                _ => error.to_string(),
            },
        }
    }
}

fn size(bytes: u64) -> String {
    if bytes >= 1 << 20 { format!("{} MiB", bytes >> 20) } else { format!("{} KiB", bytes >> 10) }
}

/// Reads a regular file of at most `limit_bytes`.
///
/// # Errors
/// When it is larger, is no regular file, or the system refuses.
pub fn read(path: &Path, limit_bytes: u64) -> Result<Vec<u8>, ReadError> {
    read_stamped(path, limit_bytes).map(|(bytes, _)| bytes)
}

/// The same, with the [`stamp`] that the file had before it was read.
///
/// # Errors
/// As for [`read`].
pub fn read_stamped(path: &Path, limit_bytes: u64) -> Result<(Vec<u8>, Option<Times>), ReadError> {
    let mut file = open(path)?;
    let found = file.metadata().map_err(ReadError::Io)?;
    if !found.is_file() {
        return Err(ReadError::NotAFile);
    }
    let too_large = || ReadError::TooLarge { limit_bytes };
    let known = usize::try_from(found.len()).map_err(|_| too_large())?;
    if found.len() > limit_bytes {
        return Err(too_large());
    }
    // Read so, memory is not wiped before it is filled, and the end is not asked for.
    let mut bytes = Vec::with_capacity(known);
    (&mut file).take(found.len()).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    if bytes.len() < known || known == 0 {
        // It shrank since, or the system gives no length, as for what stands in `/proc`.
        file.take(limit_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(ReadError::Io)?;
    }
    if bytes.len() as u64 > limit_bytes { Err(too_large()) } else { Ok((bytes, times_of(&found))) }
}

/// Opens a file without waiting for the other end, where it is a pipe.
#[cfg(unix)]
fn open(path: &Path) -> Result<File, ReadError> {
    use std::os::unix::fs::OpenOptionsExt;
    let opened = File::options().read(true).custom_flags(libc::O_NONBLOCK).open(path);
    // A socket cannot be opened at all.
    opened.map_err(|error| match error.raw_os_error() {
        Some(libc::ENXIO) => ReadError::NotAFile,
        _ => ReadError::Io(error),
    })
}

/// A directory cannot be opened here, so the kind is asked for first.
#[cfg(not(unix))]
fn open(path: &Path) -> Result<File, ReadError> {
    if !fs::metadata(path).map_err(ReadError::Io)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    File::open(path).map_err(ReadError::Io)
}

/// The first bytes of a regular file, at most `limit_bytes`, and how long the whole is.
///
/// # Errors
/// When it is no regular file, or the system refuses.
pub fn head(path: &Path, limit_bytes: u64) -> Result<(Vec<u8>, u64), ReadError> {
    let found = fs::metadata(path).map_err(ReadError::Io)?;
    if !found.is_file() {
        return Err(ReadError::NotAFile);
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(limit_bytes).read_to_end(&mut bytes))
        .map_err(ReadError::Io)?;
    Ok((bytes, found.len()))
}

/// The length of a regular file in bytes, when it was last written and when it was last changed in any way, both in the system's own
/// units.
pub type Times = (u64, i64, i64);

/// What tells whether a file is as it was; nothing where there is no such file, or the system tells no times.
pub fn stamp(path: &Path) -> Option<Times> {
    times_of(&fs::metadata(path).ok().filter(Metadata::is_file)?)
}

fn times_of(found: &Metadata) -> Option<Times> {
    let (written, changed) = times(found)?;
    Some((found.len(), written, changed))
}

#[cfg(unix)]
fn times(found: &Metadata) -> Option<(i64, i64)> {
    use std::os::unix::fs::MetadataExt;
    let nanoseconds = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
    Some((nanoseconds(found.mtime(), found.mtime_nsec()), nanoseconds(found.ctime(), found.ctime_nsec())))
}

#[cfg(windows)]
fn times(found: &Metadata) -> Option<(i64, i64)> {
    use std::os::windows::fs::MetadataExt;
    Some((found.last_write_time().try_into().ok()?, found.creation_time().try_into().ok()?))
}

#[cfg(not(any(unix, windows)))]
fn times(_: &Metadata) -> Option<(i64, i64)> {
    None
}

/// Writes a file through a temporary one in the same directory, which is then renamed.
///
/// # Errors
/// What the system says; the old file, if there was one, then stands as it was.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = temporary(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    give_usual_permissions(file.as_file(), path)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// An empty file in a directory, which is made where it is missing; it goes when it is let go of.
///
/// # Errors
/// What the system says.
pub fn temporary(directory: &Path) -> io::Result<NamedTempFile> {
    fs::create_dir_all(directory)?;
    tempfile::Builder::new().prefix(".syndicard-").tempfile_in(directory)
}

/// A temporary file is born private, but a web server must be able to read what we write.
#[cfg(unix)]
fn give_usual_permissions(file: &File, replaced: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(replaced).map_or(0o644, |old| old.permissions().mode() & 0o777);
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn give_usual_permissions(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}
