//! In English: The accessibility statement.

use crate::article::InfoBlock::{self, Heading, List, Paragraph};

pub(super) const PIECES: &[InfoBlock] = &[
    Paragraph(
        "Barometer is made so that everyone in the webinar can follow and vote: by mouse, keyboard, finger, screen \
         reader, magnification or with their own colours. The aim is WCAG 2.2 at level AA.",
    ),
    Heading("What you can rely on"),
    List(&[
        "Everything works by keyboard alone, and one always sees where one is.",
        "Every chart is there as a table or text as well.",
        "A screen reader is told when the webinar moves on, and is not interrupted more than needed.",
        "The page can be magnified to 200 % and read on a screen 320 points wide without scrolling sideways.",
        "Buttons and fields are at least 48 points high on the phone.",
        "Motion is calmed when you have asked your device for it, and your own colours and high contrast are used.",
        "The typeface is Atkinson Hyperlegible Next, drawn to be read by people with low vision.",
        "The text is there in Danish and English and can be switched at the bottom of the page.",
    ]),
    Heading("What we know is not good enough"),
    List(&[
        "The presenter writes texts about the requests that we cannot make easier to read.",
        "The countdown to the close of the vote is in the presenter’s hands. If you need more time, say so: it can \
         be extended and stopped.",
        "The page needs JavaScript and a browser of the last few years.",
    ]),
    Heading("How it is tested"),
    Paragraph(
        "Every page and every state is tested automatically with axe at each change, in Danish and English, in light \
         and dark colours. Keyboard, magnification and narrow screens are tested the same way. Automatic tests do \
         not find everything.",
    ),
    Heading("Is there something you cannot do?"),
    Paragraph(
        "Say so in the webinar’s chat, or write to the vendor that invited you. If you cannot vote on the page, ask \
         the presenter to wait with the close.",
    ),
];
