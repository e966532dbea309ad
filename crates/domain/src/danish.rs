//! The Danish order of names: Æ, Ø and Å last, and Aa as Å.

use std::cmp::Ordering;

/// Compares two names as a Danish directory does, ignoring case.
pub fn compare(left: &str, right: &str) -> Ordering {
    weights(left)
        .cmp(weights(right))
        .then_with(|| left.cmp(right))
}

/// What two names have in common that a directory puts in one place: in any case, `Å` as `Aa`.
pub fn sort_key(name: &str) -> Vec<u32> {
    weights(name).collect()
}

/// The letters and digits of a name as one types it on a foreign keyboard or in a hurry: small, without accents, blanks
/// and hyphens; `Høje-Taastrup`, `Hoeje Tåstrup` and `hojetastrup` are all the same.
pub fn skeleton(text: &str) -> String {
    let mut skeleton = String::new();
    let mut letters = text.chars().map(lower).peekable();
    while let Some(letter) = letters.next() {
        let plain = match letter {
            'å' => 'a',
            'ø' | 'ö' => 'o',
            'æ' | 'ä' => {
                skeleton.push('a');
                'e'
            }
            'é' => 'e',
            'ü' => 'u',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => continue,
        };
        let doubled = match letter {
            'a' => 'a',
            'o' => 'e',
            _ => '\0',
        };
        letters.next_if(|&next| lower(next) == doubled);
        skeleton.push(plain);
    }
    skeleton
}

/// Whether one of the words of `name` begins with what was typed; `Å` finds `Aa`, and `a` too.
pub fn finds(name: &str, typed: &str) -> bool {
    let typed = typed.trim();
    let begins = |word: &str| {
        let (mut letters, mut sounds) = (word.chars().map(lower), weights(word));
        typed
            .chars()
            .all(|letter| letters.next() == Some(lower(letter)))
            || weights(typed).all(|sound| sounds.next() == Some(sound))
    };
    begins(name) || name.split([' ', '-']).any(begins)
}

/// The small letter, of those that Danish names have: all of Unicode's would be 5 KB of every phone's download.
fn lower(letter: char) -> char {
    match letter {
        'Æ' => 'æ',
        'Ø' => 'ø',
        'Å' => 'å',
        'Ä' => 'ä',
        'Ö' => 'ö',
        'Ü' => 'ü',
        'É' => 'é',
        other => other.to_ascii_lowercase(),
    }
}

/// One weight a letter: `a`–`z` as they are, then æ, ø, å; `aa` weighs as å.
fn weights(text: &str) -> impl Iterator<Item = u32> {
    const AE: u32 = 'z' as u32 + 1;
    let mut letters = text.chars().map(lower).peekable();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        Some(match letter {
            'a' if letters.next_if_eq(&'a').is_some() => AE + 2,
            'æ' | 'ä' => AE,
            'ø' | 'ö' => AE + 1,
            'å' => AE + 2,
            'é' => u32::from('e'),
            'ü' => u32::from('y'),
            other => u32::from(other),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aa_sorts_as_the_last_letter() {
        let mut names = [
            "Aarhus",
            "Ærø",
            "Aabenraa",
            "Vordingborg",
            "Aalborg",
            "Ølby",
            "Albertslund",
        ];
        names.sort_by(|a, b| compare(a, b));
        let expected = [
            "Albertslund",
            "Vordingborg",
            "Ærø",
            "Ølby",
            "Aabenraa",
            "Aalborg",
            "Aarhus",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn a_skeleton_is_the_same_however_a_name_is_typed() {
        for names in [
            ["Høje-Taastrup", "Hoeje Tåstrup", "hojetastrup"],
            ["Aarhus", "ÅRHUS", "arhus"],
            ["Næstved", "Naestved", "nästved"],
            ["Hjørring", "Hjorring", "HJÖRRING"],
        ] {
            let skeletons = names.map(skeleton);
            assert_eq!(skeletons[0], skeletons[1]);
            assert_eq!(skeletons[0], skeletons[2]);
        }
    }

    #[test]
    fn a_name_is_found_by_its_beginnings() {
        assert!(finds("Aarhus", "aa"));
        assert!(finds("Aarhus", "år"));
        assert!(finds("Lyngby-Taarbæk", "tårb"));
        assert!(finds("Høje-Taastrup", "høj"));
        assert!(!finds("Aarhus", "hus"));
        assert!(!finds("Varde", "aa"));
        assert!(finds("Varde", ""));
        assert!(finds("Ærø", "ÆRØ"));
        assert!(finds("Faaborg-Midtfyn", "fÅ"));
    }

    #[test]
    fn a_single_a_already_shows_the_names_with_aa() {
        assert!(finds("Albertslund", "a"));
        assert!(finds("Aarhus", "a"), "someone typing Aa has typed A first");
    }
}
