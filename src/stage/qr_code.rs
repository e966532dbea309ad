//! QR codes that the browser draws itself: of links whose secret goes to no server.

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone the standard asks for, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The code of a text, as the address of a picture; `None` for a text too long for a code.
pub fn picture_of(text: &str) -> Option<String> {
    use std::fmt::Write;
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{},{}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    // What stands in an address unescaped: no quotes but single ones, no `#`.
    Some(format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {side} {side}' \
         shape-rendering='crispEdges'%3E%3Cpath fill='white' d='M0,0h{side}v{side}H0z'/%3E\
         %3Cpath fill='black' d='{path}'/%3E%3C/svg%3E"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_a_picture_without_what_an_address_may_not_hold() {
        let link = format!(
            "https://stem.eksempel.dk/w/DEM234/remote?lang=da#{}",
            "s".repeat(43)
        );
        let picture = picture_of(&link).unwrap();
        assert!(picture.starts_with("data:image/svg+xml,%3Csvg"));
        assert!(!picture.contains(['#', '"', '<', '>']));
        assert!(!picture.contains("ssss"), "only drawn");
    }
}
