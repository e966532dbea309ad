-- Comments stand under a request or under a national initiative: `subject` says which, `{"request":7}` or
-- `{"initiative":7}`. What the other columns hold stands in 0034_comments.sql.
CREATE TABLE comments_under_subjects (
    subject      TEXT    NOT NULL,
    request      INTEGER GENERATED ALWAYS AS (subject ->> 'request') STORED REFERENCES requests (id) ON DELETE CASCADE,
    initiative   INTEGER GENERATED ALWAYS AS (subject ->> 'initiative') STORED REFERENCES initiatives (id) ON DELETE CASCADE,
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
    PRIMARY KEY (subject, id),
    CHECK ((request IS NULL) <> (initiative IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO comments_under_subjects
    (subject, id, position, author, kind, text, state, municipality, named, answer, webinar, question)
SELECT json_object('request', request), id, position, author, kind, text, state, municipality, named, answer, webinar, question
FROM comments;
DROP TABLE comments;
ALTER TABLE comments_under_subjects RENAME TO comments;
CREATE UNIQUE INDEX comments_of_questions ON comments (webinar, question) WHERE question IS NOT NULL;
CREATE INDEX comments_of_webinars ON comments (webinar);
