//! The fields of a form: a label, a hint, the fault beside it, and a native control that keeps what was typed.

use barometer_domain::municipality;
use barometer_text::Language;
use barometer_text::form_page::FormText;
use maud::{Markup, html};

/// Why a field was not taken, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::http) struct Fault {
    /// The field's name.
    pub(in crate::http) field: String,
    /// The sentence beside it.
    pub(in crate::http) sentence: String,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::http) struct Choice {
    /// What is sent.
    pub(in crate::http) value: String,
    /// What is read.
    pub(in crate::http) label: String,
}

/// How a text field is typed into.
#[derive(Clone, Copy, Debug)]
pub(in crate::http) struct TextInput<'a> {
    /// `text`, `email`, `url`, `date` or `number`, as HTML has it.
    pub(in crate::http) kind: &'a str,
    /// What the browser may fill in by itself (`name`, `email`, `off`).
    pub(in crate::http) autocomplete: &'a str,
    /// The most letters it takes.
    pub(in crate::http) longest: usize,
    /// Whether a script seals it before it is sent; then it has no name, and is never sent as it stands.
    pub(in crate::http) sealed: bool,
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub(in crate::http) struct Field<'a> {
    /// The language of its marks.
    pub(in crate::http) language: Language,
    /// Under which name it is sent; the page's own name for it, too.
    pub(in crate::http) name: &'a str,
    /// What is asked.
    pub(in crate::http) label: &'a str,
    /// What helps to answer; empty if nothing does.
    pub(in crate::http) hint: &'a str,
    /// Whether it may be left empty; said beside the label if so.
    pub(in crate::http) optional: bool,
    /// The faults of the whole form; those of this field stand beside it.
    pub(in crate::http) faults: &'a [Fault],
}

impl Field<'_> {
    /// One line.
    pub(in crate::http) fn text(&self, input: TextInput<'_>, value: &str) -> Markup {
        let control = html! {
            input id=(self.name) type=(input.kind) name=[(!input.sealed).then_some(self.name)]
                data-sealed=[input.sealed.then_some(self.name)] value=(value) autocomplete=(input.autocomplete)
                maxlength=(input.longest) required[!self.optional] aria-invalid=[self.invalid()]
                aria-describedby=[self.described_by()];
        };
        self.around(&control)
    }

    /// Several lines.
    pub(in crate::http) fn area(&self, input: TextInput<'_>, rows: usize, value: &str) -> Markup {
        let control = html! {
            textarea id=(self.name) name=[(!input.sealed).then_some(self.name)]
                data-sealed=[input.sealed.then_some(self.name)] autocomplete=(input.autocomplete)
                maxlength=(input.longest) rows=(rows) required[!self.optional] aria-invalid=[self.invalid()]
                aria-describedby=[self.described_by()] { (value) }
        };
        self.around(&control)
    }

    /// One of many, in a list that opens; `none` stands there while nothing is chosen.
    pub(in crate::http) fn select(&self, choices: &[Choice], none: &str, chosen: &str) -> Markup {
        let control = html! {
            select id=(self.name) name=(self.name) required[!self.optional] aria-invalid=[self.invalid()]
                aria-describedby=[self.described_by()] {
                option value="" { (none) }
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
                }
            }
        };
        self.around(&control)
    }

    /// One of a few, all in sight.
    pub(in crate::http) fn radios(&self, choices: &[Choice], chosen: &str) -> Markup {
        self.group("radio", choices, |value| value == chosen)
    }

    /// Any of a few.
    pub(in crate::http) fn ticks(&self, choices: &[Choice], chosen: &[&str]) -> Markup {
        self.group("checkbox", choices, |value| chosen.contains(&value))
    }

    fn group(&self, kind: &str, choices: &[Choice], is_chosen: impl Fn(&str) -> bool) -> Markup {
        let is_required = kind == "radio" && !self.optional;
        html! {
            fieldset class="field choices" id=(self.name) tabindex="-1" aria-describedby=[self.described_by()] {
                legend { (self.label_text()) }
                (self.notes())
                @for choice in choices {
                    label class="tick" {
                        input type=(kind) name=(self.name) value=(choice.value) checked[is_chosen(&choice.value)]
                            required[is_required];
                        span { (choice.label) }
                    }
                }
            }
        }
    }

    fn around(&self, control: &Markup) -> Markup {
        html! {
            div class="field" {
                label for=(self.name) { (self.label_text()) }
                (self.notes())
                (control)
            }
        }
    }

    fn label_text(&self) -> Markup {
        let optional = FormText::Optional.say(self.language);
        html! { (self.label) @if self.optional { " " span class="muted" { (optional) } } }
    }

    fn notes(&self) -> Markup {
        html! {
            @if !self.hint.is_empty() { p class="hint" id={ (self.name) "-hint" } { (self.hint) } }
            @if let Some(fault) = self.fault() { p class="fault" id={ (self.name) "-fault" } { (fault) } }
        }
    }

    fn fault(&self) -> Option<&str> {
        let own = self.faults.iter().find(|fault| fault.field == self.name);
        own.map(|fault| fault.sentence.as_str())
    }

    fn invalid(&self) -> Option<&'static str> {
        self.fault().map(|_| "true")
    }

    /// The names of what explains the field, for who hears the page.
    fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then_some("hint");
        let fault = self.fault().map(|_| "fault");
        let notes = hint.into_iter().chain(fault);
        let names: Vec<String> = notes.map(|note| format!("{}-{note}", self.name)).collect();
        (!names.is_empty()).then(|| names.join(" "))
    }
}

