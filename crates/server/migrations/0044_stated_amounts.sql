-- What a session states after its vote that its municipality could join for: a block of one length for everyone, encrypted
-- and bound to its row. The tag is a hash of the ballot's place and session keyed with the pepper, of nothing that another
-- table has. No time, no municipality; rows lie in the order of their tags, and go at the reveal, once they are summed.
CREATE TABLE stated_amounts (
    barometer BLOB NOT NULL,
    tag       BLOB NOT NULL,
    sealed    BLOB NOT NULL,
    PRIMARY KEY (barometer, tag)
) STRICT, WITHOUT ROWID;
