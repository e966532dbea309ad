//! In Danish: what the phone says.

use crate::Language::Danish;
use crate::phone::{PhoneText, in_full};

pub(crate) fn sentence(message: PhoneText<'_>) -> String {
    match message {
            PhoneText::EnterCode => "Deltag i webinaret".into(),
            PhoneText::CodeLabel => "Webinarets kode".into(),
            PhoneText::CodeLength(count) => {
                let letters = Danish.counted(count, "tegn", "tegn");
                format!("Koden har seks tegn. Her er der {letters}.")
            }
            PhoneText::CodeHint => {
                "6 tegn. Koden står på storskærmen og i indbydelsen. Den har aldrig 0, 1, I eller O."
                    .into()
            }
            PhoneText::Continue => "Fortsæt".into(),
            PhoneText::Loading => "Henter …".into(),
            PhoneText::NoConnection => "Ingen forbindelse lige nu. Vi bliver ved med at prøve.".into(),
            PhoneText::CookiesRefused => {
                "Browseren gemmer ikke cookies her, og uden dem kan du ikke stemme. Åbn webinaret i et nyt vindue, \
                 eller tillad cookies."
                    .into()
            }
            PhoneText::OpenNewWindow => "Åbn i et nyt vindue".into(),
            PhoneText::OtherCode => "Brug en anden kode".into(),
            PhoneText::WhichMunicipality => "Hvilken kommune kommer du fra?".into(),
            PhoneText::SearchMunicipality => "Søg, fx Aabenraa".into(),
            PhoneText::ShowAllMunicipalities => "Vis alle kommuner".into(),
            PhoneText::NoSuchMunicipality => "Ingen kommune begynder sådan.".into(),
            PhoneText::MunicipalitiesFound(count) => {
                format!("{} på listen", Danish.counted(count, "kommune", "kommuner"))
            }
            PhoneText::InvitedFrom(municipality) => format!("Inviteret fra {municipality}"),
            PhoneText::OpenLink => "Åbent link: én stemme pr. enhed, så vidt muligt.".into(),
            PhoneText::YourName => "Dit navn".into(),
            PhoneText::NameWhy => "Kun leverandøren kan læse det.".into(),
            PhoneText::NameMissing => "Skriv dit navn. Kun leverandøren kan læse det.".into(),
            PhoneText::YourRole => "Stilling (frivilligt)".into(),
            PhoneText::KeyWordsMean => {
                "De samme fire ord skal stå på storskærmen. Er de andre, så sig det til oplægsholderen, før du stemmer."
                    .into()
            }
            PhoneText::OtherKey => {
                "Leverandørens nøgle er ikke den, som linket lover. Dit navn er ikke sendt. Sig det til \
                 oplægsholderen; du kan stadig stemme.".into()
            }
            PhoneText::NameNotSealed => {
            "Dit navn kunne ikke forsegles og er ikke sendt. Du kan stadig stemme."
                .into()
        }
            PhoneText::NameTooLate => {
            "Dit navn nåede ikke frem, før afstemningen lukkede. Din stemme tæller alligevel."
                .into()
        }
            PhoneText::BallotFound => "Din stemme er talt med ✓".into(),
            PhoneText::BallotStruck => "Leverandøren har strøget din stemme, og den tæller ikke med.".into(),
            PhoneText::BallotMissing => {
                "Telefonen kan ikke finde din stemme i optællingen. Sig det til oplægsholderen.".into()
            }
            PhoneText::BallotElsewhere => {
                "Din stemme er sidst sendt fra en anden enhed. Var det ikke dig, så sig det til oplægsholderen.".into()
            }
            PhoneText::OtherVotes => {
                "Stemmerne er ikke de samme, som lå fast ved lukningen. Sig det til oplægsholderen.".into()
            }
            PhoneText::VotesFixedMeans => {
            "De fire ord skal være de samme på storskærmen og alle telefoner. Er de andre, så sig det til \
             oplægsholderen."
                .into()
        }
            PhoneText::NoLookUps => "Ingen har slået op, hvem der har stemt på hvad.".into(),
            PhoneText::LookUps(count, last) => format!(
                "Leverandøren har slået op, hvem der har stemt på hvad: {}, senest {last}.",
                Danish.counted(count, "gang", "gange")
            ),
            PhoneText::LookUpsBroken => {
            "Loggen over opslag er ændret. Der kan være flere opslag, end her står."
                .into()
        }
            PhoneText::JoinNow => "Deltag".into(),
            PhoneText::WatchOnly => "Jeg ser kun med".into(),
            PhoneText::Joining => "Deltager …".into(),
            PhoneText::LanguageSwitch => "Sprog".into(),
            PhoneText::Ask => "Stil et spørgsmål".into(),
            PhoneText::Because(reason) => format!("Begrundelse: {reason}"),
            PhoneText::Estimate => "Hvad kunne I være med for?".into(),
            PhoneText::ChangeMunicipality => "Skift kommune".into(),
            PhoneText::InFull(name) => in_full(name),
            PhoneText::Watching => "Ser kun med".into(),
            PhoneText::Code(code) => format!("Kode {code}"),
            PhoneText::WelcomeHeading => "Velkommen".into(),
            PhoneText::StartsSoon => {
                "Vi begynder om lidt. Telefonen følger med af sig selv, så du kan bare lade den ligge."
                    .into()
            }
            PhoneText::YouAreIn(municipality) => format!("Du er med for {municipality}."),
            PhoneText::YouWatch => "Du ser kun med og stemmer ikke.".into(),
            PhoneText::LookAtScreen => "Et øjeblik".into(),
            PhoneText::LookAtScreenWhy => "Der sker ikke noget på telefonen lige nu.".into(),
            PhoneText::CandidateOf { number, of } => format!("Kandidat {number} af {of}"),
            PhoneText::RoughPrice => "Groft prisoverslag".into(),
            PhoneText::FirmPrice => "Fast pris".into(),
            PhoneText::Price => "Pris".into(),
            PhoneText::Between(low, high) => format!("Mellem {low} og {high}"),
            PhoneText::Benefit => "Gevinst".into(),
            PhoneText::BenefitAndPrice => "Gevinst og pris pr. kommune".into(),
            PhoneText::PriceEach => "Pris pr. kommune".into(),
            PhoneText::PageOf { page, of } => format!("Side {page} af {of}"),
            PhoneText::Requests(0) => "Ingen ønsker".into(),
            PhoneText::Requests(count) => Danish.counted(count, "ønske", "ønsker"),
            PhoneText::NothingUnderWay => "Der er ingen ønsker i gang lige nu.".into(),
            PhoneText::SoonYouVote => "Om lidt stemmer I".into(),
            PhoneText::HowToVote(limit) => format!(
                "Afstemningen åbner her på telefonen. {} Du kan ændre din stemme, til der lukkes.",
                sentence(PhoneText::ChooseUpTo(limit))
            ),
            PhoneText::VoteOpen => "Afstemningen er åben".into(),
            PhoneText::VoteClosing => "Afstemningen lukker nu".into(),
            PhoneText::VoteClosed => "Afstemningen er lukket".into(),
            PhoneText::Question => "Hvilke ønsker vil I helst have?".into(),
            PhoneText::ChooseUpTo(1) => "Vælg 1.".into(),
            PhoneText::ChooseUpTo(limit) => format!("Vælg op til {limit}."),
            PhoneText::RoughPrices => "Priserne er grove overslag.".into(),
            PhoneText::YouVotedForThis => "Du stemte på denne".into(),
            PhoneText::YouHaveCommitted => "I har givet tilsagn.".into(),
            PhoneText::Shuffled => "Rækkefølgen er blandet på hver telefon; numrene er de samme for alle.".into(),
            PhoneText::SentAtClose => {
                "Du kan ændre dit valg, til der lukkes. Så sendes det, du har valgt, også hvis du ikke selv har \
                 sendt det."
                    .into()
            }
            PhoneText::SecondsLeft(count) => format!("{count} sekunder tilbage."),
            PhoneText::VoteMissing => "Du mangler at stemme".into(),
            PhoneText::SendingMissing => "Du mangler at sende. Ellers sendes dit valg, når der lukkes.".into(),
            PhoneText::TimeLeft(left) => format!("{left} tilbage"),
            PhoneText::NoneOfThese => "Ingen af disse".into(),
            PhoneText::NoneOfTheseMeans => "Din stemme tæller med, men støtter ingen af ønskerne".into(),
            PhoneText::ChosenOf { chosen, limit } => format!("{chosen} af {limit}"),
            PhoneText::Chosen => "valgt".into(),
            PhoneText::SendVote => "Send min stemme".into(),
            PhoneText::SendChange => "Send min ændring".into(),
            PhoneText::VoteIsSent => "Din stemme er sendt".into(),
            PhoneText::LimitReached(limit) => {
                format!("Du har allerede valgt {limit}. Fjern et valg for at vælge et andet.")
            }
            PhoneText::ChooseSomething => "Vælg mindst ét ønske eller »Ingen af disse«.".into(),
            PhoneText::Sending => "Sender …".into(),
            PhoneText::SavedHere => "Gemt her på telefonen. Den sendes, så snart der er forbindelse.".into(),
            PhoneText::Received(clock) => format!("Modtaget {clock} – du kan ændre, til der lukkes"),
            PhoneText::ReceivedUntimed => "Modtaget – du kan ændre, til der lukkes".into(),
            PhoneText::ChangedNotSent => {
                "Ikke sendt endnu: din forrige stemme tæller. Ændringen sendes senest, når der lukkes.".into()
            }
            PhoneText::LastSending => "Afstemningen lukker. Din stemme bliver sendt …".into(),
            PhoneText::YourVoteIsIn => "Din stemme er modtaget".into(),
            PhoneText::ReceivedAt(clock) => format!("Modtaget {clock}"),
            PhoneText::YouDidNotVote => "Du nåede ikke at stemme".into(),
            PhoneText::YouDidNotVoteMeans => {
                "Der er ingen stemme fra dig i denne måling. Du kan stadig følge resultatet.".into()
            }
            PhoneText::ChangeTooLate => "Din sidste ændring nåede ikke med".into(),
            PhoneText::VoteTooLate => "Din stemme nåede ikke frem".into(),
            PhoneText::VoteTooLateMeans => {
                "Afstemningen lukkede, før stemmen nåede serveren. Den er ikke talt med.".into()
            }
            PhoneText::VoteUncertain => "Vi ved ikke, om din stemme nåede frem".into(),
            PhoneText::VoteUncertainMeans => {
                "Den er gemt her på telefonen. Vi spørger serveren, så snart der er forbindelse.".into()
            }
            PhoneText::ThisCounts => "Det tæller".into(),
            PhoneText::BlankCounts => "Din stemme tæller som »Ingen af disse«.".into(),
            PhoneText::ObserverBallot => {
                "Afstemningen er i gang. Du ser kun med, så der er ingen stemmeseddel til dig.".into()
            }
            PhoneText::JoinAfterAll => "Deltag for en kommune".into(),
            PhoneText::ResultHeading => "Hvad har størst tilslutning?".into(),
            PhoneText::HaveVoted { voted: 0, .. } => "Ingen har stemt".into(),
            PhoneText::HaveVoted {
                municipalities,
                voted,
                present,
            } => format!(
                "{} har stemt · {voted} af {}",
                Danish.counted(municipalities, "kommune", "kommuner"),
                Danish.counted(present, "deltager", "deltagere")
            ),
            PhoneText::RowsLeft(1) => "Det øverste ønske mangler endnu".into(),
            PhoneText::RowsLeft(count) => format!("{count} ønsker mangler endnu"),
            PhoneText::NoCleanCut => "Nogle ønsker står lige. Oplægsholderen afgør, hvem der går videre.".into(),
            PhoneText::ChosenGoOn(count) => {
                let count = Danish.counted(count, "ønske", "ønsker");
                format!("Oplægsholderen har valgt {count}, der går videre")
            }
            PhoneText::PlaceInBarometer(place) => format!("{place} i barometeret"),
            PhoneText::Number(number) => format!("nr. {number}"),
            PhoneText::YourPrice(amount) => format!("Jeres pris ville være {amount}"),
            PhoneText::CheaperTogether => "Jo flere der er med, jo mindre betaler hver.".into(),
            PhoneText::YouPay => "I betaler".into(),
            PhoneText::YouPayLess => "prisen er dækket. Kommer der flere med, betaler I mindre.".into(),
            PhoneText::HowManyShare => "Antal kommuner, der deler".into(),
            PhoneText::Shared(rule) => format!("Prisen fordeles {rule}"),
            PhoneText::PlannedFor(count) => {
                format!("planlagt til {}", Danish.counted(count, "kommune", "kommuner"))
            }
            PhoneText::AtMostEach(amount) => format!("højst {amount} pr. kommune"),
            PhoneText::WhatYouGet => "Hvad får I?".into(),
            PhoneText::TakeHome => "Jeg skal have det med hjem".into(),
            PhoneText::TakenBack => "I er ikke længere noteret.".into(),
            PhoneText::TakeBack => "Fortryd".into(),
            PhoneText::AllRequests => "Alle ønsker".into(),
            PhoneText::WeWantIn => "Vi vil gerne være med".into(),
            PhoneText::YouAreNoted => "I er noteret som interesserede.".into(),
            PhoneText::NotedMeans => {
                "Det forpligter ikke. Først et tilsagn fra kommunen tæller i finansieringen.".into()
            }
            PhoneText::MayBeNamed => "Kommunen vil gerne stå ved navn".into(),
            PhoneText::NameSending => "Gemmer …".into(),
            PhoneText::NameWished => {
                "Noteret. Navnet vises først, når leverandøren har bekræftet det med kommunen.".into()
            }
            PhoneText::NameNotWished => "Du har ikke bedt om, at navnet vises.".into(),
            PhoneText::NameFailed => "Dit valg er ikke gemt endnu.".into(),
            PhoneText::TryAgain => "Prøv igen".into(),
            PhoneText::InterestMeans => "Det er en interesse og forpligter ikke.".into(),
            PhoneText::InterestFailed => "Det nåede ikke frem. Prøv igen.".into(),
            PhoneText::ObserverInterest => {
                "Du ser kun med. Deltag for en kommune for at melde interesse.".into()
            }
            PhoneText::ThanksHeading => "Tak, fordi du var med".into(),
            PhoneText::TheseGoOn => "Det går videre".into(),
            PhoneText::WhatNow => "Det sker der nu".into(),
            PhoneText::StepOne => {
                "Leverandøren gennemarbejder ønskerne og vender tilbage med en fast pris, en fordelingsnøgle og en \
                 frist."
                    .into()
            }
            PhoneText::SeeAnswers => "Se svarene".into(),
            PhoneText::Evaluate => "Hvad synes du? Tre tryk".into(),
            PhoneText::StepTwo => {
                "I tager ønskerne med hjem og beslutter, om I vil være med til at betale.".into()
            }
            PhoneText::StepThree => {
                "Når nok kommuner har givet tilsagn, bliver ønsket bestilt og udviklet.".into()
            }
            PhoneText::Ended => "Webinaret er slut.".into(),
            PhoneText::NeverVoted => "Der blev ikke stemt i dette webinar.".into(),
            PhoneText::ResultNotShown => "Der blev stemt, men resultatet er ikke vist.".into(),
        }
}
