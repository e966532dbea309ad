//! In Danish: The accessibility statement.

use crate::article::InfoBlock::{self, Heading, List, Paragraph};

pub(super) const PIECES: &[InfoBlock] = &[
    Paragraph(
        "Barometer er lavet, så alle i webinaret kan følge med og stemme: med mus, tastatur, finger, skærmlæser, \
         forstørrelse eller egne farver. Målet er WCAG 2.2 på niveau AA.",
    ),
    Heading("Det kan du regne med"),
    List(&[
        "Alt kan betjenes med tastatur alene, og det ses altid, hvor du er.",
        "Hver graf findes også som tabel eller tekst.",
        "En skærmlæser får at vide, når webinaret går videre, og bliver ikke afbrudt mere end nødvendigt.",
        "Siden kan forstørres til 200 % og læses på en skærm, der er 320 punkter bred, uden at der skal rulles \
         sidelæns.",
        "Knapper og felter er mindst 48 punkter høje på telefonen.",
        "Bevægelse dæmpes, når du har bedt din enhed om det, og dine egne farver og høj kontrast bliver brugt.",
        "Skriften er Atkinson Hyperlegible Next, som er tegnet til at kunne læses af svagtseende.",
        "Teksten findes på dansk og engelsk og kan skiftes nederst på siden.",
    ]),
    Heading("Det ved vi ikke er godt nok"),
    List(&[
        "Oplægsholderen kan skrive tekster om ønskerne, som vi ikke kan gøre lettere at læse.",
        "Nedtællingen til, at afstemningen lukker, styres af oplægsholderen. Har du brug for mere tid, så sig til: \
         den kan forlænges og stoppes.",
        "Siden kræver JavaScript og en browser fra de seneste år.",
    ]),
    Heading("Sådan er det prøvet"),
    Paragraph(
        "Hver side og hver tilstand prøves automatisk med axe ved hver ændring, på dansk og engelsk, i lyse og mørke \
         farver. Tastatur, forstørrelse og smalle skærme prøves på samme måde. Automatik finder ikke alt.",
    ),
    Heading("Er der noget, du ikke kan?"),
    Paragraph(
        "Sig det i webinarets chat, eller skriv til den leverandør, der har inviteret dig. Kan du ikke stemme på \
         siden, så bed oplægsholderen om at vente med at lukke.",
    ),
];
