//! In Danish: the words of the vendor's account.

use crate::staff::account::AccountText;

pub(crate) fn sentence(message: AccountText) -> String {
    match message {
        AccountText::Title => "Adgangssætning og gendannelsesfil".into(),
        AccountText::ChangeTitle => "Skift adgangssætning".into(),
        AccountText::ChangeBody => "Nøglen er den samme, så alle navne kan stadig åbnes. Alle, der er logget ind andre steder, bliver logget ud.".into(),
        AccountText::Present => "Nuværende adgangssætning".into(),
        AccountText::New => "Ny adgangssætning".into(),
        AccountText::NewHint => "Mindst 16 tegn, eller seks ord fra listen.".into(),
        AccountText::Draw => "Foreslå seks ord".into(),
        AccountText::Again => "Den nye en gang til".into(),
        AccountText::Name => "Dit navn".into(),
        AccountText::Reason => "Hvorfor".into(),
        AccountText::ReasonHint => "Navn og grund står i loggen.".into(),
        AccountText::Change => "Skift adgangssætning".into(),
        AccountText::Changed => "Adgangssætningen er skiftet.".into(),
        AccountText::FileTitle => "Gendannelsesfil".into(),
        AccountText::FileBody => "Glemmer I adgangssætningen, giver filen og dens seks ord jer en ny. Ordene vises, når filen gemmes. Gem fil og ord hver for sig, og ingen af dem på serveren. En fil fra før åbner stadig.".into(),
        AccountText::SaveFile => "Gem gendannelsesfil".into(),
        AccountText::FileSaved => "Gendannelsesfilen er gemt. Skriv dens ord ned nu; de vises kun her.".into(),
        AccountText::LogTitle => "Hvad der er sket".into(),
        AccountText::LogEmpty => "Adgangssætningen er ikke skiftet endnu.".into(),
        AccountText::PassphraseChanged => "Adgangssætning skiftet".into(),
        AccountText::KeyRecovered => "Ny adgangssætning med gendannelsesfilen".into(),
        AccountText::KeyReset => "Nøglen opgivet på serveren, og en ny lavet".into(),
        AccountText::RecoverTitle => "Ny adgangssætning med gendannelsesfilen".into(),
        AccountText::RecoverBody => "Vælg filen, og skriv de ord, der åbner den. Filen bliver i browseren. Har I den ikke mere, kan den, der driver serveren, nulstille nøglen der; så kan navnene aldrig åbnes igen.".into(),
        AccountText::ChooseFile => "Vælg gendannelsesfil".into(),
        AccountText::FileWords => "Filens seks ord".into(),
        AccountText::FilePassphrase => "Adgangssætningen fra dengang, filen blev gemt".into(),
        AccountText::FileMissing => "Vælg først filen.".into(),
        AccountText::FileRefused => "Ordene passer ikke til filen.".into(),
        AccountText::OtherVendor => "Filen har en anden nøgle end serverens. Er det filen herfra?".into(),
        AccountText::Recover => "Sæt den nye adgangssætning".into(),
        AccountText::Back => "Tilbage til log ind".into(),
        AccountText::FileOf => "Valgt fil fra".into(),
    }
}
