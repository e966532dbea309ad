//! One stylesheet per document: each one more is a round trip before anything is painted.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;

const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// The looks of the pages that the server makes: a file each beside the phone's, and the sheets in it.
const SERVER_PAGES: [(&str, &[&str]); 3] = [
    ("article", &["tokens", "base", "article", "remote"]),
    (
        "form",
        &[
            "tokens",
            "base",
            "form",
            "article",
            "form-page",
            "questions",
            "signup",
            "forum",
        ],
    ),
    // Over the phone's app, which has the first two already.
    ("questions", &["form", "article", "form-page", "questions"]),
];

/// Writes those files; they are lowered and compressed with the rest.
pub(crate) fn write_server_pages(project: &Project) -> Result<()> {
    for (name, sheets) in SERVER_PAGES {
        let read = |sheet| fs::read_to_string(project.path(&format!("style/{sheet}.css")));
        let sheets = sheets
            .iter()
            .map(read)
            .collect::<std::io::Result<String>>()?;
        fs::write(project.path(&format!("dist/phone/{name}.css")), sheets)?;
    }
    Ok(())
}

/// Joins the stylesheets that a page links to into one, in their order, and links to that instead.
pub(crate) fn join(folder: &Path, page: &str) -> Result<()> {
    let page = folder.join(page);
    let html = fs::read_to_string(&page)?;
    let links: Vec<&str> = html.lines().filter_map(address).collect();
    let place = links.first().context("a page without stylesheets")?;
    let place = place.rfind('/').map_or("", |end| &place[..=end]);
    let mut joined = String::new();
    for link in &links {
        let file = folder.join(link.rsplit('/').next().unwrap_or_default());
        joined += &fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        fs::remove_file(file)?;
    }
    let name = format!("style-{}.css", hash(&joined));
    fs::write(folder.join(&name), joined)?;
    Ok(fs::write(
        page,
        with_one_link(&html, &format!("{place}{name}")),
    )?)
}

/// The page with one link in the place of the first.
fn with_one_link(html: &str, to: &str) -> String {
    let mut linked = false;
    let mut page = String::new();
    for line in html.lines() {
        if address(line).is_none() {
            page += line;
            page += "\n";
        } else if !linked {
            linked = true;
            page.extend([LINK, to, "\">\n"]);
        }
    }
    page
}

/// The stylesheet that a line of a page links to.
fn address(line: &str) -> Option<&str> {
    line.trim().strip_prefix(LINK)?.split('"').next()
}

/// 16 hexadecimal digits, by which the server knows what never changes.
fn hash(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_links_become_one() {
        let page = "<head>\n<link rel=\"stylesheet\" href=\"/a-1.css\"/>\n<title>x</title>\n\
                    <link rel=\"stylesheet\" href=\"/b-2.css\"/>\n</head>\n";
        assert_eq!(
            address("  <link rel=\"stylesheet\" href=\"/a-1.css\"/>"),
            Some("/a-1.css")
        );
        assert_eq!(
            with_one_link(page, "/style-3.css"),
            "<head>\n<link rel=\"stylesheet\" href=\"/style-3.css\">\n<title>x</title>\n</head>\n"
        );
    }
}
