//! In Danish: the words of the page of financing.

use crate::Language::Danish;
use crate::shared::Shared;
use crate::staff::finance::{Finance, moved};

pub(crate) fn sentence(message: Finance<'_>) -> String {
    match message {
        Finance::Title => "Økonomi – ændringsønsker til samfinansiering".into(),
        Finance::News => "Følg med".into(),
        Finance::FollowOf(title) => format!("Følg ønsket: {title}"),
        Finance::Follow => "Følg ønsket".into(),
        Finance::Xlsx => "Hent XLSX".into(),
        Finance::Csv => "Hent CSV".into(),
        Finance::Print => "Udskriv".into(),
        Finance::SoughtInAll => "søges samlet".into(),
        Finance::Promised => "tilsagn".into(),
        Finance::WithAPromise(1) => "kommune med tilsagn".into(),
        Finance::WithAPromise(_) => "kommuner med tilsagn".into(),
        Finance::Funded => "fuldt finansieret".into(),
        Finance::Loading => "Henter …".into(),
        Finance::NoConnection => {
            "Der er ingen forbindelse til serveren. Siden prøver igen af sig selv.".into()
        }
        Finance::Empty => "Ingen ændringsønsker er til samfinansiering endnu.".into(),
        Finance::Requests => "Ændringsønsker".into(),
        Finance::PriceColumn => "Pris".into(),
        Finance::FinancingColumn => "Finansiering".into(),
        Finance::MissingColumn => "Mangler".into(),
        Finance::DeadlineColumn => "Frist".into(),
        Finance::ChangedColumn => "Ændret".into(),
        Finance::SortBy => "Sortér efter".into(),
        Finance::National => "Nationalt initiativ".into(),
        Finance::Portal => "Åbn i portalen".into(),
        Finance::NobodyYet => "Ingen kommuner endnu".into(),
        Finance::MovedSince => "siden sidste webinar".into(),
        Finance::NothingMissing => "–".into(),
        Finance::Search => "Søg".into(),
        Finance::SearchHint => "Titel, nummer eller kategori".into(),
        Finance::Group => "Status".into(),
        Finance::AllGroups => "Alle".into(),
        Finance::ToBeFinanced => "Til finansiering".into(),
        Finance::UnderWay => "I gang".into(),
        Finance::Finished => "Afsluttet".into(),
        Finance::OnlyMoved => "Kun med bevægelse".into(),
        Finance::Municipality => "Kommune".into(),
        Finance::AllMunicipalities => "Alle kommuner".into(),
        Finance::Initiative => "Nationalt initiativ".into(),
        Finance::AllInitiatives => "Alle ønsker".into(),
        Finance::OtherInitiative => "Et initiativ, som intet ønske her hører til".into(),
        Finance::AsOf => "Vis som den".into(),
        Finance::ShowNow => "Vis nu".into(),
        Finance::PastFailed => "Den dag kunne ikke hentes.".into(),
        Finance::Again => "Prøv igen".into(),
        Finance::NothingFits => "Ingen ændringsønsker passer til det, du har valgt.".into(),
        Finance::Reset => "Nulstil".into(),
        Finance::Map => "Hvem er med, hvor".into(),
        Finance::ShowOnMap => "Vis på kortet".into(),
        Finance::ShowAll => "Vis alle ønsker".into(),
        Finance::KeyCommitted => "Har givet tilsagn".into(),
        Finance::KeyOnTheWay => "Overvejer det".into(),
        Finance::KeyOther => "Ikke med, eller ikke ved navn".into(),
        Finance::Overdue => "Fristen er passeret".into(),
        Finance::Rounded => {
            "Hver kommunes beløb er afrundet til hele tusinde kroner, før det tælles \
                     sammen, så ingen sum fortæller, hvad en enkelt kommune betaler."
                .into()
        }
        Finance::OnlyNamed => {
            "Kun kommuner, der har sagt ja til at stå ved navn, vises enkeltvis.".into()
        }
        Finance::MapHint => "Peg på en kommune, eller brug piletasterne.".into(),
        Finance::AsList => "Vis som liste".into(),
        Finance::NobodyNamed => "Ingen kommuner står ved navn endnu.".into(),
        Finance::CodeTitle => "Skriv koden".into(),
        Finance::CodeBody => "Leverandøren viser siden til dem, der har koden.".into(),
        Finance::Code => "Kode".into(),
        Finance::Enter => "Vis siden".into(),
        Finance::Entering => "Et øjeblik …".into(),
        Finance::WrongCode => "Koden passer ikke. Se efter, og prøv igen.".into(),
        Finance::UpdatedToday(time) => {
            format!("opdateret i dag kl.\u{a0}{time}")
        }
        Finance::Updated(moment) => {
            format!("opdateret {moment}")
        }
        Finance::Printed(moment) => {
            format!("Udskrevet {moment}")
        }
        Finance::Of(some, all) => {
            format!("{some} af {all}")
        }
        Finance::SinceLast(day) => {
            format!("siden sidste webinar, {day}")
        }
        Finance::PortalOf(title) => {
            format!("Åbn i portalen: {title} (ny fane)")
        }
        Finance::PlannedFor(count) => Shared::Municipalities(count).say(Danish),
        Finance::Cap(amount) => {
            format!("loft {amount}")
        }
        Finance::Minimum(count) => {
            format!("mindst\u{a0}{count}")
        }
        Finance::Between(low, high) => format!("{low} – {high}"),
        Finance::Promises(count) => {
            format!("{count} tilsagn")
        }
        Finance::Deciding(count) => {
            format!("{count} til beslutning")
        }
        Finance::Intending(count) => Danish.counted(count, "hensigt", "hensigter"),
        Finance::Interested(count) => Danish.counted(count, "interesseret", "interesserede"),
        Finance::Moved(amount, count) => moved(Danish, amount, count),
        Finance::Extended(from, reason) => {
            format!("forlænget fra {from}: {reason}")
        }
        Finance::StoodOn(day) => {
            format!("Sådan stod det den {day}")
        }
        Finance::ShownOf(some, all) => {
            format!("Viser {some} af {}", Danish.counted(all, "ønske", "ønsker"))
        }
        Finance::MapOf(title) => {
            format!("Kun {title}")
        }
        Finance::ShowOnMapOf(title) => {
            format!("Vis på kortet: {title}")
        }
        Finance::Region {
            committed: 0,
            on_the_way: 0,
        } => "ingen endnu".into(),
        Finance::Region {
            committed,
            on_the_way: 0,
        } => {
            format!("{committed} tilsagn")
        }
        Finance::Region {
            committed: 0,
            on_the_way,
        } => {
            format!("{on_the_way} overvejer det")
        }
        Finance::Region {
            committed,
            on_the_way,
        } => {
            format!("{committed} tilsagn, {on_the_way} overvejer det")
        }
        Finance::NotNamed(name) => {
            format!("{name}: ikke med, eller ikke ved navn")
        }
    }
}
