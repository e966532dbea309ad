-- When a meeting of the forum was called, moved to another time, or called off: what is told as news. `moment` is its date and
-- time as they stood then. Meetings that were called before this was noted are nobody's news.
CREATE TABLE forum_steps (
    id      INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES forum_meetings (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL,
    step    TEXT    NOT NULL
) STRICT;
