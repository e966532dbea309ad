-- What each session has said about requests, so that a browser is told only what it said itself. The tag is a hash of
-- session and request keyed with the pepper: without the pepper a row is of nobody, and no ballot shares it. No time;
-- rows lie in the order of tags. `name_wished`: 1 "may be named", 0 taken back, NULL nothing said.
CREATE TABLE interests (
    webinar      INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    tag          BLOB    NOT NULL,
    request      INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    municipality TEXT    NOT NULL,
    name_wished  INTEGER,
    PRIMARY KEY (webinar, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX interests_of ON interests (request, municipality);

-- To how many requests a session has said so; whoever has said it once speaks for one municipality only.
CREATE TABLE interest_sessions (
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    tag     BLOB    NOT NULL,
    said    INTEGER NOT NULL,
    PRIMARY KEY (webinar, tag)
) STRICT, WITHOUT ROWID;

-- A name becomes public only when the vendor has confirmed it. Names that a participant's tap made public, and what
-- carried them on, are no longer shown.
UPDATE commitment_moves SET detail = json_remove(detail, '$.named') WHERE id IN (
    SELECT m.id FROM commitment_moves m WHERE m.detail ->> 'named' = 1 AND 'participant' = (
        SELECT first.cause FROM commitment_moves first
        WHERE first.request = m.request AND first.municipality = m.municipality AND first.id > coalesce((
            SELECT max(before.id) FROM commitment_moves before
            WHERE before.request = m.request AND before.municipality = m.municipality AND before.id < m.id
              AND coalesce(before.detail ->> 'named', 0) = 0), 0)
        ORDER BY first.id LIMIT 1));
UPDATE commitments SET detail = json_remove(detail, '$.named') WHERE detail ->> 'named' = 1 AND 0 = coalesce((
    SELECT coalesce(m.detail ->> 'named', 0) FROM commitment_moves m
    WHERE m.request = commitments.request AND m.municipality = commitments.municipality AND m.undone IS NULL
    ORDER BY m.at DESC, m.id DESC LIMIT 1), 1);
