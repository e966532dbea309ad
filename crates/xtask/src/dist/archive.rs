//! Files of a package with their owners and rights, the same each time they are packed.

use std::io::Write;

use anyhow::Result;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

/// A tar archive that is being written.
pub(super) struct Archive {
    tar: Builder<Vec<u8>>,
    at: u64,
    /// What goes before each name: `./` in a package, nothing in an image.
    before: &'static str,
}

/// Whose something is, and who may do what.
#[derive(Clone, Copy)]
pub(super) struct Rights {
    pub(super) owner: u64,
    pub(super) mode: u32,
}

impl Rights {
    /// For everyone to read.
    pub(super) const READ: Self = Self::root(0o644);
    /// For everyone to run, or to look into.
    pub(super) const RUN: Self = Self::root(0o755);

    pub(super) const fn root(mode: u32) -> Self {
        Self { owner: 0, mode }
    }
}

impl Archive {
    /// Everything in it was written `at` that second.
    pub(super) fn new(at: u64, before: &'static str) -> Self {
        Self {
            tar: Builder::new(Vec::new()),
            at,
            before,
        }
    }

    fn put(&mut self, kind: EntryType, name: &str, rights: Rights, content: &[u8]) -> Result<()> {
        let mut header = Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(content.len() as u64);
        header.set_mode(rights.mode);
        header.set_uid(rights.owner);
        header.set_gid(rights.owner);
        if rights.owner == 0 {
            header.set_username("root")?;
            header.set_groupname("root")?;
        }
        header.set_mtime(self.at);
        let name = format!("{}{name}", self.before);
        Ok(self.tar.append_data(&mut header, name, content)?)
    }

    pub(super) fn file(&mut self, name: &str, rights: Rights, content: &[u8]) -> Result<()> {
        self.put(EntryType::Regular, name, rights, content)
    }

    pub(super) fn folder(&mut self, name: &str, rights: Rights) -> Result<()> {
        self.put(EntryType::Directory, &format!("{name}/"), rights, &[])
    }

    pub(super) fn finish(self) -> Result<Vec<u8>> {
        Ok(self.tar.into_inner()?)
    }
}

/// Packs bytes, without a name or a time.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed: GzEncoder<Vec<u8>> = GzBuilder::new().write(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}
