-- Which request a move came along from when two were made one; so a merge can be undone.
ALTER TABLE commitment_moves ADD COLUMN merged_from INTEGER REFERENCES requests (id) ON DELETE SET NULL;
-- The hash of the file that a webinar was imported from: the same file again changes nothing.
ALTER TABLE webinars ADD COLUMN imported BLOB;
CREATE UNIQUE INDEX webinars_imported ON webinars (imported) WHERE imported IS NOT NULL;
