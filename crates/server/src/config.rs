//! Flags and environment.

use std::net::SocketAddr;
use std::path::PathBuf;

use barometer_choice::command::Rule;
use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use url::Url;

use crate::http::{FrameOrigins, TrustedProxies};
use crate::mail::{BadMailServer, MailServer};
use crate::simulate::SimulationArguments;
use crate::tls::TlsFiles;
use crate::webhook::WebhookReach;
use crate::witness::Witness;

/// Decide together, live in a webinar, which change requests to build.
#[derive(Debug, Parser)]
#[command(name = "barometer", version, about)]
pub struct CommandLine {
    /// How the log is written, on standard error.
    #[arg(long, env = "LOG_FORMAT", value_enum, default_value_t, global = true)]
    pub log_format: LogFormat,
    /// What to do; `serve` when nothing is said.
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// A JSON object on each line, for machines.
    Json,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// Serve webinars; what is done when no command is given.
    Serve(ServeArguments),
    /// Create a webinar from a file and print its links.
    Import(ImportArguments),
    /// Say that the clock is right after a pause of more than 40 days, so that personal data is deleted in time again.
    ConfirmDeletion(StorageArguments),
    /// Write the database as it stands now into a file; a server may be running.
    Backup(BackupArguments),
    /// Put a backup in the place of a database that is not there.
    Restore(RestoreArguments),
    /// Look the database over: the file, the pepper, the log of look-ups, ballots and rolls. A server may be running.
    Check(StorageArguments),
    /// Give up the vendor's key when its passphrase and recovery file are lost. Names that it alone opens stay locked.
    ResetVendor(ResetVendorArguments),
    /// Write down the roots of rolls that a server elsewhere shows, and say when two differ.
    Witness(Witness),
    /// Choose under a budget in an election from a Pabulib file, and say who and why.
    Pb(ElectionArguments),
    /// Invent webinars and say what gets financed, by how requests are chosen: rows as CSV, figures with intervals.
    Simulate(SimulationArguments),
    /// Print the description of the API, as OpenAPI.
    Openapi,
    /// Ask the server on this machine whether it is ready; fails if it is not.
    Healthcheck(HealthArguments),
}

/// Options of `backup`.
#[derive(Clone, Debug, Args)]
pub struct BackupArguments {
    /// Where the data lives.
    #[command(flatten)]
    pub place: StorageArguments,
    /// For whom it is encrypted, as `age1…`; by default it is not.
    #[arg(long, env = "BACKUP_RECIPIENT", value_name = "AGE_RECIPIENT")]
    pub recipient: Option<String>,
    /// The new file.
    pub file: PathBuf,
}

/// Where the server is that `healthcheck` asks.
#[derive(Clone, Debug, Args)]
pub struct HealthArguments {
    /// The address and port that it listens on.
    #[arg(long = "bind", env = "BIND_ADDR", default_value = "127.0.0.1:3000")]
    pub bind: SocketAddr,
    /// Its certificate, if it encrypts itself. Only whether there is one counts.
    #[arg(long, env = "TLS_CERT", value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
}

/// Options of `restore`.
#[derive(Clone, Debug, Args)]
pub struct RestoreArguments {
    /// Where the data lives.
    #[command(flatten)]
    pub place: StorageArguments,
    /// The file of the age identity that opens an encrypted backup.
    #[arg(long, value_name = "FILE")]
    pub identity: Option<PathBuf>,
    /// The backup.
    pub file: PathBuf,
}

/// Options of `reset-vendor`.
#[derive(Clone, Debug, Args)]
pub struct ResetVendorArguments {
    /// Where the data lives.
    #[command(flatten)]
    pub place: StorageArguments,
    /// The name of who does it, for the log.
    #[arg(long)]
    pub name: String,
    /// Why, for the log.
    #[arg(long)]
    pub reason: String,
}

