//! In Danish: the words of the vendor's requests: the list, one request, and who sees the page of financing.

use barometer_domain::financing::RuleKind;

use crate::Language::Danish;
use crate::staff::requests::Requests;

pub(crate) fn sentence(message: Requests<'_>) -> String {
    match message {
            Requests::Title => "Ændringsønsker".into(),
            Requests::Body => "Alle ønsker fra modtaget til gevinst målt.".into(),
            Requests::New => "Nyt ønske".into(),
            Requests::Empty => {
            "Der er ingen ønsker endnu. Indlæs dem fra en fil, eller skriv det første."
                .into()
        }
            Requests::Search => "Søg".into(),
            Requests::StateFilter => "Status".into(),
            Requests::All => "Alle".into(),
            Requests::Shown(shown, of) => format!("{} af {}", Danish.whole(shown), Danish.whole(of)),
            Requests::NothingLeft => "Ingen passer til filtrene.".into(),
            Requests::RequestColumn => "Ønske".into(),
            Requests::StateColumn => "Status".into(),
            Requests::PriceColumn => "Pris".into(),
            Requests::CommittedColumn => "Tilsagn".into(),
            Requests::MissingColumn => "Mangler".into(),
            Requests::DeadlineColumn => "Frist".into(),
            Requests::Municipalities(count) => Danish.counted(count, "kommune", "kommuner"),
            Requests::FundedBy(day) => format!("fuldt finansieret ventes {day}"),
            Requests::Late(count) => {
                format!("{} forsinket", Danish.counted(count, "beslutning", "beslutninger"))
            }
            Requests::Back => "Alle ønsker".into(),
            Requests::NextStep => "Næste skridt".into(),
            Requests::StepWhy => "Begrundelse (kræves, når ønsket lægges til side)".into(),
            Requests::NoStep => "Der er ingen flere skridt herfra.".into(),
            Requests::BySystem => {
                "Afstemning, indsamling og fuld finansiering sætter sig selv efter webinaret og tilsagnene.".into()
            }
            Requests::Merge => "Læg sammen med et andet".into(),
            Requests::MergeInto => "Ønsket, der bliver stående".into(),
            Requests::MergeNow => "Læg sammen".into(),
            Requests::MergedInto(other) => format!("Lagt sammen med {other}"),
            Requests::UndoStep => "Fortryd".into(),
            Requests::Holds(name) => format!("{name} har sagt noget til begge. Hvad gælder?"),
            Requests::OfTheOneThatStays(said) => format!("{said} (ønsket, der bliver stående)"),
            Requests::OfTheOneThatGoes(said) => format!("{said} (dette ønske)"),
            Requests::MergeBody => {
                "Alt, hvad kommunerne har sagt, flytter med. Det kan fortrydes, indtil der skrives mere ned.".into()
            }
            Requests::Overdue => "Fristen er passeret".into(),
            Requests::Content => "Ønsket".into(),
            Requests::Reference => "Nummer".into(),
            Requests::TitleField => "Titel".into(),
            Requests::Pitch => "Elevatortale – hvad man kan sige på 30 sekunder".into(),
            Requests::Left(letters) => format!("{} tegn tilbage", Danish.whole(letters)),
            Requests::Benefit => "Gevinst, med antagelse".into(),
            Requests::Category => "Kategori".into(),
            Requests::PriceKind => "Prisen er".into(),
            Requests::Estimate => "Et overslag".into(),
            Requests::NotAssessed => "Ikke vurderet endnu".into(),
            Requests::NotAssessedBody => {
                "Overalt står der »pris ikke vurderet«. Ønsket skal have en fast pris, før det kan finansieres.".into()
            }
            Requests::Firm => "Fast".into(),
            Requests::Low => "Lavt, kr.".into(),
            Requests::Likely => "Sandsynligt, kr.".into(),
            Requests::High => "Højt, kr.".into(),
            Requests::FirmPrice => "Fast pris, kr.".into(),
            Requests::Sharing => "Fordelingsnøgle".into(),
            Requests::Cap => "Loft pr. kommune, kr. (valgfrit)".into(),
            Requests::PlannedFor => "Planlagt for antal kommuner (valgfrit)".into(),
            Requests::EqualPercent => "Heraf ligeligt, %".into(),
            Requests::DegressiveAbove => "Indbyggere ud over".into(),
            Requests::DegressivePercent => "tæller, %".into(),
            Requests::Weights => "Vægte, fx 1:2:3:4".into(),
            Requests::Fee => "Fast beløb pr. kommune, kr.".into(),
            Requests::Minimum => "Mindste antal kommuner".into(),
            Requests::Deadline => "Frist for tilsagn".into(),
            Requests::National => "Følger af et nationalt initiativ".into(),
            Requests::Initiative => "Hvilket? (kan være tomt)".into(),
            Requests::AskedBy => "Indmeldt af (kan være tomt)".into(),
            Requests::AskedByHint => "Kun leverandøren kan se det.".into(),
            Requests::Folder => "Mappehenvisning".into(),
            Requests::Portal => "Link til portalen".into(),
            Requests::Why => "Hvorfor ændres vilkårene?".into(),
            Requests::WhyHint => {
                "Kræves, når kommuner tager stilling til vilkårene. Ved en ny frist kan deltagerne læse den.".into()
            }
            Requests::Save => "Gem".into(),
            Requests::Saved => "Gemt.".into(),
            Requests::Restored => "Her står det, du skrev sidst. Det er ikke gemt endnu.".into(),
            Requests::Merged => {
                "En anden har gemt imens. Her står begges rettelser: se dem efter, og gem så.".into()
            }
            Requests::MergedBoth(fields) => format!(
                "En anden har gemt imens, og I har begge rettet {fields}. Der står dit; alt andet er begges. Se det \
                 efter, og gem så."
            ),
            Requests::TakeSaved => "Hent det gemte i stedet".into(),
            Requests::TakeIn => "Tag imod ønsket".into(),
            Requests::LockedByVote => {
                "Der stemmes om ønsket lige nu. Det kan først ændres, når resultatet er vist.".into()
            }
            Requests::LockedByOrder => {
                "Ønsket er bestilt. Pris, fordeling, antal og frist står fast.".into()
            }
            Requests::History => "Historik".into(),
            Requests::TakenIn => "Modtaget".into(),
            Requests::WentTo(state) => format!("→ {state}"),
            Requests::Changed => "Ændret".into(),
            Requests::Itself => "af sig selv".into(),
            Requests::Imported => "indlæst".into(),
            Requests::Access => "Siden Økonomi".into(),
            Requests::AccessBody => {
                "Kommunerne følger finansieringen her. Kun kommuner, der har sagt ja, står ved navn.".into()
            }
            Requests::Public => "Alle med linket".into(),
            Requests::WithCode => "Kun dem med koden".into(),
            Requests::Code(code) => format!("Koden er {code}"),
            Requests::NewCode => "Ny kode".into(),
            Requests::OpenPage => "Åbn siden".into(),
            Requests::CopyLink => "Kopiér link".into(),
            Requests::Copied => "Linket er kopieret.".into(),
        }
}

pub(crate) fn rule(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::Equal => "Ligeligt",
        RuleKind::Population => "Efter indbyggertal",
        RuleKind::PopulationDegressive => "Efter indbyggertal, aftagende",
        RuleKind::SizeClass => "Efter størrelse i fire trin",
        RuleKind::Mixed => "Noget ligeligt, resten efter indbyggertal",
        RuleKind::FixedFee => "Fast beløb pr. kommune",
    }
}
