//! In Danish: the words of the page with personal invitations.

use crate::Language::Danish;
use crate::staff::invitations::Invitations;

pub(crate) fn sentence(message: Invitations<'_>) -> String {
    match message {
            Invitations::Title => "Invitationer".into(),
            Invitations::Body => {
                "Med et personligt link har hver person én stemmeseddel, også på flere enheder.".into()
            }
            Invitations::Count(0) => "Ingen er inviteret endnu".into(),
            Invitations::Count(count) => Danish.counted(count, "invitation", "invitationer"),
            Invitations::InvitedOnly => "Kun inviterede kan stemme".into(),
            Invitations::InvitedOnlyHint => {
                "Andre kan stadig se med. De, der allerede er med via det åbne link, skal ind igen.".into()
            }
            Invitations::Door(door) => door.say(Danish),
            Invitations::Locked => {
                "Afstemningen har været åbnet. Derfor kan det ikke ændres, hvem der kan stemme, og ingen invitation \
                 kan trækkes tilbage."
                    .into()
            }
            Invitations::Over => "Afstemningen er lukket, så der kan ikke inviteres flere.".into(),
            Invitations::Withdraw => "Træk alle tilbage".into(),
            Invitations::WithdrawAsk => "Træk alle invitationer tilbage?".into(),
            Invitations::WithdrawBody => {
                "Linkene holder op med at virke, også for dem, der allerede er med. Det kan ikke fortrydes.".into()
            }
            Invitations::WithdrawYes => "Træk tilbage".into(),
            Invitations::Withdrawn => "Alle invitationer er trukket tilbage.".into(),
            Invitations::Invite => "Inviter".into(),
            Invitations::InviteBody => {
                "Indsæt en liste fra et regneark, eller vælg en fil (XLSX, ODS eller CSV). Navne og mailadresser \
                 bliver i din browser. Serveren får kun kommunen og et aftryk af linket, som det ikke kan læses ud \
                 af."
                    .into()
            }
            Invitations::List => "Deltagere, én på hver linje".into(),
            Invitations::ListHint => {
                "Navn; kommune; stilling; e-mail – de to sidste er frivillige. Tabulator eller komma går også.".into()
            }
            Invitations::File => "Vælg fil".into(),
            Invitations::Check => "Se listen efter".into(),
            Invitations::Empty => "Indsæt mindst én deltager.".into(),
            Invitations::TooMany(limit) => {
                let lines = Danish.counted(limit, "linje", "linjer");
                format!("Listen har over {lines}. Del den i flere.")
            }
            Invitations::Wrong(count) => {
                let lines = Danish.counted(count, "linje", "linjer");
                format!("{lines} skal rettes. Der er ikke lavet nogen links.")
            }
            Invitations::NameMissing(line) => format!("Linje {line}: Navnet mangler."),
            Invitations::MunicipalityMissing(line) => format!("Linje {line}: Kommunen mangler."),
            Invitations::NoSuchMunicipality(cell, typed) => {
                format!("Celle {cell}: »{typed}« er ikke en kommune.")
            }
            Invitations::NoValue(cell, typed) => {
                format!("Celle {cell}: »{typed}« er en fejl i regnearket eller en formel uden resultat.")
            }
            Invitations::HiddenAsk(1) => "1 række er skjult eller filtreret fra i filen. Skal den med?".into(),
            Invitations::HiddenAsk(count) => format!(
                "{} rækker er skjult eller filtreret fra i filen. Skal de med?",
                Danish.whole(count)
            ),
            Invitations::HiddenWith => "Tag med".into(),
            Invitations::HiddenWithout => "Lad være".into(),
            Invitations::Duplicate(line, first) => {
                format!("Linje {line}: Personen står også på linje {first}.")
            }
            Invitations::AndMore(count) => format!("… og {} til", Danish.whole(count)),
            Invitations::Ready(people, municipalities) => format!(
                "{} fra {}",
                Danish.counted(people, "deltager", "deltagere"),
                Danish.counted(municipalities, "kommune", "kommuner")
            ),
            Invitations::Caption => "De første på listen".into(),
            Invitations::Make(count) => {
                let links = Danish.counted(count, "personligt link", "personlige links");
                format!("Lav {links}")
            }
            Invitations::Made(count) => {
                format!("{} er lavet, og filen er hentet.", Danish.counted(count, "link", "links"))
            }
            Invitations::OnlyInFile => {
                "Linkene findes kun i den fil. Send dem med brevfletning, og slet filen bagefter: Den, der har både \
                 filen, serverens data og dens hemmelighed, kan føre en person til en stemmeseddel."
                    .into()
            }
            Invitations::SaveAgain => "Hent filen igen".into(),
            Invitations::InviteMore => "Inviter flere".into(),
            Invitations::NameColumn => "Navn".into(),
            Invitations::MunicipalityColumn => "Kommune".into(),
            Invitations::RoleColumn => "Stilling".into(),
            Invitations::MailColumn => "E-mail".into(),
            Invitations::LinkColumn => "Link".into(),
        }
}
