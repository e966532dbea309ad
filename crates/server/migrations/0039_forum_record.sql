-- What was said nationally, minutes and decisions. It only grows: what is wrong is replaced by another entry.
CREATE TABLE forum_record (
    id    INTEGER PRIMARY KEY,
    at    INTEGER NOT NULL,
    entry TEXT    NOT NULL
) STRICT;

CREATE TRIGGER forum_record_stands BEFORE UPDATE ON forum_record BEGIN
    SELECT RAISE(ABORT, 'what is on record is not changed');
END;
CREATE TRIGGER forum_record_stays BEFORE DELETE ON forum_record BEGIN
    SELECT RAISE(ABORT, 'what is on record is not deleted');
END;
