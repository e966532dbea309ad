-- Whether each phone lists the candidates in an order of its own.
ALTER TABLE barometers ADD COLUMN shuffled INTEGER NOT NULL DEFAULT 1;
