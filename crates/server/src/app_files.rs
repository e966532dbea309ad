//! Where the built app is: in a folder, or within the program itself.

use std::collections::BTreeMap;
use std::io::{self, Cursor, SeekFrom};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;

use axum::body::Bytes;
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs::{Backend, File, Metadata, ServeDir, TokioBackend, TokioFile};

/// The files of the app, a folder for each document.
#[derive(Clone, Debug)]
pub enum AppFiles {
    /// In this folder of the disk.
    Folder(PathBuf),
    /// In memory, by their path within the app.
    Memory(Arc<BTreeMap<String, MemoryFile>>),
}

/// A file in memory.
#[derive(Clone, Debug)]
pub struct MemoryFile {
    /// What is in it.
    pub bytes: Bytes,
    /// When it was written.
    pub modified: SystemTime,
}

impl AppFiles {
    /// What was put into the program when it was compiled; nothing in a usual build.
    #[cfg(not(feature = "embedded"))]
    pub fn embedded() -> Option<Self> {
        None
    }

    /// What was put into the program when it was compiled.
    #[cfg(feature = "embedded")]
    pub fn embedded() -> Option<Self> {
        Some(embedded::files())
    }

    /// One file; `None` where there is none.
    pub async fn read(&self, name: &str) -> Option<Bytes> {
        match self {
            Self::Folder(folder) => tokio::fs::read(folder.join(name))
                .await
                .ok()
                .map(Bytes::from),
            Self::Memory(files) => files.get(name).map(|file| file.bytes.clone()),
        }
    }

    /// Serves a folder of the app, packed where the browser takes it.
    pub(crate) fn serve(
        &self,
        folder: &str,
    ) -> ServeDir<tower_http::services::fs::DefaultServeDirFallback, Self> {
        let at = match self {
            Self::Folder(all) => all.join(folder),
            Self::Memory(_) => folder.into(),
        };
        ServeDir::with_backend(at, self.clone())
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip()
    }

    fn open_in_memory(files: &BTreeMap<String, MemoryFile>, path: &Path) -> io::Result<OpenFile> {
        let found = find(files, path).ok_or(io::ErrorKind::NotFound)?;
        let Found::File(file) = found else {
            return Err(io::ErrorKind::IsADirectory.into());
        };
        Ok(OpenFile::Memory {
            content: Cursor::new(file.bytes.clone()),
            modified: file.modified,
        })
    }
}

/// What lies at a path in memory.
enum Found<'a> {
    File(&'a MemoryFile),
    Folder,
}

fn find<'a>(files: &'a BTreeMap<String, MemoryFile>, path: &Path) -> Option<Found<'a>> {
    let path = path.strip_prefix(".").unwrap_or(path).to_str()?;
    if let Some(file) = files.get(path) {
        return Some(Found::File(file));
    }
    let within = format!("{}/", path.trim_end_matches('/'));
    let next = files.range(within.clone()..).next();
    next.is_some_and(|(name, _)| name.starts_with(&within))
        .then_some(Found::Folder)
}

/// A file of the app, opened.
pub enum OpenFile {
    /// On the disk.
    Disk(TokioFile),
    /// In memory.
    Memory {
        /// What is in it, and how far it was read.
        content: Cursor<Bytes>,
        /// When it was written.
        modified: SystemTime,
    },
}

/// What is known of a file or a folder without reading it.
pub struct FileFacts {
    is_folder: bool,
    modified: io::Result<SystemTime>,
    length: u64,
}

impl Metadata for FileFacts {
    fn is_dir(&self) -> bool {
        self.is_folder
    }

    fn modified(&self) -> io::Result<SystemTime> {
        match &self.modified {
            Ok(at) => Ok(*at),
            Err(error) => Err(error.kind().into()),
        }
    }

    fn len(&self) -> u64 {
        self.length
    }
}

impl From<std::fs::Metadata> for FileFacts {
    fn from(known: std::fs::Metadata) -> Self {
        Self {
            is_folder: known.is_dir(),
            modified: known.modified(),
            length: known.len(),
        }
    }
}

type LaterResult<'a, T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send + 'a>>;

impl Backend for AppFiles {
    type File = OpenFile;
    type Metadata = FileFacts;
    type OpenFuture = LaterResult<'static, OpenFile>;
    type MetadataFuture = LaterResult<'static, FileFacts>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        match self {
            Self::Folder(_) => {
                let opened = TokioBackend.open(path);
                Box::pin(async { opened.await.map(OpenFile::Disk) })
            }
            Self::Memory(files) => {
                let opened = Self::open_in_memory(files, &path);
                Box::pin(async { opened })
            }
        }
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let facts = match self {
            Self::Folder(_) => {
                let known = TokioBackend.metadata(path);
                return Box::pin(async { known.await.map(FileFacts::from) });
            }
            Self::Memory(files) => match find(files, &path) {
                Some(Found::File(file)) => Ok(file.facts()),
                Some(Found::Folder) => Ok(FileFacts {
                    is_folder: true,
                    modified: Err(io::ErrorKind::Unsupported.into()),
                    length: 0,
                }),
                None => Err(io::ErrorKind::NotFound.into()),
            },
        };
        Box::pin(async { facts })
    }
}

impl MemoryFile {
    fn facts(&self) -> FileFacts {
        facts(&self.bytes, self.modified)
    }
}

fn facts(bytes: &Bytes, modified: SystemTime) -> FileFacts {
    FileFacts {
        is_folder: false,
        modified: Ok(modified),
        length: bytes.len() as u64,
    }
}

impl File for OpenFile {
    type Metadata = FileFacts;
    type MetadataFuture<'a> = LaterResult<'a, FileFacts>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        match self {
            Self::Disk(file) => Box::pin(async { file.metadata().await.map(FileFacts::from) }),
            Self::Memory { content, modified } => {
                let facts = facts(content.get_ref(), *modified);
                Box::pin(async { Ok(facts) })
            }
        }
    }
}

impl AsyncRead for OpenFile {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Disk(file) => Pin::new(file).poll_read(context, buffer),
            Self::Memory { content, .. } => Pin::new(content).poll_read(context, buffer),
        }
    }
}

impl AsyncSeek for OpenFile {
    fn start_seek(self: Pin<&mut Self>, to: SeekFrom) -> io::Result<()> {
        match self.get_mut() {
            Self::Disk(file) => Pin::new(file).start_seek(to),
            Self::Memory { content, .. } => Pin::new(content).start_seek(to),
        }
    }

    fn poll_complete(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<u64>> {
        match self.get_mut() {
            Self::Disk(file) => Pin::new(file).poll_complete(context),
            Self::Memory { content, .. } => Pin::new(content).poll_complete(context),
        }
    }
}

#[cfg(feature = "embedded")]
mod embedded {
    //! The build's folder, in the program.

    use std::sync::Arc;
    use std::time::{Duration, SystemTime};

    use axum::body::Bytes;
    use rust_embed::RustEmbed;

    use super::{AppFiles, MemoryFile};

    #[derive(RustEmbed)]
    #[folder = "../../dist"]
    struct Dist;

    pub(super) fn files() -> AppFiles {
        let read = |name: std::borrow::Cow<'static, str>| {
            let file = Dist::get(&name)?;
            let written = file.metadata.last_modified().unwrap_or_default();
            let bytes = match file.data {
                std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
            };
            let modified = SystemTime::UNIX_EPOCH + Duration::from_secs(written);
            Some((name.into_owned(), MemoryFile { bytes, modified }))
        };
        AppFiles::Memory(Arc::new(Dist::iter().filter_map(read).collect()))
    }
}
