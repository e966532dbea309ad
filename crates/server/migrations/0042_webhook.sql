-- Where the vendor has news posted: one block, encrypted with a key from the pepper, since the address and the secret for
-- the signature open the receiver's door.
CREATE TABLE webhook (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB    NOT NULL,
    -- The last of the news that a delivery was made of.
    seen   INTEGER NOT NULL
) STRICT;

-- What is to be posted, and what became of it; the oldest go. `events` is a list of news.
CREATE TABLE webhook_deliveries (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at INTEGER NOT NULL,
    is_test INTEGER NOT NULL,
    events  TEXT    NOT NULL,
    tries   INTEGER NOT NULL DEFAULT 0,
    outcome TEXT,
    -- When it is tried next; NULL once it is delivered or given up.
    next_at INTEGER
) STRICT;
