//! "Sådan er du anonym": what holds, for a layperson.

use super::Piece::{self, Heading, List, Paragraph};

pub(super) const DANISH: &[Piece] = &[
    Paragraph(
        "Anonym over for de andre deltagere. Kun leverandøren kan se, hvem der har stemt på hvad. Ikke juridisk \
         bindende.",
    ),
    Heading("Det ser de andre"),
    List(&[
        "Mens der stemmes: kun hvor mange der har stemt. Heller ikke oplægsholderen ser andet.",
        "Bagefter: hvor mange kommuner og stemmer hvert ønske fik. Aldrig hvem, og aldrig hvilken kommune.",
        "Har færre end fem stemt, eller færre end tre kommuner, vises der slet intet resultat.",
    ]),
    Heading("Dit navn"),
    Paragraph(
        "Din telefon forsegler dit navn, før det sendes. Kun leverandøren har nøglen, og den ligger ikke på serveren. \
         Åbner du et link, hvor nøglen ikke passer, beholder telefonen navnet og siger det til dig. Har du skrevet \
         koden selv, kan du sammenligne nøglens fire ord med dem på storskærmen.",
    ),
    Heading("Er du inviteret personligt?"),
    Paragraph(
        "Så er linket dit, og du har én stemmeseddel, også hvis du åbner det på flere enheder: den, du sender sidst, \
         tæller. Linket er ikke nøgle til din stemme. En anden enhed begynder tom og får hverken at vide, om du har \
         stemt, eller på hvad. Dit navn står i linket, så det er skrevet for dig, men serveren kender kun et aftryk af linket og din kommune, og intet i den siger, hvem der \
         er kommet eller har stemt. Leverandøren har lavet en fil med navne og links, som skal slettes, når de er \
         sendt: den, der har både filen, serverens data og dens hemmelighed, kan føre dig til din stemmeseddel uden et \
         opslag. Del ikke dit link. Stemmer en anden med det, siger din telefon det, når resultatet er vist, og \
         leverandøren kan se, at stemmen kom fra to enheder.",
    ),
    Heading("Vi vil gerne være med"),
    Paragraph(
        "Siger du det, bliver din kommune talt med som interesseret, uden dit navn, og din browser ser kun det, den \
         selv har sagt. Kommunens navn vises først, når leverandøren har bekræftet det med kommunen, og trækker I det \
         tilbage, forsvinder det også fra tidligere dage. Beløb vises i hele tusinde kroner, så en sum ikke siger, hvem \
         der betaler.",
    ),
    Heading("Når leverandøren slår op"),
    Paragraph(
        "En medarbejder, der vil se, hvem der har stemt på hvad, skal skrive sit navn og hvorfor. Det bliver skrevet \
         ned, før noget vises. Du kan sidst i webinaret se, hvor mange opslag der har været, og hvornår. Er loggen \
         ændret eller forkortet, står der det, indtil en medarbejder har skrevet under på, at det er set.",
    ),
    Heading("Er min stemme talt med?"),
    Paragraph(
        "Din telefon gemmer et hemmeligt tal. Sammen med resultatet udgives en liste over alle stemmer uden navne, og \
         telefonen finder selv dine på den. Så står der »Din stemme er talt med ✓«. Listen ligger fast, når der lukkes, før \
         nogen kan slå op eller stryge noget: fire ord for den står på storskærmen og alle telefoner og skal være ens. Får \
         din telefon siden vist en anden liste, siger den det. Antallet af kommuner kan du ikke \
         efterregne: en liste, der viste det, ville afsløre en kollegas stemme. Det efterregner leverandørens side.",
    ),
    Heading("Det holder ikke over for alt"),
    List(&[
        "Den, der driver serveren, kan se kommune og valg, mens de tælles, men ikke navne. Stjæles serverens data uden \
         dens hemmelighed, fortæller de ikke, hvad nogen har stemt, og efter lukningen heller ikke i hvilken rækkefølge.",
        "Den, der driver serveren, kunne i princippet sende dig en anden side end den rigtige. Det kan ingen side \
         beskytte sig selv imod.",
        "Viser serveren forskellige lister til forskellige telefoner, er de fire ord ikke ens. Det opdager kun nogen, hvis \
         I sammenligner dem.",
        "Et åbent link kan bruges på flere enheder og for en anden kommune. Døren kan lukkes, og leverandøren kan stryge \
         falske stemmer, før nogen ser, hvad de går til. Alle kan se hvor mange. Kun personlige invitationer \
         forhindrer det.",
        "Står nogen og ser dig over skulderen, hjælper intet af dette.",
    ]),
    Heading("Når webinaret er forbi"),
    Paragraph(
        "Seks måneder efter slettes stemmesedler, navne og alt, der kan føre til dig, også fra et webinar, der aldrig blev \
         åbnet eller lukket. Resultatet bliver. Springer serverens ur, sletter den intet, før nogen har set efter.",
    ),
];

