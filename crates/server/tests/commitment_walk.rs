//! What writing down one commitment asks of the database: each row is read once, and one announcement is made.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use barometer_domain::catalogue::Reality;
use barometer_domain::financing::commitment::Move;
use barometer_domain::financing::ledger::Said;
use barometer_server::clock::StageClock;
use barometer_server::demo::DEMO_FILE;
use barometer_server::import;
use barometer_server::secrets::Keys;
use barometer_server::store::Store;
use tracing_subscriber::fmt::MakeWriter;

/// The log's lines, kept instead of shown.
#[derive(Clone, Default)]
struct KeptLog(Arc<Mutex<Vec<u8>>>);

impl Write for KeptLog {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for KeptLog {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl KeptLog {
    /// The statements that ran since the last time, in order.
    fn statements(&self) -> Vec<String> {
        let bytes = std::mem::take(&mut *self.0.lock().unwrap());
        let lines = String::from_utf8(bytes).unwrap();
        let summary = |line: &str| {
            let (_, after) = line.split_once("summary=\"")?;
            Some(after.split('"').next().unwrap_or_default().to_owned())
        };
        lines.lines().filter_map(summary).collect()
    }
}

#[tokio::test]
async fn one_commitment_reads_each_row_once() {
    let log = KeptLog::default();
    tracing_subscriber::fmt()
        .with_env_filter("sqlx::query=debug")
        .with_ansi(false)
        .with_writer(log.clone())
        .init();
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", directory.path().join("data/b.db").display());
    let keys = Keys::make(&directory.path().join("secrets")).unwrap();
    let clock = StageClock::set_to(0);
    let store = Store::open_with(&url, keys, clock).await.unwrap();
    let code = "4K7P2M".parse().unwrap();
    let read = import::read(DEMO_FILE.as_bytes(), code, "-".into(), Reality::Real).unwrap();
    store.create(read.webinar).await.unwrap().unwrap();
    let rows = store.requests().await.unwrap();
    let row = rows
        .iter()
        .find(|row| row.request.reference == "I04")
        .unwrap();
    let said = Said {
        by: "Ida Holm".into(),
        said: Move::Interest,
    };
    log.statements();
    let municipality = "0791".parse().unwrap();
    store
        .record_commitment(row.id, municipality, said)
        .await
        .unwrap();
    let statements = log.statements();
    let distinct: BTreeSet<&String> = statements.iter().collect();
    assert_eq!(
        distinct.len(),
        statements.len(),
        "one is done twice: {statements:#?}"
    );
    let reads = statements
        .iter()
        .filter(|statement| !statement.starts_with(['I', 'U']));
    // The request, its commitments, its moves and wishes for the answer, the webinars that show it, and in memory the
    // sessions that the transaction ended.
    assert_eq!(reads.count(), 6, "{statements:#?}");
    assert_eq!(statements.len(), 10, "{statements:#?}");
}
