-- How many may vote for one municipality, who come by the open link; NULL for any number.
ALTER TABLE webinars ADD COLUMN per_municipality INTEGER;

-- Whether somebody has seen what was voted, before the result was out: then no ballot is struck any more, and the vote
-- is not reopened.
ALTER TABLE barometers ADD COLUMN choices_seen INTEGER NOT NULL DEFAULT 0;
UPDATE barometers SET choices_seen = 1 WHERE webinar IN (
    SELECT w.id FROM webinars w JOIN look_ups l ON l.webinar = w.code WHERE l.struck = 0);
