-- What the database knows its pepper by: derived from it, and telling nothing of it.
CREATE TABLE installation (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    pepper_check BLOB    NOT NULL
) STRICT;
