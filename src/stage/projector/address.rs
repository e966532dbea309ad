//! The address that participants type, as people write it: `ønsker.dk`, not `xn--nsker-uua.dk`.

/// The host of a join link, without what browsers add by themselves.
pub fn typed_address(join_url: &str) -> String {
    let bare = join_url
        .split_once("://")
        .map_or(join_url, |(_, rest)| rest);
    let host = bare.split_once("/w/").map_or(bare, |(host, _)| host);
    let labels = host.trim_end_matches('/').split('.').map(readable);
    labels.collect::<Vec<_>>().join(".")
}

/// One label of a host; what does not decode stays as it is.
fn readable(label: &str) -> String {
    let decoded = label.strip_prefix("xn--").and_then(decode);
    decoded.unwrap_or_else(|| label.to_owned())
}

/// Punycode (RFC 3492, section 6.2), with the parameters of domain names.
fn decode(encoded: &str) -> Option<String> {
    const BASE: u32 = 36;
    let (basic, rest) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut letters: Vec<char> = basic.chars().collect();
    let (mut code, mut at, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = rest.bytes().peekable();
    while digits.peek().is_some() {
        let before = at;
        let mut weight = 1_u32;
        for k in (BASE..).step_by(36) {
            let digit = match digits.next()? {
                letter @ b'a'..=b'z' => u32::from(letter - b'a'),
                number @ b'0'..=b'9' => u32::from(number - b'0') + 26,
                _ => return None,
            };
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
        }
        let count = u32::try_from(letters.len()).ok()? + 1;
        bias = adapted(at - before, count, before == 0);
        code = code.checked_add(at / count)?;
        at %= count;
        letters.insert(usize::try_from(at).ok()?, char::from_u32(code)?);
        at += 1;
    }
    Some(letters.into_iter().collect())
}

/// The next bias (RFC 3492, section 6.1).
fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_are_shown_as_they_are_typed() {
        for (host, shown) in [
            ("xn--stemmensker-lgb.dk", "stemmeønsker.dk"),
            ("stem.xn--blegrd-luad.dk:8443", "stem.æblegård.dk:8443"),
            ("xn--bcher-kva.example", "bücher.example"),
            ("stem.eksempel.dk", "stem.eksempel.dk"),
            ("xn--!.dk", "xn--!.dk"),
        ] {
            let link = format!("https://{host}/w/DEM234#words");
            assert_eq!(typed_address(&link), shown);
        }
        assert_eq!(typed_address("http://127.0.0.1:3000/"), "127.0.0.1:3000");
        let by_number = "http://192.168.1.7:3000/w/DEM234";
        assert_eq!(typed_address(by_number), "192.168.1.7:3000");
    }
}
