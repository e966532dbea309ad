//! In Danish: the projector's words, read from the back of the room.

use crate::Language::Danish;
use crate::danish::counting;
use crate::staff::screen::ProjectorText;

pub(crate) fn sentence(message: ProjectorText<'_>) -> String {
    match message {
        ProjectorText::Loading => "Henter …".into(),
        ProjectorText::FullScreen => "Fuld skærm".into(),
        ProjectorText::ScanOrGoTo => "Scan koden, eller gå til".into(),
        ProjectorText::QrLeadsTo(address) => format!("QR-kode til {address}"),
        ProjectorText::JoinWith => "Deltag:".into(),
        ProjectorText::Ended => "Webinaret er slut".into(),
        ProjectorText::WithUs(n) => format!("{} er med", Danish.whole(n)),
        ProjectorText::NobodyYet => "Vi venter på de første".into(),
        ProjectorText::Until(from, to) => format!("{from}–{}", to.replace(':', ".")),
        ProjectorText::OngoingSub => "Så langt er finansieringen nået".into(),
        ProjectorText::FinancingSub => "De valgte ønsker og dem, der allerede er i gang".into(),
        ProjectorText::CountOf(count, of) => {
            format!("{} af {}", Danish.whole(count), Danish.whole(of))
        }
        ProjectorText::NothingToShow => "Der er ingen ønsker at vise endnu".into(),
        ProjectorText::PriceAndCommitted(price, 0, _) => {
            format!("{price} · ingen tilsagn endnu")
        }
        ProjectorText::PriceAndCommitted(price, n, amount) => {
            let n = Danish.counted(n, "kommune", "kommuner");
            format!("{price} · tilsagn fra {n}: {amount}")
        }
        ProjectorText::Page(page, pages) => format!("Side {page} af {pages}"),
        ProjectorText::CandidateOf(n, of) => format!("Kandidat {n} af {of}"),
        ProjectorText::PriceBand(low, likely, high) => {
            format!("Mellem {low} og {high}, mest sandsynligt {likely}")
        }
        ProjectorText::Benefit => "Gevinst".into(),
        ProjectorText::TimeLeft(clock) => format!("Tid tilbage: {clock}"),
        ProjectorText::TimeIsUp => "Tiden er gået".into(),
        ProjectorText::OpensSoon => "Afstemningen åbner om lidt".into(),
        ProjectorText::OpensSoonSub => "Deltag nu, så er du klar, når den åbner".into(),
        ProjectorText::VoteNow => "Stem nu: hvilke ønsker vil I helst have?".into(),
        ProjectorText::VoteSub(1, of) => {
            format!("Anonym måling · ikke juridisk bindende · vælg 1 af {of}")
        }
        ProjectorText::VoteSub(most, of) => {
            format!("Anonym måling · ikke juridisk bindende · vælg op til {most} af {of}")
        }
        ProjectorText::Closing => "Lukker …".into(),
        ProjectorText::ClosingSub => "De sidste stemmer er på vej ind".into(),
        ProjectorText::Closed => "Afstemningen er lukket".into(),
        ProjectorText::ClosedSub => "Resultatet vises om lidt".into(),
        ProjectorText::OfHaveVoted(of) => format!("af {of} har stemt"),
        ProjectorText::AreWithUs(_) => "er med".into(),
        ProjectorText::ResultIsHidden => "Resultatet vises, når afstemningen er lukket".into(),
        ProjectorText::Remaining(clock) => format!("{clock} tilbage"),
        ProjectorText::Left => "tilbage".into(),
        ProjectorText::ResultTitle => "Barometeret: hvad har størst tilslutning?".into(),
        ProjectorText::ResultAfterVote => "Resultatet kommer efter afstemningen".into(),
        ProjectorText::TooFew => "For lidt til at vise et resultat".into(),
        ProjectorText::MunicipalitiesHaveVoted(1) => "kommune har stemt".into(),
        ProjectorText::MunicipalitiesHaveVoted(_) => "kommuner har stemt".into(),
        ProjectorText::OfParticipants(voted, of, 1) => format!("{voted} af {of} deltager"),
        ProjectorText::OfParticipants(voted, of, _) => format!("{voted} af {of} deltagere"),
        ProjectorText::TieOpen(place) => format!("{place} – oplægsholderen afgør"),
        ProjectorText::TieStillOpen => "En delt plads er ikke afgjort endnu".into(),
        ProjectorText::TieDecided(place) => format!("{place} – oplægsholderen har valgt"),
        ProjectorText::Headline(rule, n) => counting::unit(rule, n).into(),
        ProjectorText::ResultTable => "Resultatet som tabel".into(),
        ProjectorText::ColumnPrice => "Pris".into(),
        ProjectorText::NotShownYet => "ikke vist endnu".into(),
        ProjectorText::FromBarometer(place, m, of) => {
            format!(
                "Barometer · nr. {place} · {m} af {}",
                Danish.counted(of, "kommune", "kommuner")
            )
        }
        ProjectorText::Ongoing => "Igangværende ønske".into(),
        ProjectorText::DialogToInvoice => "Fra dialog til faktura".into(),
        ProjectorText::RulesAt(count) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Hvad hver betaler, når {count} deler")
        }
        ProjectorText::Inhabitants(count) => format!("{count} indb."),
        ProjectorText::MissingCommitments(amount) => {
            format!("Der mangler tilsagn for {amount}")
        }
        ProjectorText::WithSoMany(n, pay) => {
            format!("{}: {pay}", Danish.counted(n, "kommune", "kommuner"))
        }
        ProjectorText::OneMoreSaves(saved, false) => format!("Én mere sparer hver {saved}"),
        ProjectorText::OneMoreSaves(saved, true) => {
            format!("Én mere sparer en gennemsnitlig kommune {saved}")
        }
        ProjectorText::OneFewerCosts(more, false) => {
            format!("Én færre koster hver {more} mere.")
        }
        ProjectorText::OneFewerCosts(more, true) => {
            format!("Én færre koster en gennemsnitlig kommune {more} mere.")
        }
        ProjectorText::PaidTooMuch => "De, der har betalt for meget, får det tilbage.".into(),
        ProjectorText::StillMissing(count, amount) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Der mangler {count} og {amount}")
        }
        ProjectorText::NobodyOnTheWay => "Ingen kommuner er med endnu.".into(),
        ProjectorText::FundedBy(1) => "1 kommune betaler det hele.".into(),
        ProjectorText::FundedBy(n) => format!("{n} kommuner er gået sammen."),
        ProjectorText::Thanks => "Tak for i dag".into(),
        ProjectorText::WeGoOnWith => "Det går vi videre med".into(),
        ProjectorText::NextSteps => "Næste skridt".into(),
        ProjectorText::StepTreated => {
            "Ønskerne bliver grundigt behandlet og får en fast pris.".into()
        }
        ProjectorText::StepInterest => {
            "Vil I være med? Tryk »Vi vil gerne være med« på telefonen. Det \
                 binder jer ikke."
                .into()
        }
        ProjectorText::StepTogether => "Når nok kommuner har givet tilsagn, går vi i gang.".into(),
    }
}
