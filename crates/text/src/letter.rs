//! The thank-you letter after a webinar, drafted in its language; plain text that a person goes on writing, and the same
//! as HTML for a mail.

use barometer_domain::after::After;

/// What begins a line of a list.
pub const BULLET: &str = "• ";
/// By when the vendor usually comes back, in days.
pub(crate) const ANSWER_WITHIN: i32 = 14;

/// The subject of the mail with the letter.
pub fn subject(after: &After) -> String {
    in_language!(after.language, letter::subject(&after.title))
}

/// The draft, in the webinar's language; `page` is the address of the page of financing.
pub fn draft(after: &After, page: &str) -> String {
    let parts = in_language!(after.language, letter::parts(after, page));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}

/// A sentence with its full stop; "kr." has one already.
pub(crate) fn ended(sentence: String) -> String {
    if sentence.ends_with('.') {
        sentence
    } else {
        sentence + "."
    }
}

/// The same as HTML: blank lines end paragraphs, bullets make lists, a line above a list is its heading.
pub fn html(text: &str) -> String {
    let blocks = text
        .split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty());
    blocks.map(block).collect()
}

fn block(block: &str) -> String {
    let mut html = String::new();
    let mut in_list = false;
    let lines: Vec<&str> = block.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let item = line.strip_prefix(BULLET.trim_end()).map(str::trim_start);
        let begins_list = lines.get(at + 1).is_some_and(|next| next.starts_with('•'));
        match (item, in_list) {
            (Some(_), false) => html.push_str("<ul>"),
            (None, true) => html.push_str("</ul>"),
            _ => {}
        }
        in_list = item.is_some();
        let (before, text, after) = match item {
            Some(item) => ("<li>", item, "</li>"),
            None if begins_list => ("<p><b>", *line, "</b></p>"),
            None => ("<p>", *line, "</p>"),
        };
        html.extend([before, &escaped(text), after]);
    }
    if in_list {
        html.push_str("</ul>");
    }
    html
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_paragraphs_lists_and_nothing_else() {
        let text = "Kære alle\n\nResultatet\n• Nr. 1: <b>A & B</b>\n• Nr. 2: C\nTak.\n\n\n";
        assert_eq!(
            html(text),
            "<p>Kære alle</p><p><b>Resultatet</b></p><ul><li>Nr. 1: &lt;b&gt;A &amp; B&lt;/b&gt;</li>\
             <li>Nr. 2: C</li></ul><p>Tak.</p>"
        );
    }
}
