//! The `barometer` program.

use std::error::Error;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use age::x25519::Recipient;
use barometer_choice::command;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::Date;
use barometer_domain::ids::WebinarCode;
use barometer_domain::vendor::LookUp;
use barometer_server::app_files::AppFiles;
use barometer_server::config::{
    BackupArguments, CliCommand, CommandLine, ElectionArguments, HealthArguments, ImportArguments,
    LogFormat, ResetVendorArguments, RestoreArguments, ServeArguments, StorageArguments,
};
use barometer_server::demo;
use barometer_server::http::{self, RateLimits, Site};
use barometer_server::links::{self, PrintedLinks};
use barometer_server::mail::Mailer;
use barometer_server::operate::backup::{back_up, restore};
use barometer_server::operate::health::ask_whether_ready;
use barometer_server::operate::reset_vendor::{Loss, ResetOutcome, ask, reset_vendor};
use barometer_server::rooms::Rooms;
use barometer_server::secrets;
use barometer_server::store::{
    Beginning, Checkup, ContentCount, ImportedWebinar, RetentionRun, Store, StoreError, now,
};
use barometer_server::tls::TlsServer;
use barometer_server::webhook::WebhookClient;
use barometer_server::witness::{self, Witness};
use barometer_server::{demo_forum, import, serve, simulate, telemetry};
use clap::Parser;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    let command_line = CommandLine::parse();
    begin_log(command_line.log_format);
    let outcome = match command_line.command {
        Some(CliCommand::Import(options)) => import_webinar(options).await,
        Some(CliCommand::ConfirmDeletion(place)) => confirm_deletion(&place).await,
        Some(CliCommand::Backup(options)) => write_backup(options).await,
        Some(CliCommand::Restore(options)) => restore_backup(options).await,
        Some(CliCommand::Check(place)) => check(&place).await,
        Some(CliCommand::ResetVendor(options)) => reset(options).await,
        Some(CliCommand::Witness(options)) => watch_roots(options).await,
        Some(CliCommand::Pb(options)) => choose_in_file(&options),
        Some(CliCommand::Simulate(options)) => simulate::simulate(&options),
        Some(CliCommand::Openapi) => {
            print!("{}", http::description());
            Ok(())
        }
        Some(CliCommand::Healthcheck(options)) => check_health(options).await,
        Some(CliCommand::Serve(options)) => serve_webinars(options).await,
        None => serve_webinars(ServeArguments::default()).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("barometer: {error}");
            ExitCode::FAILURE
        }
    }
}

fn begin_log(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}

/// The client waits for answers, so it has a thread of its own.
async fn watch_roots(options: Witness) -> Result<(), Box<dyn Error>> {
    let done = tokio::task::spawn_blocking(move || witness::run(&options)).await?;
    Ok(done?)
}

/// Prints what a rule chooses in a Pabulib file.
fn choose_in_file(options: &ElectionArguments) -> Result<(), Box<dyn Error>> {
    let name = options.file.display();
    let bytes = std::fs::read(&options.file).map_err(|error| format!("{name}: {error}"))?;
    let chosen =
        command::choose(&bytes, options.rule).map_err(|error| format!("{name}: {error}"))?;
    print!("{chosen}");
    Ok(())
}

async fn open(place: &StorageArguments) -> Result<Store, StoreError> {
    let beginning = if place.new_database {
        Beginning::Anew
    } else {
        Beginning::AsBefore
    };
    Store::start(&place.database_url, &place.secrets_dir, beginning).await
}

