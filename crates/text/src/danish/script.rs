//! In Danish: what the scripts beside the apps say.

use crate::script::ScriptText;

pub(crate) const fn sentence(message: ScriptText) -> &'static str {
    match message {
        ScriptText::Stopped => "Siden gik i stå. Genindlæs den for at fortsætte.",
        ScriptText::Reload => "Genindlæs",
        ScriptText::TryAgain => "Prøv igen",
        ScriptText::NotFetched => "Siden kunne ikke hentes. Prøv igen.",
        ScriptText::NoWebAssembly => {
            "Browseren har ikke WebAssembly, eller det er slået fra (Lockdown-tilstand på iPhone, ekstra sikkerhed i Edge). \
             Slå det til for denne side, opdatér browseren, eller brug en anden."
        }
        ScriptText::BrowserTooOld => {
            "Browseren er for gammel til Barometer. Opdatér den, eller brug en anden browser."
        }
        ScriptText::Forbidden => {
            "Browseren må ikke køre siden: en indstilling eller et filter i jeres netværk forbyder WebAssembly. \
             Bed it-afdelingen tillade det for denne adresse, eller brug en telefon på mobilnettet."
        }
        ScriptText::Filtered => {
            "Jeres netværk sendte noget andet end siden (et filter eller en login-side). \
             Bed it-afdelingen lade denne adresse komme igennem, eller brug en telefon på mobilnettet."
        }
        ScriptText::Updated => {
            "Siden er lige blevet opdateret. Den genindlæses af sig selv om lidt."
        }
        ScriptText::CutShort => {
            "Siden kom kun halvt frem: forbindelsen blev afbrudt. Den prøver igen af sig selv."
        }
        ScriptText::Offline => "Ingen forbindelse til serveren. Siden prøver igen af sig selv.",
        ScriptText::GaveUp => {
            "Siden kunne ikke hentes efter flere forsøg. Se efter forbindelsen, og prøv igen."
        }
        ScriptText::BackAgain => "Tryk tilbage igen for at forlade webinaret.",
        ScriptText::NotSent => "Ingen forbindelse. Prøv igen.",
        ScriptText::QuestionsNotFetched => "Spørgsmålene kunne ikke hentes. Luk, og prøv igen.",
        ScriptText::Close => "Luk",
    }
}
