-- Everything that was ever news, each once: requests that moved, webinars that were announced, results that came out.
-- `key` is the same however often an event is read from the record. Nobody is named in it.
CREATE TABLE news (
    id   INTEGER PRIMARY KEY,
    key  TEXT    NOT NULL UNIQUE,
    item TEXT    NOT NULL
) STRICT;

-- Whether what had happened before this table was there has been put into it: that is told to nobody. And where the
-- living page stood when requests were looked at last.
CREATE TABLE news_state (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    primed        INTEGER NOT NULL,
    portfolio_seq INTEGER NOT NULL
) STRICT;
INSERT INTO news_state (id, primed, portfolio_seq) VALUES (1, 0, -1);

-- Who gets news by mail. `sealed` is one block of one length, encrypted with a key from the pepper: the address, the
-- language, and what is followed. `tag` is a hash of the address keyed with the pepper. `asked_at` is there until the
-- address is confirmed, and no other time is. `seen` is the last of the news that was sent.
CREATE TABLE news_readers (
    id        BLOB    PRIMARY KEY,
    tag       BLOB    NOT NULL UNIQUE,
    sealed    BLOB    NOT NULL,
    confirmed INTEGER NOT NULL DEFAULT 0,
    asked_at  INTEGER,
    seen      INTEGER NOT NULL DEFAULT 0,
    failures  INTEGER NOT NULL DEFAULT 0,
    next_at   INTEGER
) STRICT, WITHOUT ROWID;
