//! In Danish: what the phone says.

use crate::Language::Danish;
use crate::phone::{Phone, in_full};

pub(crate) fn sentence(message: Phone<'_>) -> String {
    match message {
            Phone::EnterCode => "Deltag i webinaret".into(),
            Phone::CodeLabel => "Webinarets kode".into(),
            Phone::CodeLength(count) => {
                let letters = Danish.counted(count, "tegn", "tegn");
                format!("Koden har seks tegn. Her er der {letters}.")
            }
            Phone::CodeHint => {
                "6 tegn. Koden står på storskærmen og i indbydelsen. Den har aldrig 0, 1, I eller O."
                    .into()
            }
            Phone::Continue => "Fortsæt".into(),
            Phone::Loading => "Henter …".into(),
            Phone::NoConnection => "Ingen forbindelse lige nu. Vi bliver ved med at prøve.".into(),
            Phone::CookiesRefused => {
                "Browseren gemmer ikke cookies her, og uden dem kan du ikke stemme. Åbn webinaret i et nyt vindue, \
                 eller tillad cookies."
                    .into()
            }
            Phone::OpenNewWindow => "Åbn i et nyt vindue".into(),
            Phone::OtherCode => "Brug en anden kode".into(),
            Phone::WhichMunicipality => "Hvilken kommune kommer du fra?".into(),
            Phone::SearchMunicipality => "Søg, fx Aabenraa".into(),
            Phone::ShowAllMunicipalities => "Vis alle kommuner".into(),
            Phone::NoSuchMunicipality => "Ingen kommune begynder sådan.".into(),
            Phone::MunicipalitiesFound(count) => {
                format!("{} på listen", Danish.counted(count, "kommune", "kommuner"))
            }
            Phone::InvitedFrom(municipality) => format!("Inviteret fra {municipality}"),
            Phone::OpenLink => "Åbent link: én stemme pr. enhed, så vidt muligt.".into(),
            Phone::YourName => "Dit navn".into(),
            Phone::NameWhy => "Kun leverandøren kan læse det.".into(),
            Phone::NameMissing => "Skriv dit navn. Kun leverandøren kan læse det.".into(),
            Phone::YourRole => "Stilling (frivilligt)".into(),
            Phone::KeyWordsMean => {
                "De samme fire ord skal stå på storskærmen. Er de andre, så sig det til oplægsholderen, før du stemmer."
                    .into()
            }
            Phone::OtherKey => {
                "Leverandørens nøgle er ikke den, som linket lover. Dit navn er ikke sendt. Sig det til \
                 oplægsholderen; du kan stadig stemme.".into()
            }
            Phone::NameNotSealed => {
            "Dit navn kunne ikke forsegles og er ikke sendt. Du kan stadig stemme."
                .into()
        }
            Phone::NameTooLate => {
            "Dit navn nåede ikke frem, før afstemningen lukkede. Din stemme tæller alligevel."
                .into()
        }
            Phone::BallotFound => "Din stemme er talt med ✓".into(),
            Phone::BallotStruck => "Leverandøren har strøget din stemme, og den tæller ikke med.".into(),
            Phone::BallotMissing => {
                "Telefonen kan ikke finde din stemme i optællingen. Sig det til oplægsholderen.".into()
            }
            Phone::BallotElsewhere => {
                "Din stemme er sidst sendt fra en anden enhed. Var det ikke dig, så sig det til oplægsholderen.".into()
            }
            Phone::OtherVotes => {
                "Stemmerne er ikke de samme, som lå fast ved lukningen. Sig det til oplægsholderen.".into()
            }
            Phone::VotesFixedMeans => {
            "De fire ord skal være de samme på storskærmen og alle telefoner. Er de andre, så sig det til \
             oplægsholderen."
                .into()
        }
            Phone::NoLookUps => "Ingen har slået op, hvem der har stemt på hvad.".into(),
            Phone::LookUps(count, last) => format!(
                "Leverandøren har slået op, hvem der har stemt på hvad: {}, senest {last}.",
                Danish.counted(count, "gang", "gange")
            ),
            Phone::LookUpsBroken => {
            "Loggen over opslag er ændret. Der kan være flere opslag, end her står."
                .into()
        }
            Phone::JoinNow => "Deltag".into(),
            Phone::WatchOnly => "Jeg ser kun med".into(),
            Phone::Joining => "Deltager …".into(),
            Phone::LanguageSwitch => "Sprog".into(),
            Phone::Ask => "Stil et spørgsmål".into(),
            Phone::ChangeMunicipality => "Skift kommune".into(),
            Phone::InFull(name) => in_full(name),
            Phone::Watching => "Ser kun med".into(),
            Phone::Code(code) => format!("Kode {code}"),
            Phone::WelcomeHeading => "Velkommen".into(),
            Phone::StartsSoon => {
                "Vi begynder om lidt. Telefonen følger med af sig selv, så du kan bare lade den ligge."
                    .into()
            }
            Phone::YouAreIn(municipality) => format!("Du er med for {municipality}."),
            Phone::YouWatch => "Du ser kun med og stemmer ikke.".into(),
            Phone::LookAtScreen => "Et øjeblik".into(),
            Phone::LookAtScreenWhy => "Der sker ikke noget på telefonen lige nu.".into(),
            Phone::CandidateOf { number, of } => format!("Kandidat {number} af {of}"),
            Phone::RoughPrice => "Groft prisoverslag".into(),
            Phone::FirmPrice => "Fast pris".into(),
            Phone::Price => "Pris".into(),
            Phone::Between(low, high) => format!("Mellem {low} og {high}"),
            Phone::Benefit => "Gevinst".into(),
            Phone::BenefitAndPrice => "Gevinst og pris pr. kommune".into(),
            Phone::PriceEach => "Pris pr. kommune".into(),
            Phone::PageOf { page, of } => format!("Side {page} af {of}"),
            Phone::Requests(0) => "Ingen ønsker".into(),
            Phone::Requests(count) => Danish.counted(count, "ønske", "ønsker"),
            Phone::NothingUnderWay => "Der er ingen ønsker i gang lige nu.".into(),
            Phone::SoonYouVote => "Om lidt stemmer I".into(),
            Phone::HowToVote(limit) => format!(
                "Afstemningen åbner her på telefonen. {} Du kan ændre din stemme, til der lukkes.",
                sentence(Phone::ChooseUpTo(limit))
            ),
            Phone::VoteOpen => "Afstemningen er åben".into(),
            Phone::VoteClosing => "Afstemningen lukker nu".into(),
            Phone::VoteClosed => "Afstemningen er lukket".into(),
            Phone::Question => "Hvilke ønsker vil I helst have?".into(),
            Phone::ChooseUpTo(1) => "Vælg 1.".into(),
            Phone::ChooseUpTo(limit) => format!("Vælg op til {limit}."),
            Phone::RoughPrices => "Priserne er grove overslag.".into(),
            Phone::YouVotedForThis => "Du stemte på denne".into(),
            Phone::YouHaveCommitted => "I har givet tilsagn.".into(),
            Phone::Shuffled => "Rækkefølgen er blandet på hver telefon; numrene er de samme for alle.".into(),
            Phone::SentAtClose => {
                "Du kan ændre dit valg, til der lukkes. Så sendes det, du har valgt, også hvis du ikke selv har \
                 sendt det."
                    .into()
            }
            Phone::SecondsLeft(count) => format!("{count} sekunder tilbage."),
            Phone::VoteMissing => "Du mangler at stemme".into(),
            Phone::SendingMissing => "Du mangler at sende. Ellers sendes dit valg, når der lukkes.".into(),
            Phone::TimeLeft(left) => format!("{left} tilbage"),
            Phone::NoneOfThese => "Ingen af disse".into(),
            Phone::NoneOfTheseMeans => "Din stemme tæller med, men støtter ingen af ønskerne".into(),
            Phone::ChosenOf { chosen, limit } => format!("{chosen} af {limit}"),
            Phone::Chosen => "valgt".into(),
            Phone::SendVote => "Send min stemme".into(),
            Phone::SendChange => "Send min ændring".into(),
            Phone::VoteIsSent => "Din stemme er sendt".into(),
            Phone::LimitReached(limit) => {
                format!("Du har allerede valgt {limit}. Fjern et valg for at vælge et andet.")
            }
            Phone::ChooseSomething => "Vælg mindst ét ønske eller »Ingen af disse«.".into(),
            Phone::Sending => "Sender …".into(),
            Phone::SavedHere => "Gemt her på telefonen. Den sendes, så snart der er forbindelse.".into(),
            Phone::Received(clock) => format!("Modtaget {clock} – du kan ændre, til der lukkes"),
            Phone::ReceivedUntimed => "Modtaget – du kan ændre, til der lukkes".into(),
            Phone::ChangedNotSent => {
                "Ikke sendt endnu: din forrige stemme tæller. Ændringen sendes senest, når der lukkes.".into()
            }
            Phone::LastSending => "Afstemningen lukker. Din stemme bliver sendt …".into(),
            Phone::YourVoteIsIn => "Din stemme er modtaget".into(),
            Phone::ReceivedAt(clock) => format!("Modtaget {clock}"),
            Phone::YouDidNotVote => "Du nåede ikke at stemme".into(),
            Phone::YouDidNotVoteMeans => {
                "Der er ingen stemme fra dig i denne måling. Du kan stadig følge resultatet.".into()
            }
            Phone::ChangeTooLate => "Din sidste ændring nåede ikke med".into(),
            Phone::VoteTooLate => "Din stemme nåede ikke frem".into(),
            Phone::VoteTooLateMeans => {
                "Afstemningen lukkede, før stemmen nåede serveren. Den er ikke talt med.".into()
            }
            Phone::VoteUncertain => "Vi ved ikke, om din stemme nåede frem".into(),
            Phone::VoteUncertainMeans => {
                "Den er gemt her på telefonen. Vi spørger serveren, så snart der er forbindelse.".into()
            }
            Phone::ThisCounts => "Det tæller".into(),
            Phone::BlankCounts => "Din stemme tæller som »Ingen af disse«.".into(),
            Phone::ObserverBallot => {
                "Afstemningen er i gang. Du ser kun med, så der er ingen stemmeseddel til dig.".into()
            }
            Phone::JoinAfterAll => "Deltag for en kommune".into(),
            Phone::ResultHeading => "Hvad har størst tilslutning?".into(),
            Phone::HaveVoted { voted: 0, .. } => "Ingen har stemt".into(),
            Phone::HaveVoted {
                municipalities,
                voted,
                present,
            } => format!(
                "{} har stemt · {voted} af {}",
                Danish.counted(municipalities, "kommune", "kommuner"),
                Danish.counted(present, "deltager", "deltagere")
            ),
            Phone::RowsLeft(1) => "Det øverste ønske mangler endnu".into(),
            Phone::RowsLeft(count) => format!("{count} ønsker mangler endnu"),
            Phone::NoCleanCut => "Nogle ønsker står lige. Oplægsholderen afgør, hvem der går videre.".into(),
            Phone::ChosenGoOn(count) => {
                let count = Danish.counted(count, "ønske", "ønsker");
                format!("Oplægsholderen har valgt {count}, der går videre")
            }
            Phone::PlaceInBarometer(place) => format!("{place} i barometeret"),
            Phone::Number(number) => format!("nr. {number}"),
            Phone::YourPrice(amount) => format!("Jeres pris ville være {amount}"),
            Phone::CheaperTogether => "Jo flere der er med, jo mindre betaler hver.".into(),
            Phone::YouPay => "I betaler".into(),
            Phone::YouPayLess => "prisen er dækket. Kommer der flere med, betaler I mindre.".into(),
            Phone::HowManyShare => "Antal kommuner, der deler".into(),
            Phone::Shared(rule) => format!("Prisen fordeles {rule}"),
            Phone::PlannedFor(count) => {
                format!("planlagt til {}", Danish.counted(count, "kommune", "kommuner"))
            }
            Phone::AtMostEach(amount) => format!("højst {amount} pr. kommune"),
            Phone::WhatYouGet => "Hvad får I?".into(),
            Phone::TakeHome => "Jeg skal have det med hjem".into(),
            Phone::TakenBack => "I er ikke længere noteret.".into(),
            Phone::TakeBack => "Fortryd".into(),
            Phone::AllRequests => "Alle ønsker".into(),
            Phone::WeWantIn => "Vi vil gerne være med".into(),
            Phone::YouAreNoted => "I er noteret som interesserede.".into(),
            Phone::NotedMeans => {
                "Det forpligter ikke. Først et tilsagn fra kommunen tæller i finansieringen.".into()
            }
            Phone::MayBeNamed => "Kommunen vil gerne stå ved navn".into(),
            Phone::NameSending => "Gemmer …".into(),
            Phone::NameWished => {
                "Noteret. Navnet vises først, når leverandøren har bekræftet det med kommunen.".into()
            }
            Phone::NameNotWished => "Du har ikke bedt om, at navnet vises.".into(),
            Phone::NameFailed => "Dit valg er ikke gemt endnu.".into(),
            Phone::TryAgain => "Prøv igen".into(),
            Phone::InterestMeans => "Det er en interesse og forpligter ikke.".into(),
            Phone::InterestFailed => "Det nåede ikke frem. Prøv igen.".into(),
            Phone::ObserverInterest => {
                "Du ser kun med. Deltag for en kommune for at melde interesse.".into()
            }
            Phone::ThanksHeading => "Tak, fordi du var med".into(),
            Phone::TheseGoOn => "Det går videre".into(),
            Phone::WhatNow => "Det sker der nu".into(),
            Phone::StepOne => {
                "Leverandøren gennemarbejder ønskerne og vender tilbage med en fast pris, en fordelingsnøgle og en \
                 frist."
                    .into()
            }
            Phone::SeeAnswers => "Se svarene".into(),
            Phone::Evaluate => "Hvad synes du? Tre tryk".into(),
            Phone::StepTwo => {
                "I tager ønskerne med hjem og beslutter, om I vil være med til at betale.".into()
            }
            Phone::StepThree => {
                "Når nok kommuner har givet tilsagn, bliver ønsket bestilt og udviklet.".into()
            }
            Phone::Ended => "Webinaret er slut.".into(),
            Phone::NeverVoted => "Der blev ikke stemt i dette webinar.".into(),
            Phone::ResultNotShown => "Der blev stemt, men resultatet er ikke vist.".into(),
        }
}