async fn serve_webinars(options: ServeArguments) -> Result<(), Box<dyn Error>> {
    let site = Site {
        public_url: options.place.public_url()?,
        insecure: options.is_insecure()?,
        app_files: app_files(&options),
        setup_token: None,
        limits: RateLimits::default(),
        trusted_proxies: options.trusted_proxies.clone(),
        projector_frames: options.projector_frames.clone(),
        mailer: Arc::new(Mailer::new(options.mail_server()?)),
        webhooks: Arc::new(WebhookClient::new(options.webhook_reach)),
    };
    if site.app_files.read("phone/index.html").await.is_none() {
        let place = options.dist.unwrap_or_else(|| "dist".into());
        let place = place.display();
        return Err(format!("no app in {place}; `cargo xtask run` builds it").into());
    }
    let _claim = Store::claim(&options.place.database_url)?;
    let store = open(&options.place).await?;
    store.keep_reserve();
    store.recover().await?;
    let crowd = if options.demo {
        let over = Duration::from_secs(options.demo_seconds.into());
        let crowd = links::load_demo(&store, over).await?;
        demo_forum::load(&store).await?;
        Some(crowd)
    } else {
        None
    };
    let key = store.vendor_key().await?;
    if !options.demo && key.is_some_and(|key| demo::is_demo_key(&key)) {
        return Err("the vendor's key in this database is the demo's, which everyone knows; start with --demo, or with another database".into());
    }
    let site = Site {
        setup_token: setup_token(&options, &store).await?,
        ..site
    };
    serve::take_all_file_handles();
    if let Some(at) = options.metrics_bind {
        count_for_prometheus(at).await?;
    }
    let tls = options.tls_files().map(TlsServer::open).transpose()?;
    if let Some(tls) = tls.clone() {
        tokio::spawn(tls.follow_files());
    }
    let listener = serve::listen(options.place.bind)
        .map_err(|error| format!("{}: {error}", options.place.bind))?;
    let rooms = Rooms::new(store.clone(), crowd);
    announce(&options, &site)?;
    let news = site.news_sender(&rooms);
    let router = http::router(rooms.clone(), site)?;
    if options.confirm_deletion {
        store.confirm_retention(now()).await?;
    }
    tokio::spawn(tidy_up_daily(rooms.clone()));
    tokio::spawn(close_ended_surveys(rooms.clone()));
    tokio::spawn(news.run());
    let proxies = options.trusted_proxies;
    let stop = serve::asked_to_stop();
    serve::serve(listener, router, rooms, proxies, tls, stop).await?;
    store.stop().await;
    Ok(())
}

/// The app in the folder that is named, or within this program, or in `dist`.
fn app_files(options: &ServeArguments) -> AppFiles {
    let named = options.dist.clone().map(AppFiles::Folder);
    let found = named.or_else(AppFiles::embedded);
    found.unwrap_or_else(|| AppFiles::Folder("dist".into()))
}

/// Counts from now on, and answers whoever asks there.
async fn count_for_prometheus(at: SocketAddr) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(at).await;
    let listener = listener.map_err(|error| format!("{at}: {error}"))?;
    tokio::spawn(telemetry::serve(listener, telemetry::install()?));
    Ok(())
}

/// Counts surveys within half a minute of the beginning of their webinars.
async fn close_ended_surveys(rooms: Rooms) {
    loop {
        if let Err(error) = rooms.close_ended_surveys().await {
            tracing::error!(%error, "surveys could not be counted in time");
        }
        tokio::time::sleep(Duration::from_secs(30)).await;
    }
}

/// Looks once a day for personal data that has been kept long enough, and every hour while that is held: an operator
/// may have confirmed the clock.
async fn tidy_up_daily(rooms: Rooms) {
    loop {
        let pause = match rooms.tidy_up(now()).await {
            Ok(RetentionRun::Done(webinars)) => {
                if webinars > 0 {
                    tracing::info!(webinars, "personal data deleted, as its time has come");
                }
                Duration::from_hours(24)
            }
            Ok(RetentionRun::Held { last_run }) => {
                let (last_run, today) = (Date::of_millis(last_run), Date::of_millis(now()));
                tracing::error!(
                    %last_run, %today,
                    "no personal data is deleted: by this clock the server has not run for more than 40 days. \
                     If the clock is right, run `barometer confirm-deletion` (or start with --confirm-deletion)"
                );
                Duration::from_hours(1)
            }
            Err(error) => {
                tracing::error!(%error, "personal data could not be deleted in time");
                Duration::from_hours(1)
            }
        };
        tokio::time::sleep(pause).await;
    }
}

