-- A webinar, where it stands, and its barometer.
CREATE TABLE webinars (
    id             INTEGER PRIMARY KEY,
    code           TEXT    NOT NULL UNIQUE,
    title          TEXT    NOT NULL,
    date           TEXT    NOT NULL,
    starts         TEXT    NOT NULL,
    ends           TEXT    NOT NULL,
    reality        TEXT    NOT NULL,
    fictional      INTEGER NOT NULL,
    presenter_hash BLOB    NOT NULL,
    agenda         TEXT    NOT NULL,
    scene          TEXT    NOT NULL,
    step           INTEGER NOT NULL DEFAULT 0,
    epoch          INTEGER NOT NULL,
    seq            INTEGER NOT NULL DEFAULT 1,
    countdown_lost INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE barometers (
    id          BLOB    PRIMARY KEY,
    webinar     INTEGER NOT NULL UNIQUE REFERENCES webinars (id) ON DELETE CASCADE,
    round       INTEGER NOT NULL,
    phase       TEXT    NOT NULL,
    ends_at     INTEGER,
    rule        TEXT    NOT NULL,
    max_choices INTEGER NOT NULL,
    -- Frozen when it closes: turnout, and those present who did not vote.
    closed_with TEXT,
    -- Counted once, at the reveal.
    outcome     TEXT
) STRICT, WITHOUT ROWID;

-- The vendor's portfolio.
CREATE TABLE requests (
    id        INTEGER PRIMARY KEY,
    reference TEXT NOT NULL,
    title     TEXT NOT NULL,
    pitch     TEXT NOT NULL,
    benefit   TEXT NOT NULL,
    category  TEXT NOT NULL,
    price     TEXT NOT NULL,
    sharing   TEXT NOT NULL
) STRICT;

-- Which requests a webinar puts up (numbered from 1) and which it reports on.
CREATE TABLE shortlist (
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    request INTEGER NOT NULL REFERENCES requests (id),
    PRIMARY KEY (webinar, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ongoing (
    webinar  INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    request  INTEGER NOT NULL REFERENCES requests (id),
    PRIMARY KEY (webinar, position)
) STRICT, WITHOUT ROWID;

-- A municipality commits, never a person, and no ballot becomes a commitment.
CREATE TABLE commitments (
    request      INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    municipality TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    amount       INTEGER NOT NULL,
    PRIMARY KEY (request, municipality)
) STRICT, WITHOUT ROWID;

-- Every move of a commitment, from the first day.
CREATE TABLE commitment_moves (
    id           INTEGER PRIMARY KEY,
    request      INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    municipality TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    from_state   TEXT,
    to_state     TEXT    NOT NULL,
    amount       INTEGER NOT NULL,
    cause        TEXT    NOT NULL
) STRICT;

-- What the presenter did, in order.
CREATE TABLE records (
    id      INTEGER PRIMARY KEY,
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    command TEXT    NOT NULL
) STRICT;
