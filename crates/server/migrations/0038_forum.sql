-- Who sits in the Strategic Development Forum: the person's name and address are sealed to the vendor's key for `slot`, which
-- is random, and go some time after the end of the term; municipality, role and term stay.
CREATE TABLE forum_members (
    slot    TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    sealed  TEXT
) STRICT, WITHOUT ROWID;

-- Its meetings. `webinar` is where municipalities are asked beforehand; its code may change, so it stands beside the document.
CREATE TABLE forum_meetings (
    id      INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL,
    content TEXT    NOT NULL,
    webinar INTEGER REFERENCES webinars (id) ON DELETE SET NULL
) STRICT;
