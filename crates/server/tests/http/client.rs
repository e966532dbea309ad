//! The app's table of operations, held against the API's description: the app cannot call what the server does not have.

use crate::app::App;
use crate::matrix::described;

/// Where the app's table stands.
const CLIENT: &str = include_str!("../../../kit/src/api.rs");

/// Method and address of each row, as the description writes them: names of arguments differ, so they are left out.
fn rows() -> Vec<(String, String)> {
    let rows = CLIENT.lines().filter_map(|line| {
        let (method, rest) = line.trim_start().split_once(' ')?;
        let is_row = ["GET", "POST", "PUT", "DELETE"].contains(&method);
        let address = rest.split('"').nth(1).filter(|_| is_row)?;
        let address = address.split('?').next()?.strip_prefix("/api/v1")?;
        Some((method.to_lowercase(), without_names(address)))
    });
    rows.collect()
}

/// `/webinars/{code}` is `/webinars/{}`.
fn without_names(address: &str) -> String {
    let mut is_name = false;
    let letters = address.chars().filter(|&letter| {
        is_name = (is_name || letter == '{') && letter != '}';
        !is_name || letter == '{'
    });
    letters.collect()
}

#[tokio::test]
async fn the_app_calls_only_what_the_server_describes() {
    let described = described(&App::start().await).await;
    let described: Vec<_> = described
        .into_iter()
        .map(|(method, address)| (method, without_names(&address)))
        .collect();
    let rows = rows();
    assert!(rows.len() > 50, "only {} rows were found", rows.len());
    for row in rows {
        assert!(described.contains(&row), "the server has no {row:?}");
    }
}
