//! Reads a webinar from a file, JSON or a spreadsheet, with limits and a clear word on what is wrong.

mod checks;
mod json_file;
mod spreadsheet;

use barometer_domain::catalogue::Reality;
use barometer_domain::ids::WebinarCode;

pub use checks::{BadFile, FILE_LIMIT, ImportFile};

/// By what a file is known again: its content, whatever the blanks in it.
///
/// # Errors
/// When it is no JSON.
pub fn content_hash(bytes: &[u8]) -> Result<[u8; 32], BadFile> {
    let malformed = |error: serde_json::Error| BadFile::Malformed(error.to_string());
    let content: serde_json::Value = serde_json::from_slice(bytes).map_err(malformed)?;
    let content = serde_json::to_vec(&content).map_err(malformed)?;
    Ok(*blake3::hash(&content).as_bytes())
}

/// Reads and checks a file: the demo's format, or else a spreadsheet.
pub fn read(
    bytes: &[u8],
    code: WebinarCode,
    secret: String,
    reality: Reality,
) -> Result<ImportFile, BadFile> {
    if bytes.len() > FILE_LIMIT {
        return Err(BadFile::TooLarge);
    }
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return spreadsheet::read(bytes, code, secret, reality);
    }
    json_file::read(bytes, code, secret, reality)
}

#[cfg(test)]
mod tests {
    use barometer_domain::financing::SharingRule;
    use barometer_domain::money::Money;

    use super::*;
    use crate::demo::DEMO_FILE;

    fn read_json(json: &str) -> Result<ImportFile, BadFile> {
        read(
            json.as_bytes(),
            "DEM234".parse().unwrap(),
            String::new(),
            Reality::Demo,
        )
    }

    fn with(replace: &str, by: &str) -> Result<ImportFile, BadFile> {
        assert!(DEMO_FILE.contains(replace), "{replace}");
        read_json(&DEMO_FILE.replacen(replace, by, 1))
    }

    #[test]
    fn the_demo_is_read_whole() {
        let demo = read_json(DEMO_FILE).unwrap();
        assert_eq!(
            (demo.webinar.candidates.len(), demo.webinar.ongoing.len()),
            (12, 4)
        );
        assert_eq!(
            (demo.ballots.len(), demo.webinar.rules.max_choices),
            (27, 4)
        );
        assert_eq!(demo.webinar.ongoing[1].commitments.len(), 10);
        assert_eq!(
            demo.webinar.ongoing[2].request.terms.sharing.cap,
            Some(Money::from_kroner(100_000))
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let wrong = |result: Result<ImportFile, BadFile>| result.unwrap_err().to_string();
        assert!(
            wrong(with("\"K02\",\n   \"title\"", "\"K01\",\n   \"title\""))
                .contains("K01 stands twice")
        );
        assert!(wrong(with("180000", "0")).starts_with("candidates[0].price_dkk: "));
        assert!(wrong(with("\"0791\"", "\"0999\"")).starts_with("ongoing[0].pledges[0]: "));
        assert!(wrong(with("\"2023-09-21\"", "\"i dag\"")).starts_with("webinar.date: "));
        assert!(
            wrong(with("\"max_choices\": 4", "\"max_choices\": 13")).starts_with("webinar.max")
        );
        assert!(wrong(with("\"Aarhus\"", "\"Århus\"")).contains("no municipality is called Århus"));
        assert!(wrong(read_json("{")).starts_with("the file is not a webinar: "));
    }

    #[test]
    fn control_characters_are_refused_wherever_they_stand() {
        for (replace, place) in [
            ("\"title\": \"", "webinar.title: "),
            ("\"id\": \"I01", "ongoing[0].id: "),
            ("\"pitch\": \"", "candidates[0].pitch: "),
            ("\"value\": \"", "candidates[0].value: "),
            ("\"category\": \"", "candidates[0].category: "),
        ] {
            for written in ["\\u0007", "\\u009b", "\\u202e", "\\n"] {
                let wrong = with(replace, &format!("{replace}{written}"));
                let wrong = wrong.unwrap_err().to_string();
                assert!(wrong.starts_with(place), "{wrong}");
                assert!(wrong.contains("this has U+"), "{wrong}");
            }
        }
        let wrong = with(
            "\"minimum\":",
            "\"extension\": { \"from\": \"2023-01-01\", \"reason\": \"a\\u001b[2J\" }, \"minimum\":",
        );
        let wrong = wrong.unwrap_err().to_string();
        assert!(
            wrong.contains("extension.reason: no control characters"),
            "{wrong}"
        );
    }

    #[test]
    fn any_sharing_rule_can_be_given_with_its_numbers() {
        let rule = r#""rule": "equal",
   "target_n": 10"#;
        let mixed = with(
            rule,
            r#""sharing": {"rule": "mixed", "percent": 30, "planned_for": 10}"#,
        );
        let sharing = mixed.unwrap().webinar.ongoing[1].request.terms.sharing;
        assert_eq!(sharing.rule, SharingRule::Mixed { equal_percent: 30 });
        let wrong = with(rule, r#""sharing": {"rule": "mixed"}"#).unwrap_err();
        assert!(
            wrong.to_string().contains("a percentage from 0 to 100"),
            "{wrong}"
        );
    }

    #[test]
    fn notes_for_a_candidate_come_along() {
        let notes = |text: &str| {
            let read = with(
                "\"id\": \"K04\",",
                &format!("\"id\": \"K04\", \"notes\": \"{text}\","),
            );
            read.map(|read| read.webinar.candidates[3].notes.clone())
        };
        assert_eq!(
            notes("Vis den.\\nSpørg rundt. ").unwrap(),
            "Vis den.\nSpørg rundt."
        );
        assert_eq!(
            notes(&"x".repeat(2_001)).unwrap_err().to_string(),
            "candidates[3].notes: at most 2000 characters and no control characters, this has 2001"
        );
        assert!(notes("a\\u0007").is_err());
    }

    #[test]
    fn a_file_beyond_the_limit_is_not_even_parsed() {
        let large = vec![b' '; FILE_LIMIT + 1];
        let refused = read(
            &large,
            "DEM234".parse().unwrap(),
            String::new(),
            Reality::Real,
        );
        assert_eq!(refused.unwrap_err(), BadFile::TooLarge);
    }
}