/// Options of `pb`.
#[derive(Clone, Debug, Args)]
pub struct ElectionArguments {
    /// The election, with ballots of approval: a `.pb` file.
    pub file: PathBuf,
    /// mes, mes-cardinality (each also with +add1, +add1u, +epsilon, +greedy), phragmen, maximin-support, greedy or
    /// greedy-per-cost.
    #[arg(long, default_value = "mes")]
    pub rule: Rule,
}

/// Where the data lives and how people reach the server.
#[derive(Clone, Debug, Args)]
pub struct StorageArguments {
    /// Where the database is; made on the first start.
    #[arg(long, env = "DATABASE_URL", default_value = "sqlite:data/barometer.db")]
    pub database_url: String,
    /// The directory of the pepper; keep it apart from the database and its backups.
    #[arg(long, env = "SECRETS_DIR", default_value = "secrets")]
    pub secrets_dir: PathBuf,
    /// Begin a new database although there is a pepper already, whose database is gone for good.
    #[arg(long)]
    pub new_database: bool,
    /// The address people use, without a trailing slash; by default http:// and the bound address.
    #[arg(long, env = "PUBLIC_URL")]
    pub public_url: Option<String>,
    /// The address and port to listen on.
    #[arg(long = "bind", env = "BIND_ADDR", default_value = "127.0.0.1:3000")]
    pub bind: SocketAddr,
}

/// What `barometer serve` is started with; each can come from the environment.
#[derive(Clone, Debug, Args)]
pub struct ServeArguments {
    /// Where the data lives and how people reach the server.
    #[command(flatten)]
    pub place: StorageArguments,
    /// Where `/metrics` is answered for Prometheus, such as 127.0.0.1:9464. By default nowhere: nothing is counted.
    #[arg(long, env = "METRICS_BIND", value_name = "ADDRESS")]
    pub metrics_bind: Option<SocketAddr>,
    /// The directory of the built app, with a folder for each document in it. By default the app within this program,
    /// if it was built with one, else `dist`.
    #[arg(long, env = "DIST_DIR")]
    pub dist: Option<PathBuf>,
    /// Load the demo webinar, whose keys everyone knows. Without this it cannot be reached.
    #[arg(long)]
    pub demo: bool,
    /// Over how many seconds the demo's invented participants vote.
    #[arg(
        long,
        env = "BAROMETER_DEMO_SECONDS",
        default_value_t = 28,
        hide = true
    )]
    pub demo_seconds: u16,
    /// What the vendor's one-time link holds; by default random, and printed until the vendor has a key.
    #[arg(long, env = "BAROMETER_SETUP_TOKEN", hide_env_values = true)]
    pub setup_token: Option<String>,
    /// The clock is right, however long the server has not run: delete personal data whose time has come.
    #[arg(long)]
    pub confirm_deletion: bool,
    /// The proxies whose X-Forwarded-For is believed, as addresses or blocks like 10.0.0.0/8, separated by commas;
    /// `none` believes nobody. By default those on this machine.
    #[arg(
        long,
        env = "TRUSTED_PROXIES",
        value_name = "ADDRESSES",
        default_value = "127.0.0.0/8,::1"
    )]
    pub trusted_proxies: TrustedProxies,
    /// Whose pages may show the projector in a frame, as origins like `https://*.office.com`, separated by commas. By
    /// default nobody's.
    #[arg(
        long,
        env = "PROJECTOR_FRAMES",
        value_name = "ORIGINS",
        default_value = "none",
        hide_default_value = true
    )]
    pub projector_frames: FrameOrigins,
    /// The mail server for invitations, as `smtps://user:password@host` or `smtp://host:587?tls=required`. Without one the
    /// vendor sends them by its own mail program.
    #[arg(long, env = "SMTP_URL", hide_env_values = true, value_name = "ADDRESS")]
    pub smtp_url: Option<String>,
    /// From whom mail comes, such as "Webinar <webinar@example.org>".
    #[arg(long, env = "MAIL_FROM", value_name = "SENDER")]
    pub mail_from: Option<String>,
    /// Where the vendor's webhook may lead: `public`, or for trials `anywhere`, also without encryption and within this
    /// network. Whoever is logged in as the vendor can then have this server call addresses that only it can reach.
    #[arg(long, env = "WEBHOOK_REACH", default_value = "public", hide = true)]
    pub webhook_reach: WebhookReach,
    /// The certificate with which the server itself encrypts, a PEM file with those that it leads to. A new one in the
    /// file is used within half a minute. By default a proxy encrypts.
    #[arg(long, env = "TLS_CERT", value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// The private key of that certificate, a PEM file.
    #[arg(long, env = "TLS_KEY", value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// Serve without encryption beyond this machine. For trials only: every page says so.
    #[arg(long)]
    pub allow_insecure_lan: bool,
}

