//! In Danish: the words of the vendor's requests: the list, one request, and who sees the page of financing.

use barometer_domain::financing::RuleKind;

use crate::Language::Danish;
use crate::staff::requests::RequestDeskText;

pub(crate) fn sentence(message: RequestDeskText<'_>) -> String {
    match message {
            RequestDeskText::Title => "Ændringsønsker".into(),
            RequestDeskText::Body => "Alle ønsker fra modtaget til gevinst målt.".into(),
            RequestDeskText::New => "Nyt ønske".into(),
            RequestDeskText::Empty => {
            "Der er ingen ønsker endnu. Indlæs dem fra en fil, eller skriv det første."
                .into()
        }
            RequestDeskText::Search => "Søg".into(),
            RequestDeskText::StateFilter => "Status".into(),
            RequestDeskText::All => "Alle".into(),
            RequestDeskText::Shown(shown, of) => format!("{} af {}", Danish.whole(shown), Danish.whole(of)),
            RequestDeskText::NothingLeft => "Ingen passer til filtrene.".into(),
            RequestDeskText::RequestColumn => "Ønske".into(),
            RequestDeskText::StateColumn => "Status".into(),
            RequestDeskText::PriceColumn => "Pris".into(),
            RequestDeskText::CommittedColumn => "Tilsagn".into(),
            RequestDeskText::MissingColumn => "Mangler".into(),
            RequestDeskText::DeadlineColumn => "Frist".into(),
            RequestDeskText::Municipalities(count) => Danish.counted(count, "kommune", "kommuner"),
            RequestDeskText::FundedBy(day) => format!("fuldt finansieret ventes {day}"),
            RequestDeskText::Late(count) => {
                format!("{} forsinket", Danish.counted(count, "beslutning", "beslutninger"))
            }
            RequestDeskText::Back => "Alle ønsker".into(),
            RequestDeskText::NextStep => "Næste skridt".into(),
            RequestDeskText::StepWhy => "Begrundelse (kræves, når ønsket lægges til side)".into(),
            RequestDeskText::NoStep => "Der er ingen flere skridt herfra.".into(),
            RequestDeskText::BySystem => {
                "Afstemning, indsamling og fuld finansiering sætter sig selv efter webinaret og tilsagnene.".into()
            }
            RequestDeskText::Merge => "Læg sammen med et andet".into(),
            RequestDeskText::MergeInto => "Ønsket, der bliver stående".into(),
            RequestDeskText::MergeNow => "Læg sammen".into(),
            RequestDeskText::MergedInto(other) => format!("Lagt sammen med {other}"),
            RequestDeskText::UndoStep => "Fortryd".into(),
            RequestDeskText::Holds(name) => format!("{name} har sagt noget til begge. Hvad gælder?"),
            RequestDeskText::OfTheOneThatStays(said) => format!("{said} (ønsket, der bliver stående)"),
            RequestDeskText::OfTheOneThatGoes(said) => format!("{said} (dette ønske)"),
            RequestDeskText::MergeBody => {
                "Alt, hvad kommunerne har sagt, flytter med. Det kan fortrydes, indtil der skrives mere ned.".into()
            }
            RequestDeskText::Overdue => "Fristen er passeret".into(),
            RequestDeskText::Content => "Ønsket".into(),
            RequestDeskText::Reference => "Nummer".into(),
            RequestDeskText::TitleField => "Titel".into(),
            RequestDeskText::Pitch => "Elevatortale – hvad man kan sige på 30 sekunder".into(),
            RequestDeskText::Left(letters) => format!("{} tegn tilbage", Danish.whole(letters)),
            RequestDeskText::Benefit => "Gevinst, med antagelse".into(),
            RequestDeskText::Category => "Kategori".into(),
            RequestDeskText::PriceKind => "Prisen er".into(),
            RequestDeskText::Estimate => "Et overslag".into(),
            RequestDeskText::NotAssessed => "Ikke vurderet endnu".into(),
            RequestDeskText::NotAssessedBody => {
                "Overalt står der »pris ikke vurderet«. Ønsket skal have en fast pris, før det kan finansieres.".into()
            }
            RequestDeskText::Firm => "Fast".into(),
            RequestDeskText::Low => "Lavt, kr.".into(),
            RequestDeskText::Likely => "Sandsynligt, kr.".into(),
            RequestDeskText::High => "Højt, kr.".into(),
            RequestDeskText::FirmPrice => "Fast pris, kr.".into(),
            RequestDeskText::Sharing => "Fordelingsnøgle".into(),
            RequestDeskText::Cap => "Loft pr. kommune, kr. (valgfrit)".into(),
            RequestDeskText::PlannedFor => "Planlagt for antal kommuner (valgfrit)".into(),
            RequestDeskText::EqualPercent => "Heraf ligeligt, %".into(),
            RequestDeskText::DegressiveAbove => "Indbyggere ud over".into(),
            RequestDeskText::DegressivePercent => "tæller, %".into(),
            RequestDeskText::Weights => "Vægte, fx 1:2:3:4".into(),
            RequestDeskText::Fee => "Fast beløb pr. kommune, kr.".into(),
            RequestDeskText::Minimum => "Mindste antal kommuner".into(),
            RequestDeskText::Deadline => "Frist for tilsagn".into(),
            RequestDeskText::National => "Følger af et nationalt initiativ".into(),
            RequestDeskText::Initiative => "Hvilket? (kan være tomt)".into(),
            RequestDeskText::AskedBy => "Indmeldt af (kan være tomt)".into(),
            RequestDeskText::AskedByHint => "Kun leverandøren kan se det.".into(),
            RequestDeskText::Folder => "Mappehenvisning".into(),
            RequestDeskText::Portal => "Link til portalen".into(),
            RequestDeskText::Why => "Hvorfor ændres vilkårene?".into(),
            RequestDeskText::WhyHint => {
                "Kræves, når kommuner tager stilling til vilkårene. Ved en ny frist kan deltagerne læse den.".into()
            }
            RequestDeskText::Save => "Gem".into(),
            RequestDeskText::Saved => "Gemt.".into(),
            RequestDeskText::Restored => "Her står det, du skrev sidst. Det er ikke gemt endnu.".into(),
            RequestDeskText::Merged => {
                "En anden har gemt imens. Her står begges rettelser: se dem efter, og gem så.".into()
            }
            RequestDeskText::MergedBoth(fields) => format!(
                "En anden har gemt imens, og I har begge rettet {fields}. Der står dit; alt andet er begges. Se det \
                 efter, og gem så."
            ),
            RequestDeskText::TakeSaved => "Hent det gemte i stedet".into(),
            RequestDeskText::TakeIn => "Tag imod ønsket".into(),
            RequestDeskText::LockedByVote => {
                "Der stemmes om ønsket lige nu. Det kan først ændres, når resultatet er vist.".into()
            }
            RequestDeskText::LockedByOrder => {
                "Ønsket er bestilt. Pris, fordeling, antal og frist står fast.".into()
            }
            RequestDeskText::History => "Historik".into(),
            RequestDeskText::TakenIn => "Modtaget".into(),
            RequestDeskText::WentTo(state) => format!("→ {state}"),
            RequestDeskText::Changed => "Ændret".into(),
            RequestDeskText::Itself => "af sig selv".into(),
            RequestDeskText::Imported => "indlæst".into(),
            RequestDeskText::Access => "Siden Økonomi".into(),
            RequestDeskText::AccessBody => {
                "Kommunerne følger finansieringen her. Kun kommuner, der har sagt ja, står ved navn.".into()
            }
            RequestDeskText::Public => "Alle med linket".into(),
            RequestDeskText::WithCode => "Kun dem med koden".into(),
            RequestDeskText::Code(code) => format!("Koden er {code}"),
            RequestDeskText::NewCode => "Ny kode".into(),
            RequestDeskText::OpenPage => "Åbn siden".into(),
            RequestDeskText::CopyLink => "Kopiér link".into(),
            RequestDeskText::Copied => "Linket er kopieret.".into(),
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
