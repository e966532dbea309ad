//! In Danish: the words of the table of commitments: what municipalities have said, and what is best done next.

use barometer_domain::financing::CommitmentState;

use crate::Language::Danish;
use crate::staff::commitments::CommitmentText;

pub(crate) fn sentence(message: CommitmentText<'_>) -> String {
    match message {
            CommitmentText::Title => "Kommunernes tilsagn".into(),
            CommitmentText::Body => {
                "Skriv ned, hvad kommunerne siger. Hvert skridt gemmes med navn og tid.".into()
            }
            CommitmentText::Late(count) => {
                format!(
                    "{} er forsinket",
                    Danish.counted(count, "beslutning", "beslutninger")
                )
            }
            CommitmentText::Pressing(count) => {
                format!(
                    "{} venter på dig",
                    Danish.counted(count, "kommune", "kommuner")
                )
            }
            CommitmentText::NothingPressing => "Ingen venter på dig lige nu".into(),
            CommitmentText::Entry => "Skriv ned".into(),
            CommitmentText::YourName => "Dit navn".into(),
            CommitmentText::Municipality => "Kommune".into(),
            CommitmentText::NoSuchMunicipality => "Vælg en kommune på listen.".into(),
            CommitmentText::Request => "Ændringsønske".into(),
            CommitmentText::What => "Hvad siger de?".into(),
            CommitmentText::Amount => "Beløb i kroner".into(),
            CommitmentText::NotAnAmount => "Skriv et beløb, fx 24.000".into(),
            CommitmentText::IsMaximum => "Det er det højeste, de vil betale".into(),
            CommitmentText::Stage => "Hvor ligger beslutningen?".into(),
            CommitmentText::Expected => "Forventet beslutning".into(),
            CommitmentText::ExpectedHint => "Tom: det sædvanlige for trinnet".into(),
            CommitmentText::MandateBy => "Hvem har givet tilsagn?".into(),
            CommitmentText::MandateReference => "Sagsnummer eller brev".into(),
            CommitmentText::MandateDate => "Dato for tilsagn".into(),
            CommitmentText::MandateMaximum => "Højst (valgfrit)".into(),
            CommitmentText::Year => "Faktureringsår".into(),
            CommitmentText::Reason => "Hvorfor?".into(),
            CommitmentText::MayBeNamed => "Kommunen må stå ved navn".into(),
            CommitmentText::Write => "Skriv ned".into(),
            CommitmentText::Writing => "Skriver …".into(),
            CommitmentText::Written(who, state) => format!("Skrevet ned: {who} · {state}"),
            CommitmentText::DeadlinePassed => "Fristen er passeret: forlæng den, eller lad ønsket udløbe".into(),
            CommitmentText::Overdue(1) => "1 frist er passeret".into(),
            CommitmentText::Overdue(count) => format!("{} er passeret", Danish.counted(count, "frist", "frister")),
            CommitmentText::NotNow(what, why) => format!("Ikke nu: {what}. {why}"),
            CommitmentText::NoStep => "Der er ingen flere skridt herfra.".into(),
            CommitmentText::Search => "Søg kommune".into(),
            CommitmentText::StateFilter => "Status".into(),
            CommitmentText::RequestFilter => "Ændringsønske".into(),
            CommitmentText::All => "Alle".into(),
            CommitmentText::OnlyPressing => "Kun det, der venter på dig".into(),
            CommitmentText::Shown(shown, of) => {
                format!("{} af {}", Danish.whole(shown), Danish.whole(of))
            }
            CommitmentText::NothingLeft => "Ingen passer til filtrene.".into(),
            CommitmentText::Empty => "Ingen kommuner har sagt noget endnu.".into(),
            CommitmentText::DecisionColumn => "Beslutning".into(),
            CommitmentText::StateColumn => "Status".into(),
            CommitmentText::NextColumn => "Næste skridt".into(),
            CommitmentText::AtMost(amount) => format!("højst {amount}"),
            CommitmentText::ExpectedOn(day) => format!("ventes {day}"),
            CommitmentText::Named => "vises ved navn".into(),
            CommitmentText::OnlyNames => "Kun navne, der venter".into(),
            CommitmentText::NamesWaiting(count) => {
                format!("{} venter", Danish.counted(count, "navn", "navne"))
            }
            CommitmentText::NameWished(count) => format!(
                "{} ønsker navnet vist. Bekræft det med kommunen først.",
                Danish.counted(count, "deltager", "deltagere")
            ),
            CommitmentText::NameTakenBack => "Ønsket om at vise navnet er trukket tilbage.".into(),
            CommitmentText::ShowName => "Vis navnet".into(),
            CommitmentText::ShowNameOf(name) => format!("Vis navnet: {name}"),
            CommitmentText::HideName => "Skjul navnet".into(),
            CommitmentText::HideNameOf(name) => format!("Skjul navnet: {name}"),
            CommitmentText::NameChanged(name) => format!("{name}: navnet er ændret på alle sider."),
            CommitmentText::NameUndone => "Fortrudt straks efter".into(),
            CommitmentText::FollowUp(day) => format!("Følg op: det skulle være afgjort {day}"),
            CommitmentText::Invoice => "Send faktura".into(),
            CommitmentText::AskAmount => "Spørg efter et beløb".into(),
            CommitmentText::AskWhere => "Spørg, hvor beslutningen ligger".into(),
            CommitmentText::Await(day) => format!("Afvent beslutning {day}"),
            CommitmentText::AwaitPayment => "Afvent betaling".into(),
            CommitmentText::Take(who) => format!("Skriv ned for {who}"),
            CommitmentText::History(who) => format!("Historik for {who}"),
            CommitmentText::Close => "Luk".into(),
            CommitmentText::Undo => "Fortryd det seneste".into(),
            CommitmentText::Undone(by, why) => format!("Fortrudt af {by}: {why}"),
            CommitmentText::Timeline => "Hvornår er pengene der?".into(),
            CommitmentText::FundedBy(day) => format!("Fuldt finansieret ventes {day}"),
            CommitmentText::NotEnough(amount) => {
                format!("Det, der er til beslutning, rækker ikke: der mangler stadig {amount}")
            }
            CommitmentText::Covered => "Fuldt finansieret".into(),
            CommitmentText::Carried(count, least, most) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                let pay = crate::figures::least_to_most(Danish, least, most);
                format!(
                    "Det, der er budt, kan bære prisen efter fordelingsnøglen: {count} betaler {pay}"
                )
            }
            CommitmentText::NearMiss(count, least, most, missing) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                let pay = crate::figures::least_to_most(Danish, least, most);
                format!(
                    "Efter fordelingsnøglen kommer man nærmest med {count}, der betaler {pay}: så mangler {missing}"
                )
            }
            CommitmentText::WouldPay => "Hvem ville betale hvad".into(),
            CommitmentText::AtLeast => "Kun hvis mindst så mange er med (valgfrit)".into(),
            CommitmentText::AtLeastHint => "»Ja, hvis mindst 8 er med«. Kommunen selv tæller med. Ses kun af jer".into(),
            CommitmentText::IfAtLeast(count) => format!("hvis mindst {count} er med"),
            CommitmentText::NumbersInTheWay => {
                "Beløbene rækker, men så mange, som nogle af dem kræver, er ikke med.".into()
            }
            CommitmentText::OffersColumn => "Byder højst".into(),
            CommitmentText::WouldPayColumn => "Ville betale".into(),
            CommitmentText::LacksNumber(count) => format!(
                "Der mangler {} i det mindste antal, ønsket bygges med.",
                Danish.counted(count, "kommune", "kommuner")
            ),
            CommitmentText::Tips => "Hver af disse kan tippe det alene ved at byde mere (kun til jer):".into(),
            CommitmentText::Tip(name, offers, needs) => format!("{name}: fra {offers} til {needs}"),
            CommitmentText::OneMore(amount) => {
                format!("Der mangler 1 kommune: en gennemsnitskommune mere er nok, hvis den betaler {amount}")
            }
            CommitmentText::NobodyTips => "Der mangler mere end 1 kommune.".into(),
            CommitmentText::MayNotBeLargest => {
                "Nøglen deler en del ligeligt og resten efter indbyggere og har et loft: en andel kan stige, når flere kommer \
                 med, så en større gruppe kan findes."
                    .into()
            }
            CommitmentText::WhoPays => "Hvem betaler hvad".into(),
            CommitmentText::WhoPaysBody => {
                "Et tilsagn er det højeste, kommunen betaler. Kommer der flere med, betaler alle mindre, og det, \
                 der er faktureret for meget, betales tilbage."
                    .into()
            }
            CommitmentText::PromisedColumn => "Tilsagn, højst".into(),
            CommitmentText::PaysColumn => "Betaler".into(),
            CommitmentText::InvoicedColumn => "Faktureret".into(),
            CommitmentText::RefundColumn => "Skal have tilbage".into(),
            CommitmentText::Total => "I alt".into(),
            CommitmentText::LimitInTheWay(covered) => format!(
                "Tilsagnene dækker prisen, men fordelingsnøglens loft gør ikke: den fordeler højst {covered} Hæv \
                 loftet, eller få flere med."
            ),
            CommitmentText::ByParticipant => "deltager i webinaret".into(),
            CommitmentText::ByPersonalLink => "kommunen selv, med personligt link".into(),
            CommitmentText::ByImport => "indlæst".into(),
        }
}

pub(crate) fn said(to: Option<CommitmentState>) -> &'static str {
    match to {
        Some(CommitmentState::Interested) => "Vil gerne være med",
        Some(CommitmentState::Indicated) => "Har til hensigt at betale",
        Some(CommitmentState::UnderDecision) => "Beslutningen er i gang",
        Some(CommitmentState::Committed) => "Giver tilsagn",
        Some(CommitmentState::Invoiced) => "Er faktureret",
        Some(CommitmentState::Paid) => "Har betalt",
        Some(CommitmentState::Declined) => "Siger nej",
        Some(CommitmentState::Withdrawn) => "Trækker sig",
        Some(CommitmentState::Expired) => "Er løbet ud",
        None => "Må stå ved navn – eller ikke",
    }
}
