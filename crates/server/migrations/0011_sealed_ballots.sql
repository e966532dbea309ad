-- A ballot is one sealed block of one size for all ballots of a barometer, bound to its row: place, session and what
-- was voted are told by nothing that is stored here. Each session has its own; the newest of a place counts.
-- SQL cannot seal: what an older version wrote waits under another name until the program has sealed it at its start,
-- and is dropped then (store/conversion.rs).
ALTER TABLE ballots RENAME TO plain_ballots;
CREATE TABLE ballots (
    barometer BLOB    NOT NULL,
    nym       BLOB    NOT NULL,
    device    BLOB    NOT NULL,
    sealed    BLOB    NOT NULL,
    struck    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (barometer, nym, device)
) STRICT, WITHOUT ROWID;

-- A sealed name is its session's, under a key that tells neither session nor place.
ALTER TABLE identities RENAME TO place_identities;
CREATE TABLE identities (
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    name    BLOB    NOT NULL,
    sealed  TEXT    NOT NULL,
    PRIMARY KEY (webinar, name)
) STRICT, WITHOUT ROWID;
