//! Where long words may be broken: Danish compounds at their joints, everything else by the usual patterns (hypher).
//!
//! Patterns alone break a compound as often inside a word as between two: "medicinad-ministration". Where the words of a
//! compound are known, their joints come first, and patterns only fill what is still too long.

use barometer_text::Language;
use hypher::{Lang, hyphenate_bounded};

/// Words up to this many letters stay whole.
const SHORT: usize = 9;
/// Between two joints, and where none is known, this many letters stay together if they can.
const TOGETHER: usize = 15;
/// The fewest letters before and behind a break.
const FEWEST: usize = 4;

/// Words that compounds in health and care are made of.
const PARTS: &str = "abonnement adgang administration adresse advarsel afbud afløser afslutning aftale ambulant analyse anvisning \
     ansvarlig apotek arbejde arbejdsgang arkiv assistent automatik bemanding beskrivelse beslutning bestilling betaling \
     bibliotek billede billeder blanket boks bolig booking borger brev bruger central data dialog digital disponering \
     dispensering dobbelt dokument dokumentation dosis effekt ernæring faglig fejl forebyggelse forløb forløbet finansiering frist fravær funktion \
     funktionær fysioterapi genbestilling genkendelse genoptræning gruppe handicap handling helbred henvisning hjemme hjælpe \
     hverdag indberetning indsats integration journal kalender klage koder kommune kommunikation kompetence kontakt kontrol \
     koordinering kort kørsel kvalitet læggelse ledelse leverandør liste løsning medarbejder medicin medicinering metode middel midler \
     model modul møde national notat nøgle observation omsorg opfølgning opgave oplysning opslag optimering ordination ordning \
     organisation overblik overlevering palliation patient personale plan planen planlægning platform platformen pleje plejen \
     prioritering proces program projekt prøve prøver påmindelse pårørende rapport refusion registrering rehabilitering \
     relation ressource retning retningslinje risiko rute samarbejde samordning samtykke screening service signatur sikker \
     sikkerhed skabelon skema skemaer skærm slette social speciallæge standard standarder status statistik stilling styring \
     støtte sundhed sygehus sygepleje sygeplejen sygeplejerske system tale teknologi telefon telemedicin tema tilbud tilstand \
     træning tværgående udredning udskrivning udstyr undervisning vagt validering varsling vejledning velfærd video \
     videokonsultation visitation vurdering webinar ydelse ændring økonomi ønske";

/// What may stand between two of them.
const LINKS: [&str; 4] = ["", "s", "e", "er"];

/// Endings that take an `s` before the next word, whatever the word.
const ENDINGS: [&str; 7] = ["ings", "ions", "heds", "tets", "skabs", "elses", "doms"];

/// The text in pieces that stay together; put together again they are the text.
pub fn pieces(text: &str, language: Language) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut rest = text;
    while !rest.is_empty() {
        let is_word = rest.starts_with(char::is_alphabetic);
        let end = rest.find(|letter: char| letter.is_alphabetic() != is_word);
        let (run, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let mut parts = vec![run];
        if is_word {
            parts = word_parts(run, language);
        }
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                pieces.push(String::new());
            }
            if let Some(last) = pieces.last_mut() {
                last.push_str(part);
            }
        }
        rest = behind;
    }
    pieces
}

/// The parts of one word.
fn word_parts(word: &str, language: Language) -> Vec<&str> {
    if length(word) <= SHORT {
        return vec![word];
    }
    let at_joints = match language {
        Language::Danish => split_at(word, &joints(word)),
        Language::English => vec![word],
    };
    let whole = at_joints.len() == 1;
    let filled = at_joints.into_iter().flat_map(|part| {
        let is_long = length(part) > if whole { SHORT } else { TOGETHER };
        if is_long {
            by_pattern(part, language)
        } else {
            vec![part]
        }
    });
    filled.collect()
}

