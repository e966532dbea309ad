-- What delivered requests came to, as the vendor wrote it down: nothing is overwritten, and the last of a request holds.
CREATE TABLE deliveries (
    id       INTEGER PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL,
    by       TEXT    NOT NULL,
    -- All payers together, in oere.
    actual   INTEGER NOT NULL,
    promised TEXT    NOT NULL,
    measured TEXT    NOT NULL
) STRICT;
CREATE INDEX deliveries_of ON deliveries (request);

-- Whether briefs say how near the last prices came.
ALTER TABLE portfolio ADD COLUMN shows_deliveries INTEGER NOT NULL DEFAULT 0;