/// Everything that was not taken, on top of the form; each leads to its field. Nothing where nothing is wrong.
pub(in crate::http) fn fault_summary(language: Language, faults: &[Fault]) -> Markup {
    let heading = FormText::NotTaken.say(language);
    html! {
        @if !faults.is_empty() {
            section class="notice coral" role="alert" tabindex="-1" autofocus {
                p { strong { (heading) } }
                ul {
                    @for fault in faults {
                        li {
                            @if fault.field.is_empty() { (fault.sentence) }
                            @else { a href={ "#" (fault.field) } { (fault.sentence) } }
                        }
                    }
                }
            }
        }
    }
}

/// The 98 municipalities, in Danish order of name.
pub(in crate::http) fn municipality_choices() -> Vec<Choice> {
    let choice = |known: &municipality::Municipality| Choice {
        value: known.code.to_string(),
        label: known.name.to_owned(),
    };
    municipality::all().iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field<'a>(faults: &'a [Fault], hint: &'a str) -> Field<'a> {
        Field {
            language: Language::Danish,
            name: "title",
            label: "Titel",
            hint,
            optional: false,
            faults,
        }
    }

    const LINE: TextInput<'static> = TextInput {
        kind: "text",
        autocomplete: "off",
        longest: 120,
        sealed: false,
    };

    #[test]
    fn a_field_keeps_what_was_typed_and_says_what_is_wrong_with_it() {
        let faults = [Fault {
            field: "title".into(),
            sentence: "Skriv en titel.".into(),
        }];
        let html = field(&faults, "Kort").text(LINE, "a\"<b>").into_string();
        assert!(html.contains("value=\"a&quot;&lt;b&gt;\""), "{html}");
        assert!(
            html.contains("aria-invalid=\"true\"")
                && html.contains("aria-describedby=\"title-hint title-fault\"")
        );
        let summary = fault_summary(Language::Danish, &faults).into_string();
        assert!(summary.contains("role=\"alert\"") && summary.contains("href=\"#title\""));
        assert!(
            fault_summary(Language::Danish, &[])
                .into_string()
                .is_empty()
        );
    }

    #[test]
    fn what_is_sealed_has_no_name_and_is_not_sent() {
        let sealed = TextInput {
            sealed: true,
            ..LINE
        };
        let html = field(&[], "").text(sealed, "").into_string();
        assert!(
            !html.contains(" name=") && html.contains("data-sealed=\"title\""),
            "{html}"
        );
        assert!(!html.contains("aria-invalid") && !html.contains("aria-describedby"));
    }

    #[test]
    fn choices_are_native_and_keep_what_was_chosen() {
        let choices = municipality_choices();
        assert_eq!(choices.len(), 98);
        assert_eq!(choices.last().unwrap().label, "Aarhus");
        let html = field(&[], "")
            .select(&choices, "Vælg", &choices[3].value)
            .into_string();
        assert_eq!(html.matches(" selected").count(), 1);
        let html = field(&[], "")
            .ticks(&choices[..3], &[&choices[1].value])
            .into_string();
        assert_eq!(
            (
                html.matches("type=\"checkbox\"").count(),
                html.matches(" checked").count()
            ),
            (3, 1)
        );
        assert!(
            !html.contains("required"),
            "a tick that must be set would have all of them set"
        );
        let html = field(&[], "").radios(&choices[..2], "").into_string();
        assert_eq!(html.matches("required").count(), 2);
    }
}