/// The bytes at which a known word begins behind another one.
fn joints(word: &str) -> Vec<usize> {
    let lower = word.to_lowercase();
    // A letter that is another length in lower case would shift the places.
    if lower.len() != word.len() {
        return Vec::new();
    }
    let begins = |rest: &str| PARTS.split_whitespace().any(|part| rest.starts_with(part));
    let ends = |before: &str| {
        let is_part = |before: &str| PARTS.split_whitespace().any(|part| before.ends_with(part));
        let mut linked = LINKS.iter().filter_map(|link| before.strip_suffix(link));
        linked.any(is_part) || ENDINGS.iter().any(|ending| before.ends_with(ending))
    };
    let mut joints: Vec<usize> = Vec::new();
    for (at, _) in lower.char_indices() {
        let (before, rest) = lower.split_at(at);
        let here = &before[joints.last().copied().unwrap_or(0)..];
        let is_far = length(here) >= FEWEST && length(rest) >= FEWEST;
        if is_far && begins(rest) && ends(before) {
            joints.push(at);
        }
    }
    joints
}

fn split_at<'a>(word: &'a str, places: &[usize]) -> Vec<&'a str> {
    let ends = places.iter().copied().chain([word.len()]);
    let mut from = 0;
    let part = |end| {
        let part = &word[from..end];
        from = end;
        part
    };
    ends.map(part).collect()
}

/// The syllables, the short ones among them kept with those before.
fn by_pattern(part: &str, language: Language) -> Vec<&str> {
    let patterns = match language {
        Language::Danish => Lang::Danish,
        Language::English => Lang::English,
    };
    let mut places = Vec::new();
    let mut at = 0;
    let mut last = 0;
    for syllable in hyphenate_bounded(part, patterns, FEWEST, FEWEST) {
        at += syllable.len();
        // Two breaks so near to each other that one of them is likely wrong.
        if at < part.len() && length(&part[last..at]) >= FEWEST {
            places.push(at);
            last = at;
        }
    }
    split_at(part, &places)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(broken: &str, language: Language) {
        let whole = broken.replace('|', "");
        assert_eq!(pieces(&whole, language).join("|"), broken);
    }

    #[test]
    fn danish_compounds_are_broken_at_their_joints() {
        for broken in [
            "Medicin|administrations|registrerings|skema",
            "Advarsel ved dobbelt|ordination",
            "Dosis|dispensering – påmin|delse om udløb",
            "FSIII: Genvej fra tilstand til handlings|anvisning",
            "Velfærds|teknologi i hjemme|plejen",
            "Genoptrænings|plan",
            "Ændrings|ønske|webinar",
            "Patient|sikkerheds|ansvarlig",
            "Service|platformen: CPR-abon|nement",
            "Kvalitets|standarder for omsorgs|forløb",
            "Tale|genkendelse i besøgs|notat",
            "Hverdags|rehabilitering",
        ] {
            check(broken, Language::Danish);
        }
    }

    #[test]
    fn other_words_are_broken_by_their_patterns() {
        check("Inter|oper|ability of docu|menta|tion", Language::English);
    }

    #[test]
    fn short_words_stay_whole() {
        check("Kopiér kalender til afløser", Language::Danish);
        check("Mørk tilstand", Language::Danish);
    }

    #[test]
    fn pieces_are_the_text_again_and_none_is_a_scrap() {
        let known: Vec<&str> = PARTS.split_whitespace().collect();
        for (at, one) in known.iter().enumerate() {
            let other = known[(at * 7 + 3) % known.len()];
            for text in [
                format!("{one}{other}"),
                format!("Ét {one}s{other}, æøå–{other}e{one}!"),
                format!("{}{other}", one.to_uppercase()),
            ] {
                for language in Language::ALL {
                    let pieces = pieces(&text, language);
                    assert_eq!(pieces.concat(), text);
                    let is_scrap = |piece: &String| length(piece) < FEWEST;
                    assert!(
                        pieces.len() == 1 || !pieces.iter().any(is_scrap),
                        "{pieces:?}"
                    );
                }
            }
        }
        assert_eq!(pieces("", Language::Danish).concat(), "");
    }
}
