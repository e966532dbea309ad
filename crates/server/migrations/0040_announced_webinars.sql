-- Since when a webinar is among the public news, with its code; NULL while it is not.
ALTER TABLE webinars ADD COLUMN announced_at INTEGER;
-- When everybody in it had seen the whole result of its last round; NULL until then.
ALTER TABLE webinars ADD COLUMN result_out_at INTEGER;
