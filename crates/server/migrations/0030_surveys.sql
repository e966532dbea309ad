-- What a webinar's participants are asked before it and after it, and what may be shown of the answers.
CREATE TABLE surveys (
    webinar   INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    -- before_webinar or evaluation.
    purpose   TEXT    NOT NULL,
    -- Rises with every save, so that two people do not write over each other.
    edition   INTEGER NOT NULL,
    items     TEXT    NOT NULL,
    -- From when it opens by itself, and whether it has been opened.
    opens_at  INTEGER,
    opened    INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER,
    -- The sums, counted once at the close; NULL where there were too few answers.
    result    TEXT,
    -- What the vendor tells of the free texts.
    points    TEXT    NOT NULL DEFAULT '[]',
    PRIMARY KEY (webinar, purpose)
) STRICT, WITHOUT ROWID;

-- One person's answers: a block of one length for everyone, encrypted and bound to its row. The tag is a hash of the
-- browser's session keyed with the pepper. No time, no municipality; rows lie in the order of their tags.
CREATE TABLE survey_answers (
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    purpose TEXT    NOT NULL,
    tag     BLOB    NOT NULL,
    sealed  BLOB    NOT NULL,
    PRIMARY KEY (webinar, purpose, tag)
) STRICT, WITHOUT ROWID;