pub(super) const ENGLISH: &[Piece] = &[
    Paragraph(
        "Anonymous to the other participants. Only the vendor can see who voted for what. Not legally binding.",
    ),
    Heading("What the others see"),
    List(&[
        "While the vote is open: only how many have voted. The presenter sees no more than that either.",
        "Afterwards: how many municipalities and votes each request got. Never who, and never which municipality.",
        "When fewer than five have voted, or fewer than three municipalities, no result is shown at all.",
    ]),
    Heading("Your name"),
    Paragraph(
        "Your phone seals your name before it is sent. Only the vendor has the key, and it is not on the server. When \
         you open a link whose key does not fit, the phone keeps the name and tells you. If you typed the code \
         yourself, you can compare the key’s four words with those on the projector.",
    ),
    Heading("Are you invited personally?"),
    Paragraph(
        "Then the link is yours, and you have one ballot, even when you open it on several devices: the one you send \
         last counts. The link is no key to your vote. Another device starts empty, and is told neither whether you \
         have voted nor for what. Your name stands in the link, so that it is filled in for you, but the server knows only a print of the link and your municipality, and nothing in it \
         says who has come or voted. The vendor has made a file of names and links, which is to be deleted once they \
         are sent: whoever has that file, the server’s data and its secret can tie you to your ballot without a \
         look-up. Do not share your link. When somebody else votes with it, your phone says so once the result is \
         shown, and the vendor sees that the vote came from two devices.",
    ),
    Heading("We want to be part of it"),
    Paragraph(
        "When you say so, your municipality is counted as interested, without your name, and your browser sees only \
         what it said itself. The municipality’s name is shown once the vendor has confirmed it with the municipality; \
         when that is taken back, it disappears from earlier days too. Amounts are shown in whole thousands of kroner, \
         so that a sum does not say who pays.",
    ),
    Heading("When the vendor looks"),
    Paragraph(
        "An employee who wants to see who voted for what must write their name and why. That is written down before \
         anything is shown. At the end of the webinar you can see how many look-ups there were, and when. If the log \
         was changed or shortened, it says so until an employee has signed that they know.",
    ),
    Heading("Is my vote counted?"),
    Paragraph(
        "Your phone keeps a secret number. With the result a list of all votes without names is published, and the \
         phone itself finds yours on it. Then it says “Your vote is counted ✓”. The list is fixed when the vote closes, \
         before anybody can look up or strike anything: four words for it stand on the projector and on every phone, \
         and must be the same. When your phone is shown another list later, it says so. The number of municipalities you \
         cannot recount: a list that showed it would reveal a colleague’s vote. The vendor’s page recounts it.",
    ),
    Heading("It does not hold against everything"),
    List(&[
        "Whoever runs the server can see municipality and choice while they are counted, but not names. Stolen \
         without the server’s secret, its data tells nobody’s vote, and after the close no order of votes either.",
        "Whoever runs the server could in principle send you another page than the right one. No page can protect \
         itself against that.",
        "When the server shows different lists to different phones, the four words are not the same. Somebody notices \
         only if you compare them.",
        "An open link can be used on several devices and for another municipality. The door can be closed, and the \
         vendor can strike false ballots before anybody sees what they are for. Everyone sees how many. Only personal \
         invitations prevent it.",
        "If somebody looks over your shoulder, none of this helps.",
    ]),
    Heading("When the webinar is over"),
    Paragraph(
        "Six months later ballots, names and everything that could lead to you are deleted, also of a webinar that was \
         never opened or closed. The result stays. If the server’s clock leaps, it deletes nothing before somebody has \
         looked.",
    ),
];
