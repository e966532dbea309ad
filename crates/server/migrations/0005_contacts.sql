-- Whom to write to about a municipality's interest, sealed to the vendor's key: no place, no ballot, one for each.
CREATE TABLE contacts (
    request      INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    municipality TEXT    NOT NULL,
    sealed       TEXT    NOT NULL,
    PRIMARY KEY (request, municipality)
) STRICT, WITHOUT ROWID;
