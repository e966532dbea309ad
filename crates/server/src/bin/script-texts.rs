//! Prints what the scripts beside the apps say, for `cargo xtask build`, which writes it into them: for each script a line
//! with its name, a tab, and its sentences by language as JSON. Built with the server, whose crates it shares.

use std::collections::BTreeMap;

use barometer_text::Language;
use barometer_text::script::ScriptText;

type Sentences = BTreeMap<&'static str, &'static str>;

fn main() -> serde_json::Result<()> {
    let mut scripts: BTreeMap<&str, BTreeMap<&str, Sentences>> = BTreeMap::new();
    for text in ScriptText::ALL {
        let languages = scripts.entry(text.script()).or_default();
        for language in Language::ALL {
            let sentences = languages.entry(language.tag()).or_default();
            sentences.insert(text.name(), text.say(language));
        }
    }
    for (script, texts) in scripts {
        println!("{script}\t{}", serde_json::to_string(&texts)?);
    }
    Ok(())
}
