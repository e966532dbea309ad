-- What the presenter wants to remember at each candidate; seen on the console alone.
ALTER TABLE shortlist ADD COLUMN notes TEXT NOT NULL DEFAULT '';
