-- National initiatives, a document each, and what there is to spend in a half-year, in øre. `edition` rises with every save,
-- so that two people do not write over each other.
CREATE TABLE initiatives (
    id      INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL,
    content TEXT    NOT NULL
) STRICT;

CREATE TABLE budget_frames (
    half   TEXT    PRIMARY KEY,
    amount INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
