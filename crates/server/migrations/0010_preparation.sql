-- Rises with every save of what is prepared, so that two people do not write over each other.
ALTER TABLE webinars ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;
-- From what the presenter's secret is derived, another number with every new link; NULL where the secret was made
-- elsewhere: by an import, a rehearsal, the demo, or an earlier version.
ALTER TABLE webinars ADD COLUMN presenter_number INTEGER;
-- Why the vendor put the request up.
ALTER TABLE shortlist ADD COLUMN reason TEXT NOT NULL DEFAULT '';
