//! In Danish: the words of the page of financing.

use crate::Language::Danish;
use crate::shared::SharedText;
use crate::staff::finance::{FinancingText, moved};

pub(crate) fn sentence(message: FinancingText<'_>) -> String {
    match message {
        FinancingText::Title => "Økonomi – ændringsønsker til samfinansiering".into(),
        FinancingText::Forum => "Udviklingsforum".into(),
        FinancingText::News => "Følg med".into(),
        FinancingText::FollowOf(title) => format!("Følg ønsket: {title}"),
        FinancingText::Follow => "Følg ønsket".into(),
        FinancingText::Xlsx => "Hent XLSX".into(),
        FinancingText::Csv => "Hent CSV".into(),
        FinancingText::Print => "Udskriv".into(),
        FinancingText::SoughtInAll => "søges samlet".into(),
        FinancingText::Promised => "tilsagn".into(),
        FinancingText::WithAPromise(1) => "kommune med tilsagn".into(),
        FinancingText::WithAPromise(_) => "kommuner med tilsagn".into(),
        FinancingText::Funded => "fuldt finansieret".into(),
        FinancingText::Loading => "Henter …".into(),
        FinancingText::NoConnection => {
            "Der er ingen forbindelse til serveren. Siden prøver igen af sig selv.".into()
        }
        FinancingText::Empty => "Ingen ændringsønsker er til samfinansiering endnu.".into(),
        FinancingText::Requests => "Ændringsønsker".into(),
        FinancingText::PriceColumn => "Pris".into(),
        FinancingText::FinancingColumn => "Finansiering".into(),
        FinancingText::MissingColumn => "Mangler".into(),
        FinancingText::DeadlineColumn => "Frist".into(),
        FinancingText::ChangedColumn => "Ændret".into(),
        FinancingText::SortBy => "Sortér efter".into(),
        FinancingText::National => "Nationalt initiativ".into(),
        FinancingText::Portal => "Åbn i portalen".into(),
        FinancingText::NobodyYet => "Ingen kommuner endnu".into(),
        FinancingText::MovedSince => "siden sidste webinar".into(),
        FinancingText::NothingMissing => "–".into(),
        FinancingText::Search => "Søg".into(),
        FinancingText::SearchHint => "Titel, nummer eller kategori".into(),
        FinancingText::Group => "Status".into(),
        FinancingText::AllGroups => "Alle".into(),
        FinancingText::ToBeFinanced => "Til finansiering".into(),
        FinancingText::UnderWay => "I gang".into(),
        FinancingText::Finished => "Afsluttet".into(),
        FinancingText::OnlyMoved => "Kun med bevægelse".into(),
        FinancingText::Municipality => "Kommune".into(),
        FinancingText::AllMunicipalities => "Alle kommuner".into(),
        FinancingText::Initiative => "Nationalt initiativ".into(),
        FinancingText::AllInitiatives => "Alle ønsker".into(),
        FinancingText::OtherInitiative => "Et initiativ, som intet ønske her hører til".into(),
        FinancingText::AsOf => "Vis som den".into(),
        FinancingText::ShowNow => "Vis nu".into(),
        FinancingText::PastFailed => "Den dag kunne ikke hentes.".into(),
        FinancingText::Again => "Prøv igen".into(),
        FinancingText::NothingFits => "Ingen ændringsønsker passer til det, du har valgt.".into(),
        FinancingText::Reset => "Nulstil".into(),
        FinancingText::Map => "Hvem er med, hvor".into(),
        FinancingText::ShowOnMap => "Vis på kortet".into(),
        FinancingText::ShowAll => "Vis alle ønsker".into(),
        FinancingText::KeyCommitted => "Har givet tilsagn".into(),
        FinancingText::KeyOnTheWay => "Overvejer det".into(),
        FinancingText::KeyOther => "Ikke med, eller ikke ved navn".into(),
        FinancingText::Overdue => "Fristen er passeret".into(),
        FinancingText::Rounded => {
            "Hver kommunes beløb er afrundet til hele tusinde kroner, før det tælles \
                     sammen, så ingen sum fortæller, hvad en enkelt kommune betaler."
                .into()
        }
        FinancingText::OnlyNamed => {
            "Kun kommuner, der har sagt ja til at stå ved navn, vises enkeltvis.".into()
        }
        FinancingText::MapHint => "Peg på en kommune, eller brug piletasterne.".into(),
        FinancingText::AsList => "Vis som liste".into(),
        FinancingText::NobodyNamed => "Ingen kommuner står ved navn endnu.".into(),
        FinancingText::CodeTitle => "Skriv koden".into(),
        FinancingText::CodeBody => "Leverandøren viser siden til dem, der har koden.".into(),
        FinancingText::Code => "Kode".into(),
        FinancingText::Enter => "Vis siden".into(),
        FinancingText::Entering => "Et øjeblik …".into(),
        FinancingText::WrongCode => "Koden passer ikke. Se efter, og prøv igen.".into(),
        FinancingText::UpdatedToday(time) => {
            format!("opdateret i dag kl.\u{a0}{time}")
        }
        FinancingText::Updated(moment) => {
            format!("opdateret {moment}")
        }
        FinancingText::Printed(moment) => {
            format!("Udskrevet {moment}")
        }
        FinancingText::Of(some, all) => {
            format!("{some} af {all}")
        }
        FinancingText::SinceLast(day) => {
            format!("siden sidste webinar, {day}")
        }
        FinancingText::PortalOf(title) => {
            format!("Åbn i portalen: {title} (ny fane)")
        }
        FinancingText::PlannedFor(count) => SharedText::Municipalities(count).say(Danish),
        FinancingText::Cap(amount) => {
            format!("loft {amount}")
        }
        FinancingText::Minimum(count) => {
            format!("mindst\u{a0}{count}")
        }
        FinancingText::Between(low, high) => format!("{low} – {high}"),
        FinancingText::Promises(count) => {
            format!("{count} tilsagn")
        }
        FinancingText::Deciding(count) => {
            format!("{count} til beslutning")
        }
        FinancingText::Intending(count) => Danish.counted(count, "hensigt", "hensigter"),
        FinancingText::Interested(count) => Danish.counted(count, "interesseret", "interesserede"),
        FinancingText::Moved(amount, count) => moved(Danish, amount, count),
        FinancingText::Extended(from, reason) => {
            format!("forlænget fra {from}: {reason}")
        }
        FinancingText::StoodOn(day) => {
            format!("Sådan stod det den {day}")
        }
        FinancingText::ShownOf(some, all) => {
            format!("Viser {some} af {}", Danish.counted(all, "ønske", "ønsker"))
        }
        FinancingText::MapOf(title) => {
            format!("Kun {title}")
        }
        FinancingText::ShowOnMapOf(title) => {
            format!("Vis på kortet: {title}")
        }
        FinancingText::Region {
            committed: 0,
            on_the_way: 0,
        } => "ingen endnu".into(),
        FinancingText::Region {
            committed,
            on_the_way: 0,
        } => {
            format!("{committed} tilsagn")
        }
        FinancingText::Region {
            committed: 0,
            on_the_way,
        } => {
            format!("{on_the_way} overvejer det")
        }
        FinancingText::Region {
            committed,
            on_the_way,
        } => {
            format!("{committed} tilsagn, {on_the_way} overvejer det")
        }
        FinancingText::NotNamed(name) => {
            format!("{name}: ikke med, eller ikke ved navn")
        }
    }
}
