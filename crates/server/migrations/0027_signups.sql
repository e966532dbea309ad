-- How one signs up for a webinar, as JSON; NULL where one does not.
ALTER TABLE webinars ADD COLUMN signup TEXT;

-- Who is signed up: a contact sealed to the vendor's key, the municipality sealed as in invitations, and the personal
-- invitation that came with it, known by a hash that is keyed with the pepper. No time; rows lie in the order of their
-- random names. `sent` has a bit for each kind of mail that was handed to the mail server.
CREATE TABLE signups (
    webinar      INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    slot         TEXT    NOT NULL,
    sealed       TEXT    NOT NULL,
    municipality BLOB    NOT NULL,
    invitation   BLOB    NOT NULL,
    unsubscribed INTEGER NOT NULL DEFAULT 0,
    sent         INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (webinar, slot)
) STRICT, WITHOUT ROWID;
