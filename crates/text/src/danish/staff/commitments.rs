//! In Danish: the words of the table of commitments: what municipalities have said, and what is best done next.

use barometer_domain::financing::CommitmentState;

use crate::Language::Danish;
use crate::staff::commitments::Commitments;

pub(crate) fn sentence(message: Commitments<'_>) -> String {
    match message {
            Commitments::Title => "Kommunernes tilsagn".into(),
            Commitments::Body => {
                "Skriv ned, hvad kommunerne siger. Hvert skridt gemmes med navn og tid.".into()
            }
            Commitments::Late(count) => {
                format!(
                    "{} er forsinket",
                    Danish.counted(count, "beslutning", "beslutninger")
                )
            }
            Commitments::Pressing(count) => {
                format!(
                    "{} venter på dig",
                    Danish.counted(count, "kommune", "kommuner")
                )
            }
            Commitments::NothingPressing => "Ingen venter på dig lige nu".into(),
            Commitments::Entry => "Skriv ned".into(),
            Commitments::YourName => "Dit navn".into(),
            Commitments::Municipality => "Kommune".into(),
            Commitments::NoSuchMunicipality => "Vælg en kommune på listen.".into(),
            Commitments::Request => "Ændringsønske".into(),
            Commitments::What => "Hvad siger de?".into(),
            Commitments::Amount => "Beløb i kroner".into(),
            Commitments::NotAnAmount => "Skriv et beløb, fx 24.000".into(),
            Commitments::IsMaximum => "Det er det højeste, de vil betale".into(),
            Commitments::Stage => "Hvor ligger beslutningen?".into(),
            Commitments::Expected => "Forventet beslutning".into(),
            Commitments::ExpectedHint => "Tom: det sædvanlige for trinnet".into(),
            Commitments::MandateBy => "Hvem har givet tilsagn?".into(),
            Commitments::MandateReference => "Sagsnummer eller brev".into(),
            Commitments::MandateDate => "Dato for tilsagn".into(),
            Commitments::MandateMaximum => "Højst (valgfrit)".into(),
            Commitments::Year => "Faktureringsår".into(),
            Commitments::Reason => "Hvorfor?".into(),
            Commitments::MayBeNamed => "Kommunen må stå ved navn".into(),
            Commitments::Write => "Skriv ned".into(),
            Commitments::Writing => "Skriver …".into(),
            Commitments::Written(who, state) => format!("Skrevet ned: {who} · {state}"),
            Commitments::DeadlinePassed => "Fristen er passeret: forlæng den, eller lad ønsket udløbe".into(),
            Commitments::Overdue(1) => "1 frist er passeret".into(),
            Commitments::Overdue(count) => format!("{} er passeret", Danish.counted(count, "frist", "frister")),
            Commitments::NotNow(what, why) => format!("Ikke nu: {what}. {why}"),
            Commitments::NoStep => "Der er ingen flere skridt herfra.".into(),
            Commitments::Search => "Søg kommune".into(),
            Commitments::StateFilter => "Status".into(),
            Commitments::RequestFilter => "Ændringsønske".into(),
            Commitments::All => "Alle".into(),
            Commitments::OnlyPressing => "Kun det, der venter på dig".into(),
            Commitments::Shown(shown, of) => {
                format!("{} af {}", Danish.whole(shown), Danish.whole(of))
            }
            Commitments::NothingLeft => "Ingen passer til filtrene.".into(),
            Commitments::Empty => "Ingen kommuner har sagt noget endnu.".into(),
            Commitments::DecisionColumn => "Beslutning".into(),
            Commitments::StateColumn => "Status".into(),
            Commitments::NextColumn => "Næste skridt".into(),
            Commitments::AtMost(amount) => format!("højst {amount}"),
            Commitments::ExpectedOn(day) => format!("ventes {day}"),
            Commitments::Named => "vises ved navn".into(),
            Commitments::OnlyNames => "Kun navne, der venter".into(),
            Commitments::NamesWaiting(count) => {
                format!("{} venter", Danish.counted(count, "navn", "navne"))
            }
            Commitments::NameWished(count) => format!(
                "{} ønsker navnet vist. Bekræft det med kommunen først.",
                Danish.counted(count, "deltager", "deltagere")
            ),
            Commitments::NameTakenBack => "Ønsket om at vise navnet er trukket tilbage.".into(),
            Commitments::ShowName => "Vis navnet".into(),
            Commitments::ShowNameOf(name) => format!("Vis navnet: {name}"),
            Commitments::HideName => "Skjul navnet".into(),
            Commitments::HideNameOf(name) => format!("Skjul navnet: {name}"),
            Commitments::NameChanged(name) => format!("{name}: navnet er ændret på alle sider."),
            Commitments::NameUndone => "Fortrudt straks efter".into(),
            Commitments::FollowUp(day) => format!("Følg op: det skulle være afgjort {day}"),
            Commitments::Invoice => "Send faktura".into(),
            Commitments::AskAmount => "Spørg efter et beløb".into(),
            Commitments::AskWhere => "Spørg, hvor beslutningen ligger".into(),
            Commitments::Await(day) => format!("Afvent beslutning {day}"),
            Commitments::AwaitPayment => "Afvent betaling".into(),
            Commitments::Take(who) => format!("Skriv ned for {who}"),
            Commitments::History(who) => format!("Historik for {who}"),
            Commitments::Close => "Luk".into(),
            Commitments::Undo => "Fortryd det seneste".into(),
            Commitments::Undone(by, why) => format!("Fortrudt af {by}: {why}"),
            Commitments::Timeline => "Hvornår er pengene der?".into(),
            Commitments::FundedBy(day) => format!("Fuldt finansieret ventes {day}"),
            Commitments::NotEnough(amount) => {
                format!("Det, der er til beslutning, rækker ikke: der mangler stadig {amount}")
            }
            Commitments::Covered => "Fuldt finansieret".into(),
            Commitments::Carried(count, least, most) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                let pay = crate::figures::least_to_most(Danish, least, most);
                format!(
                    "Det, der er budt, kan bære prisen efter fordelingsnøglen: {count} betaler {pay}"
                )
            }
            Commitments::NearMiss(count, least, most, missing) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                let pay = crate::figures::least_to_most(Danish, least, most);
                format!(
                    "Efter fordelingsnøglen kommer man nærmest med {count}, der betaler {pay}: så mangler {missing}"
                )
            }
            Commitments::WhoPays => "Hvem betaler hvad".into(),
            Commitments::WhoPaysBody => {
                "Et tilsagn er det højeste, kommunen betaler. Kommer der flere med, betaler alle mindre, og det, \
                 der er faktureret for meget, betales tilbage."
                    .into()
            }
            Commitments::PromisedColumn => "Tilsagn, højst".into(),
            Commitments::PaysColumn => "Betaler".into(),
            Commitments::InvoicedColumn => "Faktureret".into(),
            Commitments::RefundColumn => "Skal have tilbage".into(),
            Commitments::Total => "I alt".into(),
            Commitments::LimitInTheWay(covered) => format!(
                "Tilsagnene dækker prisen, men fordelingsnøglens loft gør ikke: den fordeler højst {covered} Hæv \
                 loftet, eller få flere med."
            ),
            Commitments::ByParticipant => "deltager i webinaret".into(),
            Commitments::ByImport => "indlæst".into(),
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