impl Default for ServeArguments {
    /// What the environment and the defaults say, when `serve` is not even said.
    fn default() -> Self {
        let command = ServeArguments::augment_args(clap::Command::new("barometer"));
        let matches = command.get_matches_from(["barometer"]);
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

/// Which file `barometer import` reads, and into which database.
#[derive(Clone, Debug, Args)]
pub struct ImportArguments {
    /// Where the data lives and how people reach the server.
    #[command(flatten)]
    pub place: StorageArguments,
    /// The webinar, in the format of the demo's file, or as a spreadsheet (XLSX, ODS or CSV) of its candidates.
    pub file: PathBuf,
}

/// An address that does not fit how the server is to run.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BadConfig {
    /// Unencrypted, and reachable by others.
    #[error(
        "without https this serves only this machine; put a TLS proxy in front and set PUBLIC_URL=https://…, or try with --allow-insecure-lan"
    )]
    Insecure,
    /// The server itself encrypts, but people are sent to an address without encryption.
    #[error("with TLS_CERT, PUBLIC_URL must begin with https://")]
    NotHttps,
    /// `PUBLIC_URL` is no address of a server: no scheme, or a path behind it.
    #[error("PUBLIC_URL must begin with http:// or https:// and have no path")]
    PublicUrl,
}

impl StorageArguments {
    /// The address people use, without a trailing slash.
    pub fn public_url(&self) -> Result<String, BadConfig> {
        let url = self
            .public_url
            .clone()
            .unwrap_or_else(|| format!("http://{}", self.bind));
        let url = Url::parse(&url).map_err(|_| BadConfig::PublicUrl)?;
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let is_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty();
        if is_bare && is_web {
            Ok(url.origin().ascii_serialization())
        } else {
            Err(BadConfig::PublicUrl)
        }
    }
}

impl ServeArguments {
    /// The mail server, if one is named.
    pub fn mail_server(&self) -> Result<Option<MailServer>, BadMailServer> {
        let named = self.smtp_url.as_deref().filter(|url| !url.is_empty());
        named
            .map(|url| MailServer::new(url, self.mail_from.as_deref()))
            .transpose()
    }

    /// What the server itself encrypts with, if it does.
    pub fn tls_files(&self) -> Option<TlsFiles> {
        let (certificate, key) = (self.tls_cert.clone()?, self.tls_key.clone()?);
        Some(TlsFiles { certificate, key })
    }

