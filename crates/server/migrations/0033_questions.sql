-- What participants ask during a webinar. `id` is random; `position` counts the questions in the order in which they were
-- asked. `author` is a hash of webinar, session and question keyed with the pepper: without the pepper a question is of
-- nobody, and two questions of one person have nothing in common. No time is stored. `state` is JSON.
CREATE TABLE questions (
    webinar  INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    id       INTEGER NOT NULL,
    position INTEGER NOT NULL,
    author   BLOB    NOT NULL,
    about    INTEGER REFERENCES requests (id) ON DELETE SET NULL,
    text     TEXT    NOT NULL,
    state    TEXT    NOT NULL,
    PRIMARY KEY (webinar, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX questions_about ON questions (about);

-- Who supports a question, the author included: hashes of webinar, session and question keyed with the pepper. Rows lie
-- in the order of hashes.
CREATE TABLE question_supports (
    webinar  INTEGER NOT NULL,
    question INTEGER NOT NULL,
    tag      BLOB    NOT NULL,
    PRIMARY KEY (webinar, question, tag),
    FOREIGN KEY (webinar, question) REFERENCES questions (webinar, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What each session says about the pace, under a hash of webinar and session keyed with the pepper; `stage` is the item of
-- the agenda that it was said at, and counts while that one is on.
CREATE TABLE pulses (
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    tag     BLOB    NOT NULL,
    stage   INTEGER NOT NULL,
    pulse   TEXT    NOT NULL,
    PRIMARY KEY (webinar, tag)
) STRICT, WITHOUT ROWID;

-- What the presenter has set: whether new questions are shown without approval, and which one is on the projector. A
-- webinar without a row has the defaults.
CREATE TABLE question_boards (
    webinar     INTEGER PRIMARY KEY REFERENCES webinars (id) ON DELETE CASCADE,
    unmoderated INTEGER NOT NULL,
    pinned      INTEGER
) STRICT;
