//! Encryption by the server itself, for a vendor without a proxy: a certificate and its key from two files, read again
//! when they change.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::server::TlsStream;

/// A client that has not agreed on a key by then is let go.
const HANDSHAKE_WITHIN: Duration = Duration::from_secs(10);
/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// What both sides may speak (ALPN), the better first.
const PROTOCOLS: [&[u8]; 2] = [b"h2", b"http/1.1"];

/// Where the certificate and its key are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate with those that it leads to, as PEM.
    pub certificate: PathBuf,
    /// Its private key, as PEM.
    pub key: PathBuf,
}

/// Why there is nothing to encrypt with.
#[derive(Debug, thiserror::Error)]
pub enum BadTls {
    /// A file cannot be read, or holds nothing of the kind.
    #[error("{}: {problem}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What is the matter with it.
        problem: String,
    },
    /// The key is of another certificate, or neither is of a known kind.
    #[error("certificate and key: {0}")]
    Pair(#[from] tokio_rustls::rustls::Error),
}

/// What connections are encrypted with.
#[derive(Clone)]
pub struct TlsServer {
    acceptor: TlsAcceptor,
    identity: Arc<ServerIdentity>,
}

/// The certificate and key in use, which may be replaced while the server runs.
#[derive(Debug)]
struct ServerIdentity {
    files: TlsFiles,
    newest: RwLock<Arc<CertifiedKey>>,
}

impl ResolvesServerCert for ServerIdentity {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let newest = self.newest.read().unwrap_or_else(PoisonError::into_inner);
        Some(newest.clone())
    }
}

impl TlsServer {
    /// Reads the files.
    ///
    /// # Errors
    /// When one cannot be read, or they do not belong together.
    pub fn open(files: TlsFiles) -> Result<Self, BadTls> {
        let newest = RwLock::new(Arc::new(read(&files)?));
        let identity = Arc::new(ServerIdentity { files, newest });
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth();
        let mut config = config.with_cert_resolver(identity.clone());
        config.alpn_protocols = PROTOCOLS.map(<[u8]>::to_vec).into();
        Ok(Self {
            acceptor: TlsAcceptor::from(Arc::new(config)),
            identity,
        })
    }

    /// Agrees with a client on a key.
    ///
    /// # Errors
    /// When the client does not, or takes too long.
    pub async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        timeout(HANDSHAKE_WITHIN, self.acceptor.accept(stream)).await?
    }

    /// Looks at the files for ever, and uses what is new in them; what cannot be used is logged, and the pair before stays.
    pub async fn follow_files(self) {
        let files = &self.identity.files;
        let mut known = written(files);
        loop {
            sleep(LOOK_EVERY).await;
            let now = written(files);
            if now == known {
                continue;
            }
            known = now;
            match self.reload() {
                Ok(()) => tracing::info!("another certificate is in use"),
                Err(error) => tracing::error!(%error, "the certificate before stays in use"),
            }
        }
    }

    /// Uses what is in the files now, from the next connection on.
    ///
    /// # Errors
    /// As [`Self::open`]; then what was in use stays in use.
    pub fn reload(&self) -> Result<(), BadTls> {
        let newest = Arc::new(read(&self.identity.files)?);
        let used = &self.identity.newest;
        *used.write().unwrap_or_else(PoisonError::into_inner) = newest;
        Ok(())
    }
}

/// Whether a client and this server agreed on HTTP/2.
pub fn speaks_http2(stream: &TlsStream<TcpStream>) -> bool {
    stream.get_ref().1.alpn_protocol() == Some(PROTOCOLS[0])
}

/// When the files were written; nothing of one that is not there.
fn written(files: &TlsFiles) -> [Option<SystemTime>; 2] {
    let at = |file: &Path| {
        std::fs::metadata(file)
            .and_then(|known| known.modified())
            .ok()
    };
    [at(&files.certificate), at(&files.key)]
}

fn read(files: &TlsFiles) -> Result<CertifiedKey, BadTls> {
    let bad = |file: &PathBuf| {
        let file = file.clone();
        move |problem: String| BadTls::File { file, problem }
    };
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|error| error.to_string())
        .and_then(|chain| {
            if chain.is_empty() {
                return Err("there is no certificate in it".into());
            }
            Ok(chain)
        })
        .map_err(bad(&files.certificate))?;
    let key = PrivateKeyDer::from_pem_file(&files.key);
    let key = key.map_err(|error| bad(&files.key)(error.to_string()))?;
    Ok(CertifiedKey::from_der(
        chain,
        key,
        &ring::default_provider(),
    )?)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn write_pair(folder: &Path) -> TlsFiles {
        let pair = rcgen::generate_simple_self_signed(["stem.test".to_owned()]).unwrap();
        let files = TlsFiles {
            certificate: folder.join("cert.pem"),
            key: folder.join("key.pem"),
        };
        fs::write(&files.certificate, pair.cert.pem()).unwrap();
        fs::write(&files.key, pair.signing_key.serialize_pem()).unwrap();
        files
    }

    fn in_use(server: &TlsServer) -> Vec<u8> {
        let newest = server.identity.newest.read().unwrap();
        newest.end_entity_cert().unwrap().to_vec()
    }

    #[test]
    fn a_new_pair_is_used_and_a_wrong_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let files = write_pair(folder.path());
        let server = TlsServer::open(files.clone()).unwrap();
        let first = in_use(&server);
        write_pair(folder.path());
        server.reload().unwrap();
        let second = in_use(&server);
        assert_ne!(first, second);

        let key = fs::read(&files.key).unwrap();
        write_pair(folder.path());
        fs::write(&files.key, key).unwrap();
        let refused = server.reload().unwrap_err().to_string();
        assert!(refused.starts_with("certificate and key"), "{refused}");
        assert_eq!(in_use(&server), second);
    }

    #[test]
    fn a_file_that_does_not_fit_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let files = write_pair(folder.path());
        for (file, content) in [(&files.certificate, "nothing"), (&files.key, "nothing")] {
            let before = fs::read(file).unwrap();
            fs::write(file, content).unwrap();
            let refused = TlsServer::open(files.clone()).err().unwrap().to_string();
            assert!(
                refused.starts_with(&file.display().to_string()),
                "{refused}"
            );
            fs::write(file, before).unwrap();
        }
        let missing = TlsFiles {
            key: folder.path().join("missing.pem"),
            ..files
        };
        assert!(TlsServer::open(missing).is_err());
    }
}
