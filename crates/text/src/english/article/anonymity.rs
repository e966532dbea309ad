//! In English: "Sådan er du anonym": what holds, for a layperson.

use crate::article::InfoBlock::{self, Heading, List, Paragraph};

pub(super) const PIECES: &[InfoBlock] = &[
    Paragraph(
        "Anonymous to the other participants. Only the vendor can see who voted for what. Not legally binding.",
    ),
    Heading("What the others see"),
    List(&[
        "While the vote is open: only how many have voted. The presenter sees no more than that either.",
        "Afterwards: how many municipalities and votes each request got. Never who, and never which municipality.",
        "When fewer than five have voted, or fewer than three municipalities, no result is shown at all.",
    ]),
    Heading("Your name"),
    Paragraph(
        "Your phone seals your name before it is sent. Only the vendor has the key, and it is not on the server. When \
         you open a link whose key does not fit, the phone keeps the name and tells you. If you typed the code \
         yourself, you can compare the key’s four words with those on the projector.",
    ),
    Heading("Are you invited personally?"),
    Paragraph(
        "Then the link is yours, and you have one ballot, even when you open it on several devices: the one you \
         send last counts. The link is no key to your vote. Another device starts empty, and is told neither \
         whether you have voted nor for what. Your name stands in the link, so that it is filled in for you, but \
         the server knows only a print of the link and your municipality, and nothing in it says who has come or \
         voted. The vendor has made a file of names and links, which is to be deleted once they are sent: whoever \
         has that file, the server’s data and its secret can tie you to your ballot without a look-up. Do not \
         share your link. When somebody else votes with it, your phone says so once the result is shown, and the \
         vendor sees that the vote came from two devices.",
    ),
    Heading("When you sign up"),
    Paragraph(
        "Your name and e-mail address are sealed in the same way before they leave your browser, and only the vendor \
         can open them. The server knows your municipality. If the vendor sends mail from the server, it has your \
         address in memory until the mail is sent, and does not store it. With your personal link you can cancel, and \
         then both are deleted.",
    ),
    Heading("We want to be part of it"),
    Paragraph(
        "When you say so, your municipality is counted as interested, without your name, and your browser sees only \
         what it said itself. The municipality’s name is shown once the vendor has confirmed it with the municipality; \
         when that is taken back, it disappears from earlier days too. Amounts are shown in whole thousands of kroner, \
         so that a sum does not say who pays.",
    ),
    Heading("Questions and pace"),
    Paragraph(
        "When you ask a question, nobody can see that it is you: neither the others, nor the presenter, nor the vendor. \
         The presenter reads it before anybody else sees it, unless the page says otherwise. Your browser sees only \
         what it asked and supports itself. What you say of the pace only the presenter sees, and only as sums once at \
         least five have answered.",
    ),
    Heading("If you send a wish"),
    Paragraph(
        "The vendor sees which municipality it comes from. Your name and e-mail are optional; they are sealed like a \
         name in the barometer, and deleted after 12 months. The text may be shown to others once the vendor goes on \
         with the wish. How far it has come is seen only by whoever has the link.",
    ),
    Heading("News by e-mail"),
    Paragraph(
        "The news says what happened, never who voted or said yes. If you want it by e-mail, the server must be able \
         to read your address, since it writes to you by itself. It is stored encrypted, shown on no page, and deleted \
         when you press the link at the end of a mail, or after 48 hours if you did not confirm it. If you sent a wish, \
         the address for mail is kept apart, so that nothing in the database leads from one to the other. A feed needs \
         no address.",
    ),
    Heading("Questions before and after the webinar"),
    Paragraph(
        "Your answers are counted together with those of others when answers close, and only then does anybody see \
         figures: never of fewer than five answers or from fewer than three municipalities. The vendor does not see \
         what one person answered. What you write, and your name, is sealed on your phone so that only the vendor can \
         read it, apart from your other answers and without your municipality, unless you agreed to be quoted. The \
         server can see municipality and answers while it counts, but not the text.",
    ),
    Heading("The Strategic Development Forum"),
    Paragraph(
        "If you sit in the forum, the vendor's browser seals your name and e-mail, so the server cannot read them, and they are \
         deleted half a year after your term has ended. Others see how many sit in the forum, and for how many \
         municipalities. Your municipality and role are named only once the municipality has agreed. Answers before a \
         meeting, and comments, are anonymous in the same way as around a webinar. Everybody can read decisions and \
         minutes, and they stay; names of people do not belong in them.",
    ),
    Heading("When the vendor looks"),
    Paragraph(
        "An employee who wants to see who voted for what must write their name and why. That is written down before \
         anything is shown. At the end of the webinar you can see how many look-ups there were, and when. If the log \
         was changed or shortened, it says so until an employee has signed that they know.",
    ),
    Heading("Is my vote counted?"),
    Paragraph(
        "Your phone keeps a secret number. With the result a list of all votes without names is published, and the \
         phone itself finds yours on it. Then it says “Your vote is counted ✓”. The list is fixed when the vote \
         closes, before anybody can look up or strike anything: four words for it stand on the projector and on \
         every phone, and must be the same. When your phone is shown another list later, it says so. The number of \
         municipalities you cannot recount: a list that showed it would reveal a colleague’s vote. The vendor’s \
         page recounts it. Where your browser runs no script, the server makes the number for you; your vote counts \
         as much, but the phone cannot find it on the list by itself.",
    ),
    Heading("It does not hold against everything"),
    List(&[
        "Whoever runs the server can see municipality and choice while they are counted, but not names. Stolen \
         without the server’s secret, its data tells nobody’s vote, and after the close no order of votes either.",
        "Whoever runs the server could in principle send you another page than the right one. No page can protect \
         itself against that.",
        "When the server shows different lists to different phones, the four words are not the same. Somebody notices \
         only if you compare them.",
        "An open link can be used on several devices and for another municipality. The door can be closed, and the \
         vendor can strike false ballots before anybody sees what they are for. Everyone sees how many. Only personal \
         invitations prevent it.",
        "If somebody looks over your shoulder, none of this helps.",
    ]),
    Heading("When the webinar is over"),
    Paragraph(
        "Six months later ballots, names and everything that could lead to you are deleted, also of a webinar that was \
         never opened or closed. The result stays. If the server’s clock leaps, it deletes nothing before somebody has \
         looked.",
    ),
];
