-- Which process's clock a running countdown is measured by; another process leaves it alone.
ALTER TABLE barometers ADD COLUMN ends_by INTEGER;
