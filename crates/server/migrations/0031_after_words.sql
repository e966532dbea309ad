-- What the vendor says of its own accord once a webinar is over, and the letter that is published with it.
CREATE TABLE after_words (
    webinar      INTEGER PRIMARY KEY REFERENCES webinars (id) ON DELETE CASCADE,
    -- Rises with every save, so that two people do not write over each other.
    edition      INTEGER NOT NULL,
    led_to       TEXT    NOT NULL,
    decisions    TEXT    NOT NULL,
    -- As it was published; NULL while nothing is.
    letter       TEXT,
    published_at INTEGER
) STRICT;
