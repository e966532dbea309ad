-- What the votes of the round that counts can carry within the frame that was set before it opened: sums and counts,
-- found once at the reveal.
ALTER TABLE barometers ADD COLUMN carrying TEXT;
