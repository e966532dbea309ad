//! The program itself, reached over https: with its own certificate, and behind nginx and Caddy as the examples in
//! `docs/proxies` set them up.

mod client;
mod program;
mod proxies;
mod tls;
mod walk;
