//! What pages may load, and who may show them in a frame (Content-Security-Policy).

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; ";
/// Teams shows the phone's page in a frame.
pub(super) const TEAMS: &str = "'self' https://teams.microsoft.com https://*.teams.microsoft.com \
     https://*.cloud.microsoft https://*.office.com";

/// Pages of this server.
pub(super) const OURSELVES: &str = "'self'";
/// No page at all.
pub(super) const NOBODY: &str = "'none'";

/// The policy of a page without frames of its own that Teams may frame.
pub(super) fn framed_by_teams() -> String {
    policy(TEAMS, NOBODY)
}

/// The policy of a page that `may_frame` may show in a frame, and that shows `frames` in its own.
pub(super) fn policy(may_frame: &str, frames: &str) -> String {
    format!("{POLICY}frame-src {frames}; frame-ancestors {may_frame}")
}
