-- When the personal data of a webinar was deleted; its result stays.
ALTER TABLE webinars ADD COLUMN forgotten_at INTEGER;
