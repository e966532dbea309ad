//! In Danish: the tap after the vote.

use crate::Language::Danish;
use crate::figures;
use crate::stated::StatedText;

pub(crate) fn sentence(message: StatedText<'_>) -> String {
    match message {
        StatedText::Title => "Hvad kunne jeres kommune være med for?".into(),
        StatedText::Promise => "Et skøn. Ikke bindende, bliver aldrig et tilsagn.".into(),
        StatedText::WhoSees => {
            "Du kan springe det over. Ingen ser dit svar: Ved resultatet vises kun, hvor stor en del af prisen alle svar \
             tilsammen bærer, når mindst 5 fra mindst 3 kommuner har svaret."
                .into()
        }
        StatedText::OwnShare(count, amount) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Jeres andel, hvis {count} er med: {amount}")
        }
        StatedText::NoPrice => "Prisen er ikke vurderet endnu.".into(),
        StatedText::Amount(amount) => amount
            .money()
            .map_or_else(|| "Ved ikke".into(), |money| figures::money(Danish, money)),
        StatedText::Send => "Gem skønnet".into(),
        StatedText::Skip => "Tilbage til webinaret".into(),
        StatedText::Kept => "Tak. Skønnet er gemt og kan ændres, til afstemningen lukker.".into(),
        StatedText::Closed => "Afstemningen er lukket, og skønnet kan ikke ændres.".into(),
        StatedText::Nothing => "Du har ikke stemt på noget ønske, så her er ikke noget at skønne.".into(),
        StatedText::SharesTitle => "Hvad kunne kommunerne være med for?".into(),
        StatedText::Share(0) => "De angivne beløb bærer under 10\u{a0}% af prisen".into(),
        StatedText::Share(10) => "De angivne beløb bærer hele prisen".into(),
        StatedText::Share(tenths) => {
            format!("De angivne beløb bærer omkring {tenths}0\u{a0}% af prisen")
        }
    }
}
