-- The vendor: what names are sealed to, and its private key under a passphrase that never comes here.
CREATE TABLE vendor (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    public_key TEXT    NOT NULL,
    stretch    TEXT    NOT NULL,
    wrapped    TEXT    NOT NULL,
    proof_hash BLOB    NOT NULL
) STRICT;

CREATE TABLE vendor_sessions (
    token_hash BLOB    PRIMARY KEY,
    until      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A participant's name, sealed to the vendor's key. No time, no order.
CREATE TABLE identities (
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    slot    BLOB    NOT NULL,
    sealed  TEXT    NOT NULL,
    PRIMARY KEY (webinar, slot)
) STRICT, WITHOUT ROWID;

-- Who looked at names, when and why; each entry's hash covers the one before. Outlives the webinar.
CREATE TABLE look_ups (
    id      INTEGER PRIMARY KEY,
    webinar TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    struck  INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    reason  TEXT    NOT NULL,
    hash    BLOB    NOT NULL
) STRICT;

-- Ballots that do not count, on record in look_ups; only between the close and the reveal.
ALTER TABLE ballots ADD COLUMN struck INTEGER NOT NULL DEFAULT 0;

-- Under what a phone finds its ballot again in the roll: random to everyone else.
ALTER TABLE ballots ADD COLUMN trackers TEXT NOT NULL DEFAULT '';

-- The roll, signed; made once, at the reveal.
ALTER TABLE barometers ADD COLUMN roll TEXT;
