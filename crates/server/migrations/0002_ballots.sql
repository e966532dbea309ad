-- Identity apart from ballot. These tables share no plain key, hold no plain municipality and no
-- time, and are stored in the order of random or hashed keys (WITHOUT ROWID).
CREATE TABLE slots (
    id           BLOB    NOT NULL,
    webinar      INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    votes        INTEGER NOT NULL,
    municipality BLOB    NOT NULL,
    PRIMARY KEY (webinar, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_hash BLOB    PRIMARY KEY,
    webinar    INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    slot       BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE presenter_sessions (
    token_hash BLOB    PRIMARY KEY,
    webinar    INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE ballots (
    barometer    BLOB    NOT NULL,
    nym          BLOB    NOT NULL,
    rev          INTEGER NOT NULL,
    choices      TEXT    NOT NULL,
    municipality BLOB    NOT NULL,
    PRIMARY KEY (barometer, nym)
) STRICT, WITHOUT ROWID;
