//! In Danish: "Sådan er du anonym": what holds, for a layperson.

use crate::article::InfoBlock::{self, Heading, List, Paragraph};

pub(super) const PIECES: &[InfoBlock] = &[
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
        "Så er linket dit, og du har én stemmeseddel, også hvis du åbner det på flere enheder: den, du sender \
         sidst, tæller. Linket er ikke nøgle til din stemme. En anden enhed begynder tom og får hverken at vide, \
         om du har stemt, eller på hvad. Dit navn står i linket, så det er skrevet for dig, men serveren kender \
         kun et aftryk af linket og din kommune, og intet i den siger, hvem der er kommet eller har stemt. \
         Leverandøren har lavet en fil med navne og links, som skal slettes, når de er sendt: den, der har både \
         filen, serverens data og dens hemmelighed, kan føre dig til din stemmeseddel uden et opslag. Del ikke dit \
         link. Stemmer en anden med det, siger din telefon det, når resultatet er vist, og leverandøren kan se, at \
         stemmen kom fra to enheder.",
    ),
    Heading("Når du tilmelder dig"),
    Paragraph(
        "Dit navn og din mailadresse forsegles på samme måde, før de forlader din browser, og kun leverandøren kan \
         åbne dem. Serveren kender din kommune. Sender leverandøren mails fra serveren, har den din adresse i \
         hukommelsen, til mailen er sendt, og gemmer den ikke. Med dit personlige link kan du melde fra, og så \
         slettes begge dele.",
    ),
    Heading("Vi vil gerne være med"),
    Paragraph(
        "Siger du det, bliver din kommune talt med som interesseret, uden dit navn, og din browser ser kun det, \
         den selv har sagt. Kommunens navn vises først, når leverandøren har bekræftet det med kommunen, og \
         trækker I det tilbage, forsvinder det også fra tidligere dage. Beløb vises i hele tusinde kroner, så en \
         sum ikke siger, hvem der betaler.",
    ),
    Heading("Spørgsmål og tempo"),
    Paragraph(
        "Stiller du et spørgsmål, kan ingen se, at det er dig: hverken de andre, oplægsholderen eller leverandøren. \
         Oplægsholderen læser det, før andre ser det, medmindre siden siger andet. Din browser ser kun, hvad den selv \
         har spurgt om og støtter. Hvad du siger om tempoet, ser kun oplægsholderen, og kun som summer, når mindst \
         fem har svaret.",
    ),
    Heading("Sender du et ønske"),
    Paragraph(
        "Så ser leverandøren, hvilken kommune det kommer fra. Dit navn og din e-mail kan udelades; de forsegles som \
         et navn i barometeret og slettes efter 12 måneder. Teksten kan blive vist for andre, når leverandøren går \
         videre med ønsket. Hvor langt det er kommet, ser kun den, der har linket.",
    ),
    Heading("Nyheder på mail"),
    Paragraph(
        "Nyhederne siger, hvad der er sket, aldrig hvem der har stemt eller sagt ja. Vil du have dem på mail, skal \
         serveren selv kunne læse din adresse for at skrive til dig. Den gemmes krypteret, vises på ingen side og \
         slettes, når du trykker på linket nederst i en mail, eller efter 48 timer, hvis du ikke har bekræftet den. Har \
         du sendt et ønske, gemmes adressen til mail for sig, så intet i databasen fører fra den ene til den anden. Et \
         feed kræver ingen adresse.",
    ),
    Heading("Spørgsmål før og efter webinaret"),
    Paragraph(
        "Dine svar tælles sammen med andres, når der lukkes, og først da ser nogen tal: aldrig fra færre end fem svar \
         eller færre end tre kommuner. Leverandøren ser ikke, hvad den enkelte har svaret. Det, du skriver, og dit navn \
         forsegles på din telefon, så kun leverandøren kan læse det, uden de andre svar og uden din kommune, medmindre \
         du har sagt ja til at blive citeret. Serveren kan se kommune og svar, mens den tæller, men ikke teksten.",
    ),
    Heading("Strategisk Udviklingsforum"),
    Paragraph(
        "Sidder du i forummet, forsegler leverandørens browser dit navn og din e-mail, så serveren ikke kan læse dem, og de \
         slettes et halvt år efter, at din periode er slut. Andre ser, hvor mange der sidder i forummet, og fra hvor \
         mange kommuner. Din kommune og din rolle nævnes kun, når kommunen har sagt ja. Svar forud for et møde og \
         kommentarer er anonyme på samme måde som ved webinaret. Beslutninger og referater kan læses af alle og bliver \
         stående; navne på personer skal ikke stå i dem.",
    ),
    Heading("Når leverandøren slår op"),
    Paragraph(
        "En medarbejder, der vil se, hvem der har stemt på hvad, skal skrive sit navn og hvorfor. Det bliver skrevet \
         ned, før noget vises. Du kan sidst i webinaret se, hvor mange opslag der har været, og hvornår. Er loggen \
         ændret eller forkortet, står der det, indtil en medarbejder har skrevet under på, at det er set.",
    ),
    Heading("Er min stemme talt med?"),
    Paragraph(
        "Din telefon gemmer et hemmeligt tal. Sammen med resultatet udgives en liste over alle stemmer uden navne, \
         og telefonen finder selv dine på den. Så står der »Din stemme er talt med ✓«. Listen ligger fast, når der \
         lukkes, før nogen kan slå op eller stryge noget: fire ord for den står på storskærmen og alle telefoner \
         og skal være ens. Får din telefon siden vist en anden liste, siger den det. Antallet af kommuner kan du \
         ikke efterregne: en liste, der viste det, ville afsløre en kollegas stemme. Det efterregner leverandørens \
         side. Kører din browser ikke siden med script, laver serveren tallet for dig; så tæller din stemme lige \
         meget, men telefonen kan ikke selv finde den på listen.",
    ),
    Heading("Det holder ikke over for alt"),
    List(&[
        "Den, der driver serveren, kan se kommune og valg, mens de tælles, men ikke navne. Stjæles serverens data \
         uden dens hemmelighed, fortæller de ikke, hvad nogen har stemt, og efter lukningen heller ikke i hvilken \
         rækkefølge.",
        "Den, der driver serveren, kunne i princippet sende dig en anden side end den rigtige. Det kan ingen side \
         beskytte sig selv imod.",
        "Viser serveren forskellige lister til forskellige telefoner, er de fire ord ikke ens. Det opdager kun \
         nogen, hvis I sammenligner dem.",
        "Et åbent link kan bruges på flere enheder og for en anden kommune. Døren kan lukkes, og leverandøren kan \
         stryge falske stemmer, før nogen ser, hvad de går til. Alle kan se hvor mange. Kun personlige \
         invitationer forhindrer det.",
        "Står nogen og ser dig over skulderen, hjælper intet af dette.",
    ]),
    Heading("Når webinaret er forbi"),
    Paragraph(
        "Seks måneder efter slettes stemmesedler, navne og alt, der kan føre til dig, også fra et webinar, der \
         aldrig blev åbnet eller lukket. Resultatet bliver. Springer serverens ur, sletter den intet, før nogen \
         har set efter.",
    ),
];
