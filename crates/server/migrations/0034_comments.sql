-- What people from municipalities write under a request, and what the vendor answers. `id` is random; `position` counts
-- the comments of a request in the order in which they came. `author` is a hash of session and comment keyed with the
-- pepper; NULL for what came from a webinar, and once the session is forgotten. `municipality` is kept only where the
-- writer wished it to be named, and is public only once `named`. `webinar` is where the writer's session is from, and with
-- `question` where it was asked. No time is stored.
CREATE TABLE comments (
    request      INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    id           INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    author       BLOB,
    kind         TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    municipality TEXT,
    named        INTEGER NOT NULL DEFAULT 0,
    answer       TEXT,
    webinar      INTEGER REFERENCES webinars (id) ON DELETE SET NULL,
    question     INTEGER,
    PRIMARY KEY (request, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX comments_of_questions ON comments (webinar, question) WHERE question IS NOT NULL;
CREATE INDEX comments_of_webinars ON comments (webinar);
