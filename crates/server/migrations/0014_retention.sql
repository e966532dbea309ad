-- Whom to write to about an interest is no longer asked for: a name beside a request says nearly what its person voted,
-- and the vendor knows whom to ask in a municipality.
DROP TABLE contacts;

-- When personal data was last looked through for what has been kept long enough, and since when that waits for an
-- operator, because the clock has leapt.
CREATE TABLE retention (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    last_run   INTEGER,
    held_since INTEGER
) STRICT;
-- A clock that leapt before this table was there is held against what was last written down by a person.
INSERT INTO retention (id, last_run) VALUES (1, nullif(max(
    (SELECT coalesce(max(at), 0) FROM records),
    (SELECT coalesce(max(at), 0) FROM look_ups),
    (SELECT coalesce(max(at), 0) FROM commitment_moves WHERE cause <> 'import'),
    (SELECT coalesce(max(at), 0) FROM request_versions WHERE by <> 'import')), 0));
