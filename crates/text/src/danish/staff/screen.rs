//! In Danish: the projector's words, read from the back of the room.

use crate::Language::Danish;
use crate::danish::counting;
use crate::staff::screen::Screen;

pub(crate) fn sentence(message: Screen<'_>) -> String {
    match message {
        Screen::Loading => "Henter …".into(),
        Screen::FullScreen => "Fuld skærm".into(),
        Screen::ScanOrGoTo => "Scan koden, eller gå til".into(),
        Screen::QrLeadsTo(address) => format!("QR-kode til {address}"),
        Screen::JoinWith => "Deltag:".into(),
        Screen::Ended => "Webinaret er slut".into(),
        Screen::WithUs(n) => format!("{} er med", Danish.whole(n)),
        Screen::NobodyYet => "Vi venter på de første".into(),
        Screen::Until(from, to) => format!("{from}–{}", to.replace(':', ".")),
        Screen::OngoingSub => "Så langt er finansieringen nået".into(),
        Screen::FinancingSub => "De valgte ønsker og dem, der allerede er i gang".into(),
        Screen::CountOf(count, of) => format!("{} af {}", Danish.whole(count), Danish.whole(of)),
        Screen::NothingToShow => "Der er ingen ønsker at vise endnu".into(),
        Screen::PriceAndCommitted(price, 0, _) => {
            format!("{price} · ingen tilsagn endnu")
        }
        Screen::PriceAndCommitted(price, n, amount) => {
            let n = Danish.counted(n, "kommune", "kommuner");
            format!("{price} · tilsagn fra {n}: {amount}")
        }
        Screen::Page(page, pages) => format!("Side {page} af {pages}"),
        Screen::CandidateOf(n, of) => format!("Kandidat {n} af {of}"),
        Screen::PriceBand(low, likely, high) => {
            format!("Mellem {low} og {high}, mest sandsynligt {likely}")
        }
        Screen::Benefit => "Gevinst".into(),
        Screen::TimeLeft(clock) => format!("Tid tilbage: {clock}"),
        Screen::TimeIsUp => "Tiden er gået".into(),
        Screen::OpensSoon => "Afstemningen åbner om lidt".into(),
        Screen::OpensSoonSub => "Deltag nu, så er du klar, når den åbner".into(),
        Screen::VoteNow => "Stem nu: hvilke ønsker vil I helst have?".into(),
        Screen::VoteSub(1, of) => {
            format!("Anonym måling · ikke juridisk bindende · vælg 1 af {of}")
        }
        Screen::VoteSub(most, of) => {
            format!("Anonym måling · ikke juridisk bindende · vælg op til {most} af {of}")
        }
        Screen::Closing => "Lukker …".into(),
        Screen::ClosingSub => "De sidste stemmer er på vej ind".into(),
        Screen::Closed => "Afstemningen er lukket".into(),
        Screen::ClosedSub => "Resultatet vises om lidt".into(),
        Screen::OfHaveVoted(of) => format!("af {of} har stemt"),
        Screen::AreWithUs(_) => "er med".into(),
        Screen::ResultIsHidden => "Resultatet vises, når afstemningen er lukket".into(),
        Screen::Remaining(clock) => format!("{clock} tilbage"),
        Screen::Left => "tilbage".into(),
        Screen::ResultTitle => "Barometeret: hvad har størst tilslutning?".into(),
        Screen::ResultAfterVote => "Resultatet kommer efter afstemningen".into(),
        Screen::TooFew => "For lidt til at vise et resultat".into(),
        Screen::MunicipalitiesHaveVoted(1) => "kommune har stemt".into(),
        Screen::MunicipalitiesHaveVoted(_) => "kommuner har stemt".into(),
        Screen::OfParticipants(voted, of, 1) => format!("{voted} af {of} deltager"),
        Screen::OfParticipants(voted, of, _) => format!("{voted} af {of} deltagere"),
        Screen::TieOpen(place) => format!("{place} – oplægsholderen afgør"),
        Screen::TieStillOpen => "En delt plads er ikke afgjort endnu".into(),
        Screen::TieDecided(place) => format!("{place} – oplægsholderen har valgt"),
        Screen::Headline(rule, n) => counting::unit(rule, n).into(),
        Screen::ResultTable => "Resultatet som tabel".into(),
        Screen::ColumnPrice => "Pris".into(),
        Screen::NotShownYet => "ikke vist endnu".into(),
        Screen::FromBarometer(place, m, of) => {
            format!(
                "Barometer · nr. {place} · {m} af {}",
                Danish.counted(of, "kommune", "kommuner")
            )
        }
        Screen::Ongoing => "Igangværende ønske".into(),
        Screen::DialogToInvoice => "Fra dialog til faktura".into(),
        Screen::RulesAt(count) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Hvad hver betaler, når {count} deler")
        }
        Screen::Inhabitants(count) => format!("{count} indb."),
        Screen::MissingCommitments(amount) => {
            format!("Der mangler tilsagn for {amount}")
        }
        Screen::WithSoMany(n, pay) => {
            format!("{}: {pay}", Danish.counted(n, "kommune", "kommuner"))
        }
        Screen::OneMoreSaves(saved, false) => format!("Én mere sparer hver {saved}"),
        Screen::OneMoreSaves(saved, true) => {
            format!("Én mere sparer en gennemsnitlig kommune {saved}")
        }
        Screen::OneFewerCosts(more, false) => {
            format!("Én færre koster hver {more} mere.")
        }
        Screen::OneFewerCosts(more, true) => {
            format!("Én færre koster en gennemsnitlig kommune {more} mere.")
        }
        Screen::PaidTooMuch => "De, der har betalt for meget, får det tilbage.".into(),
        Screen::StillMissing(count, amount) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Der mangler {count} og {amount}")
        }
        Screen::NobodyOnTheWay => "Ingen kommuner er med endnu.".into(),
        Screen::FundedBy(1) => "1 kommune betaler det hele.".into(),
        Screen::FundedBy(n) => format!("{n} kommuner er gået sammen."),
        Screen::Thanks => "Tak for i dag".into(),
        Screen::WeGoOnWith => "Det går vi videre med".into(),
        Screen::NextSteps => "Næste skridt".into(),
        Screen::StepTreated => "Ønskerne bliver grundigt behandlet og får en fast pris.".into(),
        Screen::StepInterest => "Vil I være med? Tryk »Vi vil gerne være med« på telefonen. Det \
                 binder jer ikke."
            .into(),
        Screen::StepTogether => "Når nok kommuner har givet tilsagn, går vi i gang.".into(),
    }
}
