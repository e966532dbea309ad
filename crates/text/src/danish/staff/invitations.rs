//! In Danish: the words of the page with personal invitations.

use crate::Language::Danish;
use crate::staff::invitations::InvitationText;

pub(crate) fn sentence(message: InvitationText<'_>) -> String {
    match message {
            InvitationText::Title => "Invitationer".into(),
            InvitationText::Body => {
                "Med et personligt link har hver person én stemmeseddel, også på flere enheder.".into()
            }
            InvitationText::Count(0) => "Ingen er inviteret endnu".into(),
            InvitationText::Count(count) => Danish.counted(count, "invitation", "invitationer"),
            InvitationText::InvitedOnly => "Kun inviterede kan stemme".into(),
            InvitationText::InvitedOnlyHint => {
                "Andre kan stadig se med. De, der allerede er med via det åbne link, skal ind igen.".into()
            }
            InvitationText::Door(door) => door.say(Danish),
            InvitationText::Locked => {
                "Afstemningen har været åbnet. Derfor kan det ikke ændres, hvem der kan stemme, og ingen invitation \
                 kan trækkes tilbage."
                    .into()
            }
            InvitationText::Over => "Afstemningen er lukket, så der kan ikke inviteres flere.".into(),
            InvitationText::Withdraw => "Træk alle tilbage".into(),
            InvitationText::WithdrawAsk => "Træk alle invitationer tilbage?".into(),
            InvitationText::WithdrawBody => {
                "Linkene holder op med at virke, også for dem, der allerede er med. Det kan ikke fortrydes.".into()
            }
            InvitationText::WithdrawYes => "Træk tilbage".into(),
            InvitationText::Withdrawn => "Alle invitationer er trukket tilbage.".into(),
            InvitationText::Invite => "Inviter".into(),
            InvitationText::InviteBody => {
                "Indsæt en liste fra et regneark, eller vælg en fil (XLSX, ODS eller CSV). Navne og mailadresser \
                 bliver i din browser. Serveren får kun kommunen og et aftryk af linket, som det ikke kan læses ud \
                 af."
                    .into()
            }
            InvitationText::List => "Deltagere, én på hver linje".into(),
            InvitationText::ListHint => {
                "Navn; kommune; stilling; e-mail – de to sidste er frivillige. Tabulator eller komma går også.".into()
            }
            InvitationText::File => "Vælg fil".into(),
            InvitationText::Check => "Se listen efter".into(),
            InvitationText::Empty => "Indsæt mindst én deltager.".into(),
            InvitationText::TooMany(limit) => {
                let lines = Danish.counted(limit, "linje", "linjer");
                format!("Listen har over {lines}. Del den i flere.")
            }
            InvitationText::Wrong(count) => {
                let lines = Danish.counted(count, "linje", "linjer");
                format!("{lines} skal rettes. Der er ikke lavet nogen links.")
            }
            InvitationText::NameMissing(line) => format!("Linje {line}: Navnet mangler."),
            InvitationText::MunicipalityMissing(line) => format!("Linje {line}: Kommunen mangler."),
            InvitationText::NoSuchMunicipality(cell, typed) => {
                format!("Celle {cell}: »{typed}« er ikke en kommune.")
            }
            InvitationText::NoValue(cell, typed) => {
                format!("Celle {cell}: »{typed}« er en fejl i regnearket eller en formel uden resultat.")
            }
            InvitationText::HiddenAsk(1) => "1 række er skjult eller filtreret fra i filen. Skal den med?".into(),
            InvitationText::HiddenAsk(count) => format!(
                "{} rækker er skjult eller filtreret fra i filen. Skal de med?",
                Danish.whole(count)
            ),
            InvitationText::HiddenWith => "Tag med".into(),
            InvitationText::HiddenWithout => "Lad være".into(),
            InvitationText::Duplicate(line, first) => {
                format!("Linje {line}: Personen står også på linje {first}.")
            }
            InvitationText::AndMore(count) => format!("… og {} til", Danish.whole(count)),
            InvitationText::Ready(people, municipalities) => format!(
                "{} fra {}",
                Danish.counted(people, "deltager", "deltagere"),
                Danish.counted(municipalities, "kommune", "kommuner")
            ),
            InvitationText::Caption => "De første på listen".into(),
            InvitationText::Make(count) => {
                let links = Danish.counted(count, "personligt link", "personlige links");
                format!("Lav {links}")
            }
            InvitationText::Made(count) => {
                format!("{} er lavet, og filen er hentet.", Danish.counted(count, "link", "links"))
            }
            InvitationText::OnlyInFile => {
                "Linkene findes kun i den fil. Send dem med brevfletning, og slet filen bagefter: Den, der har både \
                 filen, serverens data og dens hemmelighed, kan føre en person til en stemmeseddel."
                    .into()
            }
            InvitationText::SaveAgain => "Hent filen igen".into(),
            InvitationText::InviteMore => "Inviter flere".into(),
            InvitationText::NameColumn => "Navn".into(),
            InvitationText::MunicipalityColumn => "Kommune".into(),
            InvitationText::RoleColumn => "Stilling".into(),
            InvitationText::MailColumn => "E-mail".into(),
            InvitationText::LinkColumn => "Link".into(),
        }
}