/// An operator says that the clock is right.
async fn confirm_deletion(place: &StorageArguments) -> Result<(), Box<dyn Error>> {
    open(place).await?.confirm_retention(now()).await?;
    println!(
        "Uret er bekræftet ({}): Sletning fortsætter ved næste gennemløb, senest om en time.\n\
         The clock is confirmed: deletion goes on with the next run, within an hour.",
        Date::of_millis(now())
    );
    Ok(())
}

async fn write_backup(options: BackupArguments) -> Result<(), Box<dyn Error>> {
    let recipient = options
        .recipient
        .as_deref()
        .map(str::parse::<Recipient>)
        .transpose();
    let recipient = recipient.map_err(|error| format!("--recipient: {error}"))?;
    let count = back_up(
        &options.place.database_url,
        &options.file,
        recipient.as_ref(),
    )
    .await?;
    println!("{}: {}", options.file.display(), in_words(count));
    Ok(())
}

async fn restore_backup(options: RestoreArguments) -> Result<(), Box<dyn Error>> {
    let StorageArguments {
        database_url,
        secrets_dir,
        ..
    } = &options.place;
    let _claim = Store::claim(database_url)?;
    let identity = options.identity.as_deref();
    let count = restore(database_url, secrets_dir, &options.file, identity).await?;
    println!("{}", in_words(count));
    println!(
        "Hvad der skulle slettes siden kopien, slettes ved næste start. Loggen over opslag viser et brud, hvis den er\n\
         blevet længere siden (what was due for deletion since is deleted at the next start; a log of look-ups that\n\
         has grown since shows as broken)."
    );
    Ok(())
}

fn in_words(count: ContentCount) -> String {
    let ContentCount {
        webinars,
        places,
        ballots,
        requests,
        look_ups,
    } = count;
    format!(
        "{webinars} webinars, {places} places, {ballots} ballots, {requests} requests, {look_ups} entries of the log"
    )
}

/// Prints what was looked at; fails if anything is not as it was written.
async fn check(place: &StorageArguments) -> Result<(), Box<dyn Error>> {
    let checkup = Store::check_up(&place.database_url, &place.secrets_dir).await?;
    let Checkup {
        content,
        damage,
        pepper_fits,
        log_break,
        rolls,
        bad_rolls,
        bad_ballots,
    } = &checkup;
    let line = |what: &str, good: bool, found: String| {
        println!("{:<4} {what:<18} {found}", if good { "ok" } else { "BAD" });
    };
    line("file", damage.is_empty(), damage.join("; "));
    line("pepper", *pepper_fits, String::new());
    line(
        "log of look-ups",
        log_break.is_none(),
        log_break.unwrap_or_default().to_owned(),
    );
    let of = |numbers: &[i64]| {
        let named = numbers.iter().map(|number| format!("webinar {number}"));
        named.collect::<Vec<_>>().join(", ")
    };
    line("ballots", bad_ballots.is_empty(), of(bad_ballots));
    line(
        "rolls",
        bad_rolls.is_empty(),
        format!("{rolls} {}", of(bad_rolls)),
    );
    println!("     {}", in_words(*content));
    if checkup.is_good() {
        return Ok(());
    }
    Err("the database is not as it was written".into())
}

/// Fails unless the server on this machine is ready.
async fn check_health(options: HealthArguments) -> Result<(), Box<dyn Error>> {
    let encrypts = options.tls_cert.is_some();
    let asked = tokio::task::spawn_blocking(move || ask_whether_ready(options.bind, encrypts));
    Ok(asked.await??)
}

