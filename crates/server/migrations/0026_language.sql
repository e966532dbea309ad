-- The language of a webinar's texts, which its projector speaks: da or en.
ALTER TABLE webinars ADD COLUMN language TEXT NOT NULL DEFAULT 'da';
