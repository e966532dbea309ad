//! Tasks without which the server only seems to run.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;

/// Runs `task` beside everything else. When it panics the process ends, as after a power cut, and whoever watches over
/// it starts it anew: nothing acknowledged is lost, and a server without its writer would answer "busy" for ever.
pub(crate) fn spawn(name: &'static str, task: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(async move {
        if AssertUnwindSafe(task).catch_unwind().await.is_err() {
            tracing::error!(
                task = name,
                "a task that everything depends on has panicked; stopping"
            );
            std::process::abort();
        }
    });
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::process::Command;
    use std::time::Duration;

    /// Set in the process that is to end.
    const PANICS: &str = "BAROMETER_TEST_PANICS";

    #[tokio::test]
    async fn a_panic_ends_the_process() {
        if env::var_os(PANICS).is_some() {
            super::spawn("test", async { panic!("it has a bug") });
            tokio::time::sleep(Duration::from_mins(1)).await;
            return;
        }
        let this_test = ["--exact", "vital::tests::a_panic_ends_the_process"];
        let mut process = Command::new(env::current_exe().unwrap());
        let ended = process.args(this_test).env(PANICS, "1").output().unwrap();
        assert!(!ended.status.success());
        // A test that fails has an exit code; a process that aborts has none.
        assert_eq!(ended.status.code(), None);
    }
}
