-- Rounds that another one has followed. Their ballots stay under their barometer's key until everything personal is
-- deleted; their results stay for good.
CREATE TABLE earlier_rounds (
    webinar     INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    -- From 1.
    number      INTEGER NOT NULL,
    barometer   BLOB    NOT NULL,
    round       INTEGER NOT NULL,
    closed_with TEXT,
    outcome     TEXT    NOT NULL,
    -- Whom the presenter let go on where there was no clean cut.
    chosen      TEXT    NOT NULL,
    roll        TEXT,
    PRIMARY KEY (webinar, number)
) STRICT, WITHOUT ROWID;

-- What the vendor said about whether a webinar's vote counts when webinars are compared; the last entry holds.
CREATE TABLE evaluations (
    id       INTEGER PRIMARY KEY,
    webinar  INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    by       TEXT    NOT NULL,
    -- Why it is left out; NULL where it was taken in again.
    left_out TEXT
) STRICT;
CREATE INDEX evaluations_of ON evaluations (webinar);
