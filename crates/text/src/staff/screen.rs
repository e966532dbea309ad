//! The projector's words, read from the back of the room.

use barometer_domain::tally::CountingRule;

use crate::Language;
use crate::Language::{Danish, English};

/// Everything the projector says. Numbers that follow the locale come formatted; counts decide plurals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen<'a> {
    /// Before the first view is here.
    Loading,
    /// Label of the projector's full-screen button.
    FullScreen,
    /// Above the address, beside the QR code.
    ScanOrGoTo,
    /// What the QR code is, for those who cannot see it.
    QrLeadsTo(&'a str),
    /// Before the code in the footer.
    JoinWith,
    /// In the footer when nobody new can join.
    Ended,
    /// How many have joined.
    WithUs(u32),
    /// On the welcome stage while nobody has joined.
    NobodyYet,
    /// An occasion's beginning, already formatted, and its end as `HH:MM`.
    Until(&'a str, &'a str),
    /// Under the heading of the ongoing requests.
    OngoingSub,
    /// Under the heading of the financing.
    FinancingSub,
    /// A list without rows.
    NothingToShow,
    /// Under a request: its price, how many have committed, and how much.
    PriceAndCommitted(&'a str, u32, &'a str),
    /// Which page of how many.
    Page(u32, u32),
    /// Which candidate of how many.
    CandidateOf(u32, u32),
    /// The price band, for those who cannot see it: from, likely, to.
    PriceBand(&'a str, &'a str, &'a str),
    /// What it brings.
    Benefit,
    /// The time left of the timebox.
    TimeLeft(&'a str),
    /// The timebox is used up.
    TimeIsUp,
    /// The vote's heading before it opens.
    OpensSoon,
    /// And what to do meanwhile.
    OpensSoonSub,
    /// The vote's heading.
    VoteNow,
    /// What kind of vote it is: at most so many of so many.
    VoteSub(u32, u32),
    /// The vote's heading while the last ballots come in.
    Closing,
    /// And its explanation.
    ClosingSub,
    /// The vote's heading when it is over.
    Closed,
    /// And what comes next.
    ClosedSub,
    /// After the number that have voted: how many could.
    OfHaveVoted(&'a str),
    /// After the number that have joined.
    AreWithUs(u32),
    /// Why there are no bars yet.
    ResultIsHidden,
    /// The time left of the countdown.
    Remaining(&'a str),
    /// After the clock of the countdown.
    Left,
    /// The result's heading.
    ResultTitle,
    /// And while the vote is still open or not begun.
    ResultAfterVote,
    /// The result's heading when too few voted.
    TooFew,
    /// After the number of municipalities.
    MunicipalitiesHaveVoted(u32),
    /// Participants who voted, of those present, both formatted; and those present again for the plural.
    OfParticipants(&'a str, &'a str, u32),
    /// On the line below a tie that is not decided; which place is shared.
    TieOpen(&'a str),
    /// On the slides after the result, while a tie is not decided.
    TieStillOpen,
    /// On the line below a tie that was decided; which place was shared.
    TieDecided(&'a str),
    /// What the headline figure counts.
    Headline(CountingRule, u32),
    /// Caption of the result's table.
    ResultTable,
    /// Column: price.
    ColumnPrice,
    /// A row not revealed yet.
    NotShownYet,
    /// Where a request stood in the barometer: place, municipalities, of those that voted.
    FromBarometer(u16, u32, u32),
    /// A request's own row, when it was never in this barometer.
    Ongoing,
    /// Heading of the steps.
    DialogToInvoice,
    /// What each would pay by each rule, when so many share.
    RulesAt(u32),
    /// A municipality of so many inhabitants.
    Inhabitants(&'a str),
    /// What is not committed yet.
    MissingCommitments(&'a str),
    /// What so many would pay, as [`sharing::prospect`](crate::sharing::prospect) says it.
    WithSoMany(u32, &'a str),
    /// What one more would save each; or an average municipality, where shares differ by size.
    OneMoreSaves(&'a str, bool),
    /// What one fewer would cost each more; or an average municipality.
    OneFewerCosts(&'a str, bool),
    /// To whoever pays already: a late joiner makes it cheaper for them too.
    PaidTooMuch,
    /// How many municipalities more are needed, and for how much.
    StillMissing(u32, &'a str),
    /// Nobody is on the way yet.
    NobodyOnTheWay,
    /// The moment of a fully funded request: municipalities that pay.
    FundedBy(u32),
    /// The last stage's heading.
    Thanks,
    /// Heading of those that go on.
    WeGoOnWith,
    /// Heading of the next steps.
    NextSteps,
    /// First step.
    StepTreated,
    /// Second step.
    StepInterest,
    /// Third step.
    StepTogether,
}

impl Screen<'_> {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::Loading, Danish) => "Henter …".into(),
            (Self::Loading, English) => "Loading …".into(),
            (Self::FullScreen, Danish) => "Fuld skærm".into(),
            (Self::FullScreen, English) => "Full screen".into(),
            (Self::ScanOrGoTo, Danish) => "Scan koden, eller gå til".into(),
            (Self::ScanOrGoTo, English) => "Scan the code, or go to".into(),
            (Self::QrLeadsTo(address), Danish) => format!("QR-kode til {address}"),
            (Self::QrLeadsTo(address), English) => format!("QR code for {address}"),
            (Self::JoinWith, Danish) => "Deltag:".into(),
            (Self::JoinWith, English) => "Join:".into(),
            (Self::Ended, Danish) => "Webinaret er slut".into(),
            (Self::Ended, English) => "The webinar has ended".into(),
            (Self::WithUs(n), Danish) => format!("{} er med", Danish.whole(n)),
            (Self::WithUs(1), English) => "1 has joined".into(),
            (Self::WithUs(n), English) => format!("{} have joined", English.whole(n)),
            (Self::NobodyYet, Danish) => "Vi venter på de første".into(),
            (Self::NobodyYet, English) => "Waiting for the first to join".into(),
            (Self::Until(from, to), Danish) => format!("{from}–{}", to.replace(':', ".")),
            (Self::Until(from, to), English) => format!("{from}–{to}"),
            (Self::OngoingSub, Danish) => "Så langt er finansieringen nået".into(),
            (Self::OngoingSub, English) => "How far the financing has come".into(),
            (Self::FinancingSub, Danish) => {
                "De valgte ønsker og dem, der allerede er i gang".into()
            }
            (Self::FinancingSub, English) => "The chosen requests and those under way".into(),
            (Self::NothingToShow, Danish) => "Der er ingen ønsker at vise endnu".into(),
            (Self::NothingToShow, English) => "There are no requests to show yet".into(),
            (Self::PriceAndCommitted(price, 0, _), Danish) => {
                format!("{price} · ingen tilsagn endnu")
            }
            (Self::PriceAndCommitted(price, n, amount), Danish) => {
                let n = Danish.counted(n, "kommune", "kommuner");
                format!("{price} · tilsagn fra {n}: {amount}")
            }
            (Self::PriceAndCommitted(price, 0, _), English) => {
                format!("{price} · no commitments yet")
            }
            (Self::PriceAndCommitted(price, n, amount), English) => {
                let n = English.counted(n, "municipality", "municipalities");
                format!("{price} · {n} committed {amount}")
            }
            (Self::Page(page, pages), Danish) => format!("Side {page} af {pages}"),
            (Self::Page(page, pages), English) => format!("Page {page} of {pages}"),
            (Self::CandidateOf(n, of), Danish) => format!("Kandidat {n} af {of}"),
            (Self::CandidateOf(n, of), English) => format!("Candidate {n} of {of}"),
            (Self::PriceBand(low, likely, high), Danish) => {
                format!("Mellem {low} og {high}, mest sandsynligt {likely}")
            }
            (Self::PriceBand(low, likely, high), English) => {
                format!("Between {low} and {high}, most likely {likely}")
            }
            (Self::Benefit, Danish) => "Gevinst".into(),
            (Self::Benefit, English) => "Benefit".into(),
            (Self::TimeLeft(clock), Danish) => format!("Tid tilbage: {clock}"),
            (Self::TimeLeft(clock), English) => format!("Time left: {clock}"),
            (Self::TimeIsUp, Danish) => "Tiden er gået".into(),
            (Self::TimeIsUp, English) => "Time is up".into(),
            (Self::OpensSoon, Danish) => "Afstemningen åbner om lidt".into(),
            (Self::OpensSoon, English) => "The vote opens shortly".into(),
            (Self::OpensSoonSub, Danish) => "Deltag nu, så er du klar, når den åbner".into(),
            (Self::OpensSoonSub, English) => "Join now, and you are ready when it opens".into(),
            (Self::VoteNow, Danish) => "Stem nu: hvilke ønsker vil I helst have?".into(),
            (Self::VoteNow, English) => "Vote now: which requests do you want most?".into(),
            (Self::VoteSub(1, of), Danish) => {
                format!("Anonym måling · ikke juridisk bindende · vælg 1 af {of}")
            }
            (Self::VoteSub(1, of), English) => {
                format!("Anonymous poll · not legally binding · choose 1 of {of}")
            }
            (Self::VoteSub(most, of), Danish) => {
                format!("Anonym måling · ikke juridisk bindende · vælg op til {most} af {of}")
            }
            (Self::VoteSub(most, of), English) => {
                format!("Anonymous poll · not legally binding · choose up to {most} of {of}")
            }
            (Self::Closing, Danish) => "Lukker …".into(),
            (Self::Closing, English) => "Closing …".into(),
            (Self::ClosingSub, Danish) => "De sidste stemmer er på vej ind".into(),
            (Self::ClosingSub, English) => "The last votes are coming in".into(),
            (Self::Closed, Danish) => "Afstemningen er lukket".into(),
            (Self::Closed, English) => "The vote is closed".into(),
            (Self::ClosedSub, Danish) => "Resultatet vises om lidt".into(),
            (Self::ClosedSub, English) => "The result follows shortly".into(),
            (Self::OfHaveVoted(of), Danish) => format!("af {of} har stemt"),
            (Self::OfHaveVoted(of), English) => format!("of {of} have voted"),
            (Self::AreWithUs(_), Danish) => "er med".into(),
            (Self::AreWithUs(1), English) => "has joined".into(),
            (Self::AreWithUs(_), English) => "have joined".into(),
            (Self::ResultIsHidden, Danish) => "Resultatet vises, når afstemningen er lukket".into(),
            (Self::ResultIsHidden, English) => "The result is shown when the vote is closed".into(),
            (Self::Remaining(clock), Danish) => format!("{clock} tilbage"),
            (Self::Remaining(clock), English) => format!("{clock} left"),
            (Self::Left, Danish) => "tilbage".into(),
            (Self::Left, English) => "left".into(),
            (Self::ResultTitle, Danish) => "Barometeret: hvad har størst tilslutning?".into(),
            (Self::ResultTitle, English) => "The barometer: what has most support?".into(),
            (Self::ResultAfterVote, Danish) => "Resultatet kommer efter afstemningen".into(),
            (Self::ResultAfterVote, English) => "The result comes after the vote".into(),
            (Self::TooFew, Danish) => "For lidt til at vise et resultat".into(),
            (Self::TooFew, English) => "Too little to show a result".into(),
            (Self::MunicipalitiesHaveVoted(1), Danish) => "kommune har stemt".into(),
            (Self::MunicipalitiesHaveVoted(_), Danish) => "kommuner har stemt".into(),
            (Self::MunicipalitiesHaveVoted(1), English) => "municipality has voted".into(),
            (Self::MunicipalitiesHaveVoted(_), English) => "municipalities have voted".into(),
            (Self::OfParticipants(voted, of, 1), Danish) => format!("{voted} af {of} deltager"),
            (Self::OfParticipants(voted, of, _), Danish) => format!("{voted} af {of} deltagere"),
            (Self::OfParticipants(voted, of, 1), English) => format!("{voted} of {of} participant"),
            (Self::OfParticipants(voted, of, _), English) => {
                format!("{voted} of {of} participants")
            }
            (Self::TieOpen(place), Danish) => format!("{place} – oplægsholderen afgør"),
            (Self::TieOpen(place), English) => format!("{place} – the presenter decides"),
            (Self::TieStillOpen, Danish) => "En delt plads er ikke afgjort endnu".into(),
            (Self::TieStillOpen, English) => "A shared place is not decided yet".into(),
            (Self::TieDecided(place), Danish) => format!("{place} – oplægsholderen har valgt"),
            (Self::TieDecided(place), English) => format!("{place} – the presenter has chosen"),
            (Self::Headline(CountingRule::Participants, n), _) => votes(n, language).into(),
            (Self::Headline(CountingRule::Municipalities, 1), Danish) => "kommune".into(),
            (Self::Headline(CountingRule::Municipalities, _), Danish) => "kommuner".into(),
            (Self::Headline(CountingRule::Municipalities, 1), English) => "municipality".into(),
            (Self::Headline(CountingRule::Municipalities, _), English) => "municipalities".into(),
            (Self::Headline(CountingRule::Fraction, _), Danish) => "delte stemmer".into(),
            (Self::Headline(CountingRule::Fraction, _), English) => "shared votes".into(),
            (Self::Headline(CountingRule::Majority, _), Danish) => "med flertal".into(),
            (Self::Headline(CountingRule::Majority, _), English) => "by majority".into(),
            (Self::ResultTable, Danish) => "Resultatet som tabel".into(),
            (Self::ResultTable, English) => "The result as a table".into(),
            (Self::ColumnPrice, Danish) => "Pris".into(),
            (Self::ColumnPrice, English) => "Price".into(),
            (Self::NotShownYet, Danish) => "ikke vist endnu".into(),
            (Self::NotShownYet, English) => "not shown yet".into(),
            (Self::FromBarometer(place, m, of), Danish) => {
                format!(
                    "Barometer · nr. {place} · {m} af {}",
                    Danish.counted(of, "kommune", "kommuner")
                )
            }
            (Self::FromBarometer(place, m, of), English) => {
                let of = English.counted(of, "municipality", "municipalities");
                format!("Barometer · no. {place} · {m} of {of}")
            }
            (Self::Ongoing, Danish) => "Igangværende ønske".into(),
            (Self::Ongoing, English) => "Request under way".into(),
            (Self::DialogToInvoice, Danish) => "Fra dialog til faktura".into(),
            (Self::DialogToInvoice, English) => "From dialogue to invoice".into(),
            (Self::RulesAt(count), Danish) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                format!("Hvad hver betaler, når {count} deler")
            }
            (Self::RulesAt(count), English) => {
                let count = English.counted(count, "municipality shares", "municipalities share");
                format!("What each pays when {count}")
            }
            (Self::Inhabitants(count), Danish) => format!("{count} indb."),
            (Self::Inhabitants(count), English) => format!("{count} inhab."),
            (Self::MissingCommitments(amount), Danish) => {
                format!("Der mangler tilsagn for {amount}")
            }
            (Self::MissingCommitments(amount), English) => {
                format!("Commitments for {amount} are missing")
            }
            (Self::WithSoMany(n, pay), Danish) => {
                format!("{}: {pay}", Danish.counted(n, "kommune", "kommuner"))
            }
            (Self::WithSoMany(n, pay), English) => {
                let n = English.counted(n, "municipality", "municipalities");
                format!("{n}: {pay}")
            }
            (Self::OneMoreSaves(saved, false), Danish) => format!("Én mere sparer hver {saved}"),
            (Self::OneMoreSaves(saved, true), Danish) => {
                format!("Én mere sparer en gennemsnitlig kommune {saved}")
            }
            (Self::OneMoreSaves(saved, false), English) => format!("One more saves each {saved}."),
            (Self::OneMoreSaves(saved, true), English) => {
                format!("One more saves an average municipality {saved}.")
            }
            (Self::OneFewerCosts(more, false), Danish) => {
                format!("Én færre koster hver {more} mere.")
            }
            (Self::OneFewerCosts(more, true), Danish) => {
                format!("Én færre koster en gennemsnitlig kommune {more} mere.")
            }
            (Self::OneFewerCosts(more, false), English) => {
                format!("One fewer costs each {more} more.")
            }
            (Self::OneFewerCosts(more, true), English) => {
                format!("One fewer costs an average municipality {more} more.")
            }
            (Self::PaidTooMuch, Danish) => "De, der har betalt for meget, får det tilbage.".into(),
            (Self::PaidTooMuch, English) => "Those who have paid too much get it back.".into(),
            (Self::StillMissing(count, amount), Danish) => {
                let count = Danish.counted(count, "kommune", "kommuner");
                format!("Der mangler {count} og {amount}")
            }
            (Self::StillMissing(count, amount), English) => {
                let count = English.counted(count, "municipality", "municipalities");
                format!("{count} and {amount} are missing")
            }
            (Self::NobodyOnTheWay, Danish) => "Ingen kommuner er med endnu.".into(),
            (Self::NobodyOnTheWay, English) => "No municipality is on board yet.".into(),
            (Self::FundedBy(1), Danish) => "1 kommune betaler det hele.".into(),
            (Self::FundedBy(n), Danish) => format!("{n} kommuner er gået sammen."),
            (Self::FundedBy(1), English) => "1 municipality pays it all.".into(),
            (Self::FundedBy(n), English) => format!("{n} municipalities have joined forces."),
            (Self::Thanks, Danish) => "Tak for i dag".into(),
            (Self::Thanks, English) => "Thank you".into(),
            (Self::WeGoOnWith, Danish) => "Det går vi videre med".into(),
            (Self::WeGoOnWith, English) => "We go on with".into(),
            (Self::NextSteps, Danish) => "Næste skridt".into(),
            (Self::NextSteps, English) => "Next steps".into(),
            (Self::StepTreated, Danish) => {
                "Ønskerne bliver grundigt behandlet og får en fast pris.".into()
            }
            (Self::StepTreated, English) => {
                "The requests are worked through and get a firm price.".into()
            }
            (Self::StepInterest, Danish) => {
                "Vil I være med? Tryk »Vi vil gerne være med« på telefonen. Det \
                 binder jer ikke."
                    .into()
            }
            (Self::StepInterest, English) => {
                "Want to take part? Tap “We would like to join” on the phone. It \
                 does not bind you."
                    .into()
            }
            (Self::StepTogether, Danish) => {
                "Når nok kommuner har givet tilsagn, går vi i gang.".into()
            }
            (Self::StepTogether, English) => {
                "When enough municipalities have committed, work begins.".into()
            }
        }
    }
}

fn votes(n: u32, language: Language) -> &'static str {
    match (language, n) {
        (Danish, 1) => "stemme",
        (Danish, _) => "stemmer",
        (English, 1) => "vote",
        (English, _) => "votes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many() {
        assert_eq!(Screen::WithUs(1).say(English), "1 has joined");
        assert_eq!(
            Screen::OfParticipants("1", "1", 1).say(Danish),
            "1 af 1 deltager"
        );
        assert_eq!(
            Screen::MunicipalitiesHaveVoted(1).say(Danish),
            "kommune har stemt"
        );
    }

    #[test]
    fn turnout_has_its_denominator() {
        assert_eq!(
            Screen::OfParticipants("27", "31", 31).say(Danish),
            "27 af 31 deltagere"
        );
        assert_eq!(Screen::OfHaveVoted("84").say(Danish), "af 84 har stemt");
    }
}
