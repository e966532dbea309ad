//! The words of the vendor's requests: the list, one request, and who sees the page of financing.

use barometer_domain::financing::RuleKind;

use crate::Language::{self, Danish, English};

/// What these pages say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requests<'a> {
    /// The list's heading.
    Title,
    /// What it is for.
    Body,
    /// A new one.
    New,
    /// There is none.
    Empty,
    /// Search.
    Search,
    /// The filter by state.
    StateFilter,
    /// All of them.
    All,
    /// How many are shown, of how many.
    Shown(u32, u32),
    /// Nothing passes the filters.
    NothingLeft,
    /// A column: the request.
    RequestColumn,
    /// A column: how far.
    StateColumn,
    /// A column: the price.
    PriceColumn,
    /// A column: promised.
    CommittedColumn,
    /// A column: missing.
    MissingColumn,
    /// A column: deadline.
    DeadlineColumn,
    /// So many municipalities.
    Municipalities(u32),
    /// Full funding is expected on a day.
    FundedBy(&'a str),
    /// So many decisions are late.
    Late(u32),
    /// The way back to the list.
    Back,
    /// The next step: heading.
    NextStep,
    /// Why, for what goes aside.
    StepWhy,
    /// No further step.
    NoStep,
    /// What the webinar and the promises decide.
    BySystem,
    /// Merging: heading.
    Merge,
    /// Merging with which.
    MergeInto,
    /// Does it.
    MergeNow,
    /// It became part of another.
    MergedInto(&'a str),
    /// Undoes a merge or a rejection.
    UndoStep,
    /// What a municipality has said to both: which holds.
    Holds(&'a str),
    /// What it said to the request that stays.
    OfTheOneThatStays(&'a str),
    /// What it said to the request that goes.
    OfTheOneThatGoes(&'a str),
    /// What the merge takes along.
    MergeBody,
    /// The deadline has passed before it was fully funded.
    Overdue,
    /// What it says: heading.
    Content,
    /// The vendor's reference.
    Reference,
    /// One line.
    TitleField,
    /// 30 seconds.
    Pitch,
    /// How many letters are left.
    Left(u32),
    /// What it is good for.
    Benefit,
    /// What it belongs to.
    Category,
    /// What kind of price.
    PriceKind,
    /// An estimate.
    Estimate,
    /// A firm price.
    Firm,
    /// No price yet.
    NotAssessed,
    /// What that means.
    NotAssessedBody,
    /// If all goes well.
    Low,
    /// The figure said aloud.
    Likely,
    /// If it does not.
    High,
    /// The firm price.
    FirmPrice,
    /// How it is shared.
    Sharing,
    /// The most that each pays.
    Cap,
    /// For how many it is planned.
    PlannedFor,
    /// The share that is equal, in percent.
    EqualPercent,
    /// Above so many inhabitants.
    DegressiveAbove,
    /// What those count, in percent.
    DegressivePercent,
    /// The four weights.
    Weights,
    /// The fixed fee.
    Fee,
    /// The fewest municipalities.
    Minimum,
    /// The last day.
    Deadline,
    /// From a national initiative.
    National,
    /// From which.
    Initiative,
    /// Who asked for it.
    AskedBy,
    /// Who can see that.
    AskedByHint,
    /// Where its papers lie.
    Folder,
    /// Its page.
    Portal,
    /// Why it is changed.
    Why,
    /// When that is needed.
    WhyHint,
    /// Saves.
    Save,
    /// Saved.
    Saved,
    /// What was typed before stands in the fields.
    Restored,
    /// Theirs and one's own stand in the fields.
    Merged,
    /// The same, with the fields that both have changed.
    MergedBoth(&'a str),
    /// Takes what is saved.
    TakeSaved,
    /// Takes it in.
    TakeIn,
    /// What stands can no longer be changed, for it is voted on.
    LockedByVote,
    /// Its terms stand, for it is ordered.
    LockedByOrder,
    /// Its record: heading.
    History,
    /// It was taken in.
    TakenIn,
    /// It went so far.
    WentTo(&'a str),
    /// Its words or terms were changed.
    Changed,
    /// The program did it.
    Itself,
    /// It came from a file.
    Imported,
    /// Who sees the page of financing: heading.
    Access,
    /// What the page is.
    AccessBody,
    /// Everyone with the link.
    Public,
    /// Those with the code.
    WithCode,
    /// The code.
    Code(&'a str),
    /// Another code.
    NewCode,
    /// Opens the page.
    OpenPage,
    /// Copies the link.
    CopyLink,
    /// It is copied.
    Copied,
}

impl Requests<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        match language {
            Danish => self.danish(),
            English => self.english(),
        }
    }

    fn danish(self) -> String {
        match self {
            Self::Title => "Ændringsønsker".into(),
            Self::Body => "Alle ønsker fra modtaget til gevinst målt.".into(),
            Self::New => "Nyt ønske".into(),
            Self::Empty => "Der er ingen ønsker endnu. Indlæs dem fra en fil, eller skriv det første.".into(),
            Self::Search => "Søg".into(),
            Self::StateFilter => "Status".into(),
            Self::All => "Alle".into(),
            Self::Shown(shown, of) => format!("{} af {}", Danish.whole(shown), Danish.whole(of)),
            Self::NothingLeft => "Ingen passer til filtrene.".into(),
            Self::RequestColumn => "Ønske".into(),
            Self::StateColumn => "Status".into(),
            Self::PriceColumn => "Pris".into(),
            Self::CommittedColumn => "Tilsagn".into(),
            Self::MissingColumn => "Mangler".into(),
            Self::DeadlineColumn => "Frist".into(),
            Self::Municipalities(count) => Danish.counted(count, "kommune", "kommuner"),
            Self::FundedBy(day) => format!("fuldt finansieret ventes {day}"),
            Self::Late(count) => {
                format!("{} forsinket", Danish.counted(count, "beslutning", "beslutninger"))
            }
            Self::Back => "Alle ønsker".into(),
            Self::NextStep => "Næste skridt".into(),
            Self::StepWhy => "Begrundelse (kræves, når ønsket lægges til side)".into(),
            Self::NoStep => "Der er ingen flere skridt herfra.".into(),
            Self::BySystem => {
                "Afstemning, indsamling og fuld finansiering sætter sig selv efter webinaret og tilsagnene.".into()
            }
            Self::Merge => "Læg sammen med et andet".into(),
            Self::MergeInto => "Ønsket, der bliver stående".into(),
            Self::MergeNow => "Læg sammen".into(),
            Self::MergedInto(other) => format!("Lagt sammen med {other}"),
            Self::UndoStep => "Fortryd".into(),
            Self::Holds(name) => format!("{name} har sagt noget til begge. Hvad gælder?"),
            Self::OfTheOneThatStays(said) => format!("{said} (ønsket, der bliver stående)"),
            Self::OfTheOneThatGoes(said) => format!("{said} (dette ønske)"),
            Self::MergeBody => {
                "Alt, hvad kommunerne har sagt, flytter med. Det kan fortrydes, indtil der skrives mere ned.".into()
            }
            Self::Overdue => "Fristen er passeret".into(),
            Self::Content => "Ønsket".into(),
            Self::Reference => "Nummer".into(),
            Self::TitleField => "Titel".into(),
            Self::Pitch => "Elevatortale – hvad man kan sige på 30 sekunder".into(),
            Self::Left(letters) => format!("{} tegn tilbage", Danish.whole(letters)),
            Self::Benefit => "Gevinst, med antagelse".into(),
            Self::Category => "Kategori".into(),
            Self::PriceKind => "Prisen er".into(),
            Self::Estimate => "Et overslag".into(),
            Self::NotAssessed => "Ikke vurderet endnu".into(),
            Self::NotAssessedBody => {
                "Overalt står der »pris ikke vurderet«. Ønsket skal have en fast pris, før det kan finansieres.".into()
            }
            Self::Firm => "Fast".into(),
            Self::Low => "Lavt, kr.".into(),
            Self::Likely => "Sandsynligt, kr.".into(),
            Self::High => "Højt, kr.".into(),
            Self::FirmPrice => "Fast pris, kr.".into(),
            Self::Sharing => "Fordelingsnøgle".into(),
            Self::Cap => "Loft pr. kommune, kr. (valgfrit)".into(),
            Self::PlannedFor => "Planlagt for antal kommuner (valgfrit)".into(),
            Self::EqualPercent => "Heraf ligeligt, %".into(),
            Self::DegressiveAbove => "Indbyggere ud over".into(),
            Self::DegressivePercent => "tæller, %".into(),
            Self::Weights => "Vægte, fx 1:2:3:4".into(),
            Self::Fee => "Fast beløb pr. kommune, kr.".into(),
            Self::Minimum => "Mindste antal kommuner".into(),
            Self::Deadline => "Frist for tilsagn".into(),
            Self::National => "Følger af et nationalt initiativ".into(),
            Self::Initiative => "Hvilket? (kan være tomt)".into(),
            Self::AskedBy => "Indmeldt af (kan være tomt)".into(),
            Self::AskedByHint => "Kun leverandøren kan se det.".into(),
            Self::Folder => "Mappehenvisning".into(),
            Self::Portal => "Link til portalen".into(),
            Self::Why => "Hvorfor ændres vilkårene?".into(),
            Self::WhyHint => {
                "Kræves, når kommuner tager stilling til vilkårene. Ved en ny frist kan deltagerne læse den.".into()
            }
            Self::Save => "Gem".into(),
            Self::Saved => "Gemt.".into(),
            Self::Restored => "Her står det, du skrev sidst. Det er ikke gemt endnu.".into(),
            Self::Merged => {
                "En anden har gemt imens. Her står begges rettelser: se dem efter, og gem så.".into()
            }
            Self::MergedBoth(fields) => format!(
                "En anden har gemt imens, og I har begge rettet {fields}. Der står dit; alt andet er begges. Se det \
                 efter, og gem så."
            ),
            Self::TakeSaved => "Hent det gemte i stedet".into(),
            Self::TakeIn => "Tag imod ønsket".into(),
            Self::LockedByVote => {
                "Der stemmes om ønsket lige nu. Det kan først ændres, når resultatet er vist.".into()
            }
            Self::LockedByOrder => {
                "Ønsket er bestilt. Pris, fordeling, antal og frist står fast.".into()
            }
            Self::History => "Historik".into(),
            Self::TakenIn => "Modtaget".into(),
            Self::WentTo(state) => format!("→ {state}"),
            Self::Changed => "Ændret".into(),
            Self::Itself => "af sig selv".into(),
            Self::Imported => "indlæst".into(),
            Self::Access => "Siden Økonomi".into(),
            Self::AccessBody => {
                "Kommunerne følger finansieringen her. Kun kommuner, der har sagt ja, står ved navn.".into()
            }
            Self::Public => "Alle med linket".into(),
            Self::WithCode => "Kun dem med koden".into(),
            Self::Code(code) => format!("Koden er {code}"),
            Self::NewCode => "Ny kode".into(),
            Self::OpenPage => "Åbn siden".into(),
            Self::CopyLink => "Kopiér link".into(),
            Self::Copied => "Linket er kopieret.".into(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Title => "Change requests".into(),
            Self::Body => "All requests from received to benefit measured.".into(),
            Self::New => "New request".into(),
            Self::Empty => "There are no requests yet. Import them from a file, or write the first one.".into(),
            Self::Search => "Search".into(),
            Self::StateFilter => "State".into(),
            Self::All => "All".into(),
            Self::Shown(shown, of) => format!("{} of {}", English.whole(shown), English.whole(of)),
            Self::NothingLeft => "Nothing passes the filters.".into(),
            Self::RequestColumn => "Request".into(),
            Self::StateColumn => "State".into(),
            Self::PriceColumn => "Price".into(),
            Self::CommittedColumn => "Promised".into(),
            Self::MissingColumn => "Missing".into(),
            Self::DeadlineColumn => "Deadline".into(),
            Self::Municipalities(count) => English.counted(count, "municipality", "municipalities"),
            Self::FundedBy(day) => format!("full funding expected {day}"),
            Self::Late(count) => format!("{} late", English.counted(count, "decision", "decisions")),
            Self::Back => "All requests".into(),
            Self::NextStep => "Next step".into(),
            Self::StepWhy => "Reason (needed when the request is put aside)".into(),
            Self::NoStep => "There is no further step from here.".into(),
            Self::BySystem => {
                "The vote, gathering and full funding set themselves by the webinar and the promises.".into()
            }
            Self::Merge => "Merge with another".into(),
            Self::MergeInto => "The request that stays".into(),
            Self::MergeNow => "Merge".into(),
            Self::MergedInto(other) => format!("Merged into {other}"),
            Self::UndoStep => "Undo".into(),
            Self::Holds(name) => format!("{name} has said something to both. What holds?"),
            Self::OfTheOneThatStays(said) => format!("{said} (the request that stays)"),
            Self::OfTheOneThatGoes(said) => format!("{said} (this request)"),
            Self::MergeBody => {
                "All that municipalities have said moves along. It can be undone until more is written down.".into()
            }
            Self::Overdue => "The deadline has passed".into(),
            Self::Content => "The request".into(),
            Self::Reference => "Reference".into(),
            Self::TitleField => "Title".into(),
            Self::Pitch => "Pitch: what can be said in 30 seconds".into(),
            Self::Left(letters) => {
                format!("{} left", English.counted(letters, "letter", "letters"))
            }
            Self::Benefit => "Benefit, with its assumption".into(),
            Self::Category => "Category".into(),
            Self::PriceKind => "The price is".into(),
            Self::Estimate => "An estimate".into(),
            Self::NotAssessed => "Not assessed yet".into(),
            Self::NotAssessedBody => {
                "Everywhere it says “price not assessed”. It needs a firm price before it can be financed.".into()
            }
            Self::Firm => "Firm".into(),
            Self::Low => "Low, DKK".into(),
            Self::Likely => "Likely, DKK".into(),
            Self::High => "High, DKK".into(),
            Self::FirmPrice => "Firm price, DKK".into(),
            Self::Sharing => "Sharing rule".into(),
            Self::Cap => "Cap per municipality, DKK (optional)".into(),
            Self::PlannedFor => "Planned for how many (optional)".into(),
            Self::EqualPercent => "Of which equally, %".into(),
            Self::DegressiveAbove => "Inhabitants beyond".into(),
            Self::DegressivePercent => "count, %".into(),
            Self::Weights => "Weights, such as 1:2:3:4".into(),
            Self::Fee => "Fixed fee per municipality, DKK".into(),
            Self::Minimum => "Fewest municipalities".into(),
            Self::Deadline => "Deadline for promises".into(),
            Self::National => "Follows from a national initiative".into(),
            Self::Initiative => "Which one? (may be empty)".into(),
            Self::AskedBy => "Asked for by (may be empty)".into(),
            Self::AskedByHint => "Only the vendor can see it.".into(),
            Self::Folder => "Folder".into(),
            Self::Portal => "Portal link".into(),
            Self::Why => "Why are the terms changed?".into(),
            Self::WhyHint => {
                "Needed once municipalities decide on the terms. Participants can read it with a new deadline.".into()
            }
            Self::Save => "Save".into(),
            Self::Saved => "Saved.".into(),
            Self::Restored => "Here is what you typed last. It is not saved yet.".into(),
            Self::Merged => {
                "Someone else has saved meanwhile. Here are the changes of both: look through them, and then save."
                    .into()
            }
            Self::MergedBoth(fields) => format!(
                "Someone else has saved meanwhile, and both of you changed {fields}. Yours stands there; everything \
                 else has the changes of both. Look through it, and then save."
            ),
            Self::TakeSaved => "Take what is saved instead".into(),
            Self::TakeIn => "Take the request in".into(),
            Self::LockedByVote => {
                "The request is being voted on. It can be changed once the result is shown.".into()
            }
            Self::LockedByOrder => {
                "The request is ordered. Price, sharing, number and deadline stand.".into()
            }
            Self::History => "History".into(),
            Self::TakenIn => "Received".into(),
            Self::WentTo(state) => format!("→ {state}"),
            Self::Changed => "Changed".into(),
            Self::Itself => "by itself".into(),
            Self::Imported => "imported".into(),
            Self::Access => "The page of financing".into(),
            Self::AccessBody => {
                "Municipalities follow the financing here. Only those who consented are named.".into()
            }
            Self::Public => "Everyone with the link".into(),
            Self::WithCode => "Only those with the code".into(),
            Self::Code(code) => format!("The code is {code}"),
            Self::NewCode => "New code".into(),
            Self::OpenPage => "Open the page".into(),
            Self::CopyLink => "Copy link".into(),
            Self::Copied => "The link is copied.".into(),
        }
    }
}

/// A sharing rule by name, as one chooses it.
pub fn rule(kind: RuleKind, language: Language) -> &'static str {
    let [danish, english] = match kind {
        RuleKind::Equal => ["Ligeligt", "Equally"],
        RuleKind::Population => ["Efter indbyggertal", "By population"],
        RuleKind::PopulationDegressive => {
            ["Efter indbyggertal, aftagende", "By population, degressive"]
        }
        RuleKind::SizeClass => ["Efter størrelse i fire trin", "By size in four steps"],
        RuleKind::Mixed => [
            "Noget ligeligt, resten efter indbyggertal",
            "Some equally, the rest by population",
        ],
        RuleKind::FixedFee => ["Fast beløb pr. kommune", "Fixed fee per municipality"],
    };
    match language {
        Danish => danish,
        English => english,
    }
}
