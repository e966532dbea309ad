-- Personal invitations: hashes of tokens, each with its municipality as in slots. No time, no order, and nothing
-- that says who has come: an invited participant's place is derived with the pepper.
CREATE TABLE invitations (
    webinar      INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    hash         BLOB    NOT NULL,
    municipality BLOB    NOT NULL,
    PRIMARY KEY (webinar, hash)
) STRICT, WITHOUT ROWID;

-- Whether only those with an invitation can vote.
ALTER TABLE webinars ADD COLUMN invited_only INTEGER NOT NULL DEFAULT 0;
