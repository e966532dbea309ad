-- How often the vote was closed: each close fixes what the roll will be, under a root of its own (closed_with).
ALTER TABLE barometers ADD COLUMN closes INTEGER NOT NULL DEFAULT 0;
