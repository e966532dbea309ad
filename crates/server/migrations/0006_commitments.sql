-- What is known of a commitment beside state and amount: stage, evidence, dates, consent to be named.
ALTER TABLE commitments ADD COLUMN detail TEXT NOT NULL DEFAULT '{}';
ALTER TABLE commitment_moves ADD COLUMN detail TEXT NOT NULL DEFAULT '{}';
