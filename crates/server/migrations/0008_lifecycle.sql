-- How far a request has come; who wrote a move down.
ALTER TABLE requests ADD COLUMN state TEXT NOT NULL DEFAULT 'Candidate';
UPDATE requests SET state = 'Gathering' WHERE id IN (SELECT request FROM ongoing);
ALTER TABLE commitment_moves ADD COLUMN by TEXT NOT NULL DEFAULT '';
UPDATE commitment_moves SET by = cause;
