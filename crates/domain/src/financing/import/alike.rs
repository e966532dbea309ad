//! Which requests are probably the same as another that has another reference.

use std::collections::BTreeMap;

use super::Standing;

/// Titles that are known already, each as it sounds, with the reference and the title.
pub(super) struct Alike {
    held: Known,
    lines: Known,
}

type Known = BTreeMap<String, (String, String)>;

impl Alike {
    pub(super) fn of(existing: &[Standing]) -> Self {
        let held = existing.iter().map(|standing| {
            let request = &standing.request;
            let named = (request.reference.clone(), request.title.clone());
            (sound(&request.title), named)
        });
        Self {
            held: held.collect(),
            lines: BTreeMap::new(),
        }
    }

    /// The earlier line, or else the request, that this is probably the same as; it is known from now on.
    pub(super) fn to(&mut self, reference: &str, title: &str) -> Option<String> {
        let sound = sound(title);
        if sound.is_empty() {
            return None;
        }
        let held = self.held.get(&sound).cloned();
        let own = (reference.to_owned(), title.to_owned());
        let earlier = self.lines.entry(sound).or_insert(own).clone();
        let others = [Some(earlier), held].into_iter().flatten();
        let mut others = others.filter(|(other, _)| other != reference);
        others
            .next()
            .map(|(other, title)| format!("{other} {title}"))
    }
}

/// The letters and digits of a title without what stands in brackets, in small letters without accents.
fn sound(title: &str) -> String {
    let mut depth = 0_u32;
    let mut sound = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            'é' | 'è' | 'ê' => sound.push('e'),
            'á' | 'à' => sound.push('a'),
            'ó' | 'ò' => sound.push('o'),
            'ü' => sound.push('u'),
            letter if letter.is_alphanumeric() => sound.push(letter),
            _ => {}
        }
    }
    sound
}