    /// Whether pages must say that the connection is not safe; refused unless it was asked for.
    pub fn is_insecure(&self) -> Result<bool, BadConfig> {
        let https = self.place.public_url()?.starts_with("https://");
        if self.tls_cert.is_some() && !https {
            return Err(BadConfig::NotHttps);
        }
        if https || self.place.bind.ip().is_loopback() {
            return Ok(false);
        }
        if self.allow_insecure_lan {
            Ok(true)
        } else {
            Err(BadConfig::Insecure)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serve(args: &[&str]) -> ServeArguments {
        let cli = CommandLine::parse_from([&["barometer", "serve"], args].concat());
        let Some(CliCommand::Serve(serve)) = cli.command else {
            panic!("serve")
        };
        serve
    }

    #[test]
    fn this_machine_alone_needs_no_encryption() {
        assert_eq!(serve(&[]).is_insecure(), Ok(false));
        assert_eq!(
            serve(&[]).place.public_url().unwrap(),
            "http://127.0.0.1:3000"
        );
    }

    #[test]
    fn others_are_served_unencrypted_only_when_asked_for() {
        let open = ["--bind", "0.0.0.0:3000"];
        assert_eq!(serve(&open).is_insecure(), Err(BadConfig::Insecure));
        let asked = [&open[..], &["--allow-insecure-lan"]].concat();
        assert_eq!(serve(&asked).is_insecure(), Ok(true));
        let https = [&open[..], &["--public-url", "https://stem.eksempel.dk/"]].concat();
        assert_eq!(serve(&https).is_insecure(), Ok(false));
    }

    #[test]
    fn whoever_encrypts_sends_people_to_https() {
        let own = ["--tls-cert", "c.pem", "--tls-key", "k.pem"];
        assert_eq!(serve(&own).is_insecure(), Err(BadConfig::NotHttps));
        let https = [&own[..], &["--public-url", "https://stem.eksempel.dk"]].concat();
        assert_eq!(serve(&https).is_insecure(), Ok(false));
        assert!(serve(&https).tls_files().is_some());
        let alone = ["barometer", "serve", "--tls-cert", "c.pem"];
        assert!(CommandLine::try_parse_from(alone).is_err());
    }

    #[test]
    fn the_public_url_is_written_as_browsers_write_an_origin() {
        for (given, origin) in [
            ("https://stemmeønsker.dk/", "https://xn--stemmensker-lgb.dk"),
            (
                "https://stemme%C3%B8nsker.dk",
                "https://xn--stemmensker-lgb.dk",
            ),
            ("https://Stem.Eksempel.DK:443", "https://stem.eksempel.dk"),
            ("http://[::1]:3000", "http://[::1]:3000"),
        ] {
            let serve = serve(&["--public-url", given]);
            assert_eq!(serve.place.public_url().unwrap(), origin, "{given}");
        }
    }

    #[test]
    fn only_proxies_that_are_named_are_believed() {
        let trusted = |args: &[&str]| serve(args).trusted_proxies;
        assert_eq!(trusted(&[]), "127.0.0.0/8,::1".parse().unwrap());
        let named = trusted(&["--trusted-proxies", "10.0.0.5, 2001:db8::/32"]);
        assert_eq!(named, "10.0.0.5,2001:db8::/32".parse().unwrap());
        assert_eq!(
            trusted(&["--trusted-proxies", ""]),
            TrustedProxies::default()
        );
        let wrong =
            CommandLine::try_parse_from(["barometer", "serve", "--trusted-proxies", "my-proxy"]);
        let said = wrong.unwrap_err().to_string();
        assert!(
            said.contains("\"my-proxy\" is neither an IP address"),
            "{said}"
        );
    }

    #[test]
    fn who_may_frame_the_projector_is_told_at_the_start() {
        let named = serve(&["--projector-frames", "https://slides.example"]);
        assert_eq!(named.projector_frames.to_string(), "https://slides.example");
        let wrong = ["barometer", "serve", "--projector-frames", "slides.example"];
        let said = CommandLine::try_parse_from(wrong).unwrap_err().to_string();
        assert!(said.contains("\"slides.example\" is no origin"), "{said}");
    }

    #[test]
    fn a_public_url_with_a_path_is_refused() {
        for url in [
            "stem.eksempel.dk",
            "https://",
            "https://stem.eksempel.dk/barometer",
            "https://stem.eksempel.dk/?q",
            "ftp://stem.eksempel.dk",
        ] {
            let serve = serve(&["--public-url", url]);
            assert_eq!(serve.place.public_url(), Err(BadConfig::PublicUrl), "{url}");
        }
    }
}
