-- A request is one document, and everything it ever said is kept.
ALTER TABLE requests ADD COLUMN content TEXT NOT NULL DEFAULT '{}';
UPDATE requests SET content = json_object('reference', reference, 'title', title, 'pitch', pitch, 'benefit', benefit,
    'category', category, 'terms', json_object('price', json(price), 'sharing', json(sharing)));
ALTER TABLE requests DROP COLUMN reference;
ALTER TABLE requests DROP COLUMN title;
ALTER TABLE requests DROP COLUMN pitch;
ALTER TABLE requests DROP COLUMN benefit;
ALTER TABLE requests DROP COLUMN category;
ALTER TABLE requests DROP COLUMN price;
ALTER TABLE requests DROP COLUMN sharing;

-- "Opdigtede eksempeldata".
ALTER TABLE requests ADD COLUMN fictional INTEGER NOT NULL DEFAULT 0;
UPDATE requests SET fictional = 1 WHERE id IN (
    SELECT request FROM shortlist JOIN webinars ON webinars.id = webinar WHERE fictional = 1
    UNION SELECT request FROM ongoing JOIN webinars ON webinars.id = webinar WHERE fictional = 1);
-- The request that it became part of.
ALTER TABLE requests ADD COLUMN merged_into INTEGER REFERENCES requests (id);

CREATE TABLE request_versions (
    id      INTEGER PRIMARY KEY,
    request INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    by      TEXT    NOT NULL,
    why     TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    content TEXT    NOT NULL
) STRICT;
CREATE INDEX request_versions_of ON request_versions (request);
CREATE INDEX commitment_moves_of ON commitment_moves (request);
-- What was there before there was a history has always been so.
INSERT INTO request_versions (request, at, by, why, state, content)
    SELECT id, 0, 'import', '', state, content FROM requests;

-- When, by whom and why a move was undone.
ALTER TABLE commitment_moves ADD COLUMN undone TEXT;

-- The living page: its place in the order of views, and the code that it asks for, if any.
CREATE TABLE portfolio (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    epoch INTEGER NOT NULL,
    seq   INTEGER NOT NULL,
    code  TEXT
) STRICT;
INSERT INTO portfolio (id, epoch, seq) VALUES (1, abs(random()) % 4294967296, 1);

-- The day of the webinar before the first one held here, from which movement counts.
ALTER TABLE webinars ADD COLUMN previous TEXT;
