//! Whether the built styles are what the oldest browsers of [`crate::minify::TARGETS`] read: the minifier lowers
//! nesting and ranges; what it cannot lower needs a fallback, and is looked for here.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::project::files_under;

/// Values that drop a declaration, or all that it feeds, where they are unknown: only behind `@supports`.
const NEED_SUPPORTS: [&str; 6] = ["color-mix(", "light-dark(", "oklch(", "cqw", "cqh", "cqi"];
/// Lengths that need the same declaration without them before.
const NEED_FALLBACK: [&str; 3] = ["dvh", "svh", "lvh"];

/// Refuses what an old browser would stumble over.
pub(crate) fn check(folders: &[PathBuf]) -> Result<()> {
    let mut wrong = Vec::new();
    for folder in folders {
        for file in files_under(folder)? {
            if file.extension().is_some_and(|extension| extension == "css") {
                let found = complaints(&fs::read_to_string(&file)?);
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                wrong.extend(found.into_iter().map(|one| format!("{name}: {one}")));
            }
        }
    }
    ensure!(
        wrong.is_empty(),
        "styles that old browsers cannot read:\n{}",
        wrong.join("\n")
    );
    Ok(())
}

/// What stands between two braces.
#[derive(Default)]
struct Block {
    is_rule: bool,
    is_supports: bool,
    /// The declaration before, whose property a fallback shares.
    before: String,
}

/// What is wrong with a style, in its order.
fn complaints(css: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut open: Vec<Block> = Vec::new();
    let (mut text, mut depth, mut quote) = (String::new(), 0_u32, None);
    for letter in css.chars() {
        match (quote, letter) {
            (Some(end), letter) if letter == end => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        match letter {
            '{' if quote.is_none() && depth == 0 => {
                let prelude = text.trim().to_owned();
                wrong.extend(wrong_prelude(&prelude));
                let is_rule = !prelude.starts_with('@');
                if open.iter().any(|block| block.is_rule) {
                    wrong.push(format!("nested: {prelude}"));
                }
                let is_supports = prelude.starts_with("@supports");
                let block = Block {
                    is_rule,
                    is_supports,
                    ..Block::default()
                };
                open.push(block);
                text.clear();
            }
            ';' | '}' if quote.is_none() && depth == 0 => {
                let is_supported = open.iter().any(|block| block.is_supports);
                if let Some(block) = open.last_mut() {
                    wrong.extend(wrong_declaration(text.trim(), block, is_supported));
                    text.trim().clone_into(&mut block.before);
                }
                if letter == '}' {
                    open.pop();
                }
                text.clear();
            }
            letter => text.push(letter),
        }
    }
    wrong
}

fn wrong_prelude(prelude: &str) -> Option<String> {
    let is_query = ["@media", "@container"]
        .iter()
        .any(|name| prelude.starts_with(name));
    if is_query && prelude.contains(['<', '>']) {
        return Some(format!("range: {prelude}"));
    }
    if prelude.starts_with('@') {
        return None;
    }
    if prelude.contains('&') {
        return Some(format!("nested: {prelude}"));
    }
    // One selector that is unknown drops the whole list.
    let is_list = top_level_commas(prelude) > 0;
    (is_list && prelude.contains(":has(")).then(|| format!(":has() in a list: {prelude}"))
}

fn top_level_commas(selector: &str) -> usize {
    let mut depth = 0_i32;
    let count = |letter: &char| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0 && *letter == ','
    };
    selector.chars().filter(count).count()
}

fn wrong_declaration(text: &str, block: &Block, is_supported: bool) -> Option<String> {
    let (property, value) = text.split_once(':')?;
    let has_unit = |unit: &&&str| {
        value
            .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.')
            .any(|word| {
                word.len() > unit.len()
                    && word.ends_with(**unit)
                    && word.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            })
    };
    let is_unknown = |name: &&&str| {
        if name.ends_with('(') {
            value.contains(**name)
        } else {
            has_unit(name)
        }
    };
    if let Some(name) = NEED_SUPPORTS
        .iter()
        .find(is_unknown)
        .filter(|_| !is_supported)
    {
        return Some(format!("{name} without @supports: {text}"));
    }
    let unit = NEED_FALLBACK.iter().find(has_unit)?;
    let falls_back = block
        .before
        .split_once(':')
        .is_some_and(|(name, _)| name == property);
    (!falls_back).then(|| format!("{unit} without a fallback: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_old_browsers_read_passes() {
        for css in [
            "@layer page{.a .b{color:red}@media screen and (max-width:700px){.a{color:red}}}",
            ".a{block-size:100vh;block-size:100dvh}",
            "@supports (inline-size: 1cqw){.a{--u: calc(100cqw / 1280)}}",
            ".a:has(b){color:red}.a:is(b:has(i),u){color:red}",
            "@keyframes a{0%{opacity:0}to{opacity:1}}",
            ".a:before{content:\"{;}\";background:url(data:image/svg+xml;x)}",
        ] {
            assert_eq!(complaints(css), [""; 0], "{css}");
        }
    }

    #[test]
    fn what_they_stumble_over_is_named() {
        for (css, named) in [
            (".a{.b{color:red}}", "nested: .b"),
            (".a{color:red;&:hover{color:blue}}", "nested: &:hover"),
            (
                "@media screen and (width<700px){.a{color:red}}",
                "range: @media",
            ),
            (
                ".a{background:color-mix(in srgb,red,blue)}",
                "color-mix( without",
            ),
            (".a{--u: calc(100cqw / 1280)}", "cqw without"),
            (".a{block-size:100dvh}", "dvh without a fallback"),
            (".a:has(b),.c{color:red}", ":has() in a list"),
        ] {
            let found = complaints(css).join("\n");
            assert!(found.contains(named), "{css}: {found}");
        }
    }
}
