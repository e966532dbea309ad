//! In Danish: what is read where a municipality says what it would join a request for.

use crate::Language::Danish;
use crate::pledge::PledgeText;

pub(crate) fn sentence(message: PledgeText<'_>) -> String {
    match message {
        PledgeText::Title(title) => format!("Vi vil være med: {title}"),
        PledgeText::Link => "Skriv, hvad I vil være med for".into(),
        PledgeText::Lead => {
            "Skriv, hvad jeres kommune højst vil betale, og om der skal være et vist antal med. Det er en hensigt, som ikke \
             binder jer. Et tilsagn giver I leverandøren skriftligt."
                .into()
        }
        PledgeText::WhoSees => {
            "Antallet ses kun af jer og leverandøren. Beløbet tæller afrundet med i summen af hensigter, som alle kan se."
                .into()
        }
        PledgeText::LinkNeeded => {
            "Her svarer de, der har fået et personligt link til et webinar om ønsket. Åbn dit link, deltag, og kom tilbage \
             hertil."
                .into()
        }
        PledgeText::OwnShare(count, rule, amount) => {
            let count = Danish.counted(count, "kommune", "kommuner");
            format!("Er {count} med, og fordeles prisen {rule}, er jeres andel {amount}")
        }
        PledgeText::AtMost => "Vi vil højst betale, i kroner".into(),
        PledgeText::AtMostHint => "Fx 24.000".into(),
        PledgeText::AtLeast => "Kun hvis mindst så mange kommuner er med".into(),
        PledgeText::AtLeastHint => "I tæller selv med. Lad feltet stå tomt, hvis antallet er lige meget.".into(),
        PledgeText::Send => "Skriv det ned".into(),
        PledgeText::Change => "Ret jeres svar".into(),
        PledgeText::Kept => "Det er skrevet ned, og leverandøren kan se det.".into(),
        PledgeText::Standing => "I står sådan nu".into(),
        PledgeText::AmountIs(amount) => format!("højst {amount}"),
        PledgeText::ConditionIs(count) => format!("hvis mindst {count} er med"),
        PledgeText::Further => {
            "Jeres svar er kommet videre end en hensigt. Sig det til leverandøren, hvis noget skal ændres.".into()
        }
        PledgeText::TakeBack => "Træk det tilbage".into(),
        PledgeText::Reason => "Hvorfor trækker I det tilbage?".into(),
        PledgeText::AmountWrong => "Skriv et beløb i kroner, fx 24.000.".into(),
        PledgeText::CountWrong => "Skriv et helt tal fra 2 til 98, eller lad feltet stå tomt.".into(),
        PledgeText::ReasonWrong => "Skriv kort hvorfor, højst 200 tegn.".into(),
    }
}
