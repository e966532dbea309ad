-- Devices that the vendor has logged in from, by the hash of what their cookie holds. None opens anything.
CREATE TABLE vendor_devices (
    token_hash BLOB    PRIMARY KEY,
    until      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A presenter's session ends by the clock: when it began, and when it was last used. Those from before have ended.
ALTER TABLE presenter_sessions ADD COLUMN began INTEGER NOT NULL DEFAULT 0;
ALTER TABLE presenter_sessions ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
