//! The phone in Danish.

use super::{Phone, in_full};
use crate::Language::Danish;

impl Phone<'_> {
    pub(super) fn danish(self) -> String {
        match self {
            Self::EnterCode => "Deltag i webinaret".into(),
            Self::CodeLabel => "Webinarets kode".into(),
            Self::CodeLength(count) => {
                let letters = Danish.counted(count, "tegn", "tegn");
                format!("Koden har seks tegn. Her er der {letters}.")
            }
            Self::CodeHint => {
                "6 tegn. Koden står på storskærmen og i indbydelsen. Den har aldrig 0, 1, I eller O."
                    .into()
            }
            Self::Continue => "Fortsæt".into(),
            Self::Loading => "Henter …".into(),
            Self::NoConnection => "Ingen forbindelse lige nu. Vi bliver ved med at prøve.".into(),
            Self::CookiesRefused => {
                "Browseren gemmer ikke cookies her, og uden dem kan du ikke stemme. Åbn webinaret i et nyt vindue, \
                 eller tillad cookies."
                    .into()
            }
            Self::OpenNewWindow => "Åbn i et nyt vindue".into(),
            Self::OtherCode => "Brug en anden kode".into(),
            Self::WhichMunicipality => "Hvilken kommune kommer du fra?".into(),
            Self::SearchMunicipality => "Søg, fx Aabenraa".into(),
            Self::ShowAllMunicipalities => "Vis alle kommuner".into(),
            Self::NoSuchMunicipality => "Ingen kommune begynder sådan.".into(),
            Self::MunicipalitiesFound(count) => {
                format!("{} på listen", Danish.counted(count, "kommune", "kommuner"))
            }
            Self::InvitedFrom(municipality) => format!("Inviteret fra {municipality}"),
            Self::OpenLink => "Åbent link: én stemme pr. enhed, så vidt muligt.".into(),
            Self::YourName => "Dit navn".into(),
            Self::NameWhy => "Kun leverandøren kan læse det.".into(),
            Self::NameMissing => "Skriv dit navn. Kun leverandøren kan læse det.".into(),
            Self::YourRole => "Stilling (frivilligt)".into(),
            Self::KeyWordsMean => {
                "De samme fire ord skal stå på storskærmen. Er de andre, så sig det til oplægsholderen, før du stemmer."
                    .into()
            }
            Self::OtherKey => {
                "Leverandørens nøgle er ikke den, som linket lover. Dit navn er ikke sendt. Sig det til oplægsholderen; du kan stadig stemme.".into()
            }
            Self::NameNotSealed => "Dit navn kunne ikke forsegles og er ikke sendt. Du kan stadig stemme.".into(),
            Self::NameTooLate => "Dit navn nåede ikke frem, før afstemningen lukkede. Din stemme tæller alligevel.".into(),
            Self::BallotFound => "Din stemme er talt med ✓".into(),
            Self::BallotStruck => "Leverandøren har strøget din stemme, og den tæller ikke med.".into(),
            Self::BallotMissing => {
                "Telefonen kan ikke finde din stemme i optællingen. Sig det til oplægsholderen.".into()
            }
            Self::BallotElsewhere => {
                "Din stemme er sidst sendt fra en anden enhed. Var det ikke dig, så sig det til oplægsholderen.".into()
            }
            Self::OtherVotes => {
                "Stemmerne er ikke de samme, som lå fast ved lukningen. Sig det til oplægsholderen.".into()
            }
            Self::VotesFixedMeans => "De fire ord skal være de samme på storskærmen og alle telefoner. Er de andre, så sig det til oplægsholderen.".into(),
            Self::NoLookUps => "Ingen har slået op, hvem der har stemt på hvad.".into(),
            Self::LookUps(count, last) => format!(
                "Leverandøren har slået op, hvem der har stemt på hvad: {}, senest {last}.",
                Danish.counted(count, "gang", "gange")
            ),
            Self::LookUpsBroken => "Loggen over opslag er ændret. Der kan være flere opslag, end her står.".into(),
            Self::JoinNow => "Deltag".into(),
            Self::WatchOnly => "Jeg ser kun med".into(),
            Self::Joining => "Deltager …".into(),
            Self::LanguageSwitch => "Sprog".into(),
            Self::ChangeMunicipality => "Skift kommune".into(),
            Self::InFull(name) => in_full(name),
            Self::Watching => "Ser kun med".into(),
            Self::Code(code) => format!("Kode {code}"),
            Self::WelcomeHeading => "Velkommen".into(),
            Self::StartsSoon => {
                "Vi begynder om lidt. Telefonen følger med af sig selv, så du kan bare lade den ligge."
                    .into()
            }
            Self::YouAreIn(municipality) => format!("Du er med for {municipality}."),
            Self::YouWatch => "Du ser kun med og stemmer ikke.".into(),
            Self::LookAtScreen => "Et øjeblik".into(),
            Self::LookAtScreenWhy => "Der sker ikke noget på telefonen lige nu.".into(),
            Self::CandidateOf { number, of } => format!("Kandidat {number} af {of}"),
            Self::RoughPrice => "Groft prisoverslag".into(),
            Self::FirmPrice => "Fast pris".into(),
            Self::Price => "Pris".into(),
            Self::Between(low, high) => format!("Mellem {low} og {high}"),
            Self::Benefit => "Gevinst".into(),
            Self::BenefitAndPrice => "Gevinst og pris pr. kommune".into(),
            Self::PriceEach => "Pris pr. kommune".into(),
            Self::PageOf { page, of } => format!("Side {page} af {of}"),
            Self::Requests(0) => "Ingen ønsker".into(),
            Self::Requests(count) => Danish.counted(count, "ønske", "ønsker"),
            Self::NothingUnderWay => "Der er ingen ønsker i gang lige nu.".into(),
            Self::SoonYouVote => "Om lidt stemmer I".into(),
            Self::HowToVote(limit) => format!(
                "Afstemningen åbner her på telefonen. {} Du kan ændre din stemme, til der lukkes.",
                Self::ChooseUpTo(limit).danish()
            ),
            Self::VoteOpen => "Afstemningen er åben".into(),
            Self::VoteClosing => "Afstemningen lukker nu".into(),
            Self::VoteClosed => "Afstemningen er lukket".into(),
            Self::Question => "Hvilke ønsker vil I helst have?".into(),
            Self::ChooseUpTo(1) => "Vælg 1.".into(),
            Self::ChooseUpTo(limit) => format!("Vælg op til {limit}."),
            Self::RoughPrices => "Priserne er grove overslag.".into(),
            Self::YouVotedForThis => "Du stemte på denne".into(),
            Self::YouHaveCommitted => "I har givet tilsagn.".into(),
            Self::Shuffled => "Rækkefølgen er blandet på hver telefon; numrene er de samme for alle.".into(),
            Self::SentAtClose => {
                "Du kan ændre dit valg, til der lukkes. Så sendes det, du har valgt, også hvis du ikke selv har sendt det."
                    .into()
            }
            Self::SecondsLeft(count) => format!("{count} sekunder tilbage."),
            Self::VoteMissing => "Du mangler at stemme".into(),
            Self::SendingMissing => "Du mangler at sende. Ellers sendes dit valg, når der lukkes.".into(),
            Self::TimeLeft(left) => format!("{left} tilbage"),
            Self::NoneOfThese => "Ingen af disse".into(),
            Self::NoneOfTheseMeans => "Din stemme tæller med, men støtter ingen af ønskerne".into(),
            Self::ChosenOf { chosen, limit } => format!("{chosen} af {limit}"),
            Self::Chosen => "valgt".into(),
            Self::SendVote => "Send min stemme".into(),
            Self::SendChange => "Send min ændring".into(),
            Self::VoteIsSent => "Din stemme er sendt".into(),
            Self::LimitReached(limit) => {
                format!("Du har allerede valgt {limit}. Fjern et valg for at vælge et andet.")
            }
            Self::ChooseSomething => "Vælg mindst ét ønske eller »Ingen af disse«.".into(),
            Self::Sending => "Sender …".into(),
            Self::SavedHere => "Gemt her på telefonen. Den sendes, så snart der er forbindelse.".into(),
            Self::Received(clock) => format!("Modtaget {clock} – du kan ændre, til der lukkes"),
            Self::ReceivedUntimed => "Modtaget – du kan ændre, til der lukkes".into(),
            Self::ChangedNotSent => {
                "Ikke sendt endnu: din forrige stemme tæller. Ændringen sendes senest, når der lukkes.".into()
            }
            Self::LastSending => "Afstemningen lukker. Din stemme bliver sendt …".into(),
            Self::YourVoteIsIn => "Din stemme er modtaget".into(),
            Self::ReceivedAt(clock) => format!("Modtaget {clock}"),
            Self::YouDidNotVote => "Du nåede ikke at stemme".into(),
            Self::YouDidNotVoteMeans => {
                "Der er ingen stemme fra dig i denne måling. Du kan stadig følge resultatet.".into()
            }
            Self::ChangeTooLate => "Din sidste ændring nåede ikke med".into(),
            Self::VoteTooLate => "Din stemme nåede ikke frem".into(),
            Self::VoteTooLateMeans => {
                "Afstemningen lukkede, før stemmen nåede serveren. Den er ikke talt med.".into()
            }
            Self::VoteUncertain => "Vi ved ikke, om din stemme nåede frem".into(),
            Self::VoteUncertainMeans => {
                "Den er gemt her på telefonen. Vi spørger serveren, så snart der er forbindelse.".into()
            }
            Self::ThisCounts => "Det tæller".into(),
            Self::BlankCounts => "Din stemme tæller som »Ingen af disse«.".into(),
            Self::ObserverBallot => {
                "Afstemningen er i gang. Du ser kun med, så der er ingen stemmeseddel til dig.".into()
            }
            Self::JoinAfterAll => "Deltag for en kommune".into(),
            Self::ResultHeading => "Hvad har størst tilslutning?".into(),
            Self::BallotsFrom { ballots: 0, .. } => "Ingen har stemt".into(),
            Self::BallotsFrom {
                ballots,
                municipalities,
            } => format!(
                "{} fra {}",
                Danish.counted(ballots, "stemmeseddel", "stemmesedler"),
                Danish.counted(municipalities, "kommune", "kommuner")
            ),
            Self::RowsLeft(1) => "Det øverste ønske mangler endnu".into(),
            Self::RowsLeft(count) => format!("{count} ønsker mangler endnu"),
            Self::NoCleanCut => "Nogle ønsker står lige. Oplægsholderen afgør, hvem der går videre.".into(),
            Self::ChosenGoOn(count) => {
                let count = Danish.counted(count, "ønske", "ønsker");
                format!("Oplægsholderen har valgt {count}, der går videre")
            }
            Self::PlaceInBarometer(place) => format!("{place} i barometeret"),
            Self::Number(number) => format!("nr. {number}"),
            Self::YourPrice(amount) => format!("Jeres pris ville være {amount}"),
            Self::CheaperTogether => "Jo flere der er med, jo mindre betaler hver.".into(),
            Self::YouPay => "I betaler".into(),
            Self::YouPayLess => "prisen er dækket. Kommer der flere med, betaler I mindre.".into(),
            Self::HowManyShare => "Antal kommuner, der deler".into(),
            Self::Shared(rule) => format!("Prisen fordeles {rule}"),
            Self::PlannedFor(count) => {
                format!("planlagt til {}", Danish.counted(count, "kommune", "kommuner"))
            }
            Self::AtMostEach(amount) => format!("højst {amount} pr. kommune"),
            Self::WhatYouGet => "Hvad får I?".into(),
            Self::TakeHome => "Jeg skal have det med hjem".into(),
            Self::TakenBack => "I er ikke længere noteret.".into(),
            Self::TakeBack => "Fortryd".into(),
            Self::AllRequests => "Alle ønsker".into(),
            Self::WeWantIn => "Vi vil gerne være med".into(),
            Self::YouAreNoted => "I er noteret som interesserede.".into(),
            Self::NotedMeans => {
                "Det forpligter ikke. Først et tilsagn fra kommunen tæller i finansieringen.".into()
            }
            Self::MayBeNamed => "Kommunen vil gerne stå ved navn".into(),
            Self::NameSending => "Gemmer …".into(),
            Self::NameWished => {
                "Noteret. Navnet vises først, når leverandøren har bekræftet det med kommunen.".into()
            }
            Self::NameNotWished => "Du har ikke bedt om, at navnet vises.".into(),
            Self::NameFailed => "Dit valg er ikke gemt endnu.".into(),
            Self::TryAgain => "Prøv igen".into(),
            Self::InterestMeans => "Det er en interesse og forpligter ikke.".into(),
            Self::InterestFailed => "Det nåede ikke frem. Prøv igen.".into(),
            Self::ObserverInterest => {
                "Du ser kun med. Deltag for en kommune for at melde interesse.".into()
            }
            Self::ThanksHeading => "Tak, fordi du var med".into(),
            Self::TheseGoOn => "Det går videre".into(),
            Self::WhatNow => "Det sker der nu".into(),
            Self::StepOne => {
                "Leverandøren gennemarbejder ønskerne og vender tilbage med en fast pris, en fordelingsnøgle og en frist."
                    .into()
            }
            Self::StepTwo => {
                "I tager ønskerne med hjem og beslutter, om I vil være med til at betale.".into()
            }
            Self::StepThree => {
                "Når nok kommuner har givet tilsagn, bliver ønsket bestilt og udviklet.".into()
            }
            Self::Ended => "Webinaret er slut.".into(),
            Self::NeverVoted => "Der blev ikke stemt i dette webinar.".into(),
            Self::ResultNotShown => "Der blev stemt, men resultatet er ikke vist.".into(),
        }
    }
}
