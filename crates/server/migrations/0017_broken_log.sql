-- What an entry of the log acknowledges: how the log was found broken. Such an entry belongs to no webinar.
ALTER TABLE look_ups ADD COLUMN broke TEXT;