/// Gives the vendor's pages back to whoever sits at the server's console.
async fn reset(options: ResetVendorArguments) -> Result<(), Box<dyn Error>> {
    let _claim = Store::claim(&options.place.database_url)?;
    let store = open(&options.place).await?;
    let by = LookUp {
        name: options.name,
        reason: options.reason,
    };
    let agrees = |loss: &Loss| ask(loss, std::io::stdin().lock(), std::io::stdout());
    let outcome = reset_vendor(&store, by, agrees).await?;
    store.stop().await;
    println!(
        "{}",
        match outcome {
            ResetOutcome::Reset =>
                "Nøglen er opgivet, og det står i loggen. Start serveren: Den skriver et link, hvor I laver en ny.\n\
                 The key is given up, on record. Start the server: it prints a link where you make another.",
            ResetOutcome::NotAgreed => "Intet er ændret (nothing has changed).",
            ResetOutcome::NoKey =>
                "Der er ingen nøgle endnu; serveren skriver linket, når den starter (there is no key yet).",
        }
    );
    Ok(())
}

/// What the one-time link holds, as long as the vendor has no key.
async fn setup_token(
    options: &ServeArguments,
    store: &Store,
) -> Result<Option<String>, StoreError> {
    if store.vendor_key().await?.is_some() {
        return Ok(None);
    }
    let fixed = options.setup_token.clone();
    Ok(Some(fixed.unwrap_or_else(secrets::random_token)))
}

fn announce(options: &ServeArguments, site: &Site) -> Result<(), Box<dyn Error>> {
    println!(
        "Barometer {} – {}",
        env!("CARGO_PKG_VERSION"),
        site.public_url
    );
    if site.insecure {
        println!("  Ikke sikker forbindelse – kun til prøve (no encryption: for trials only)");
    }
    if let Some(token) = &site.setup_token {
        println!("  Leverandørens nøgle laves her (the vendor's key is made here):");
        println!("  {}/vendor#{token}", site.public_url);
    }
    if options.demo {
        let code: WebinarCode = demo::DEMO_CODE.parse()?;
        println!(
            "\nDemo – opdigtede eksempeldata. Alle kender disse nøgler (everyone knows these keys):"
        );
        println!(
            "{}",
            PrintedLinks {
                public_url: &site.public_url,
                code: &code,
                secret: demo::DEMO_SECRET
            }
        );
        println!(
            "  Leverandør (Vendor)          {}/vendor – adgangssætning (passphrase): {}",
            site.public_url,
            demo::DEMO_PASSPHRASE
        );
    }
    Ok(())
}

async fn import_webinar(options: ImportArguments) -> Result<(), Box<dyn Error>> {
    let file = options.file.display().to_string();
    let public_url = options.place.public_url()?;
    let size = std::fs::metadata(&options.file)
        .map_err(|error| format!("{file}: {error}"))?
        .len();
    if size > import::FILE_LIMIT as u64 {
        return Err(format!("{file}: {}", import::BadFile::TooLarge).into());
    }
    let bytes = std::fs::read(&options.file).map_err(|error| format!("{file}: {error}"))?;
    let secret = secrets::random_token();
    let read = import::read(
        &bytes,
        secrets::random_code(),
        secret.clone(),
        Reality::Real,
    );
    let read = read.map_err(|error| format!("{file}: {error}"))?;
    let hash = import::content_hash(&bytes).map_err(|error| format!("{file}: {error}"))?;
    let store = open(&options.place).await?;
    let imported = store.import_once(read.webinar.clone(), hash).await?;
    println!("{}", read.webinar.title);
    let code = match imported {
        ImportedWebinar::New(code) => code,
        ImportedWebinar::Before(code) => {
            println!(
                "  Filen er allerede indlæst som {code}; intet er ændret (imported before, nothing was changed).\n  \
                 {public_url}/w/{code}"
            );
            store.stop().await;
            return Ok(());
        }
    };
    println!(
        "{}",
        PrintedLinks {
            public_url: &public_url,
            code: &code,
            secret: &secret
        }
    );
    if !read.ballots.is_empty() {
        println!(
            "  Filens {} stemmesedler er ikke taget med: en rigtig måling begynder tom (ballots left out).",
            read.ballots.len()
        );
    }
    store.stop().await;
    Ok(())
}
