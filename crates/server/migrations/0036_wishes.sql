-- Wishes that municipalities sent on the page for it. Each became a request of its own, or says that the municipality
-- wants the same as one that was there. `link` is the hash of the secret in the sender's address, by which it finds its
-- wish again. `contact` is sealed to the vendor's key in the sender's browser. A day and no time.
CREATE TABLE wishes (
    id           INTEGER PRIMARY KEY,
    link         BLOB    NOT NULL UNIQUE,
    request      INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    is_same      INTEGER NOT NULL,
    municipality TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    contact      TEXT,
    sent_on      TEXT    NOT NULL
) STRICT;
CREATE INDEX wishes_of ON wishes (request);
