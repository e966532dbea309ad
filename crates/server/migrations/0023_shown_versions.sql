-- Which version of each request a webinar showed when its result was revealed: what is edited later changes neither
-- its catalogue nor its decision log.
CREATE TABLE shown_versions (
    webinar INTEGER NOT NULL REFERENCES webinars (id) ON DELETE CASCADE,
    request INTEGER NOT NULL REFERENCES requests (id) ON DELETE CASCADE,
    version INTEGER NOT NULL REFERENCES request_versions (id) ON DELETE CASCADE,
    PRIMARY KEY (webinar, request)
) STRICT, WITHOUT ROWID;

-- Webinars revealed before this: the version that stood at the last reveal, or the first one known.
INSERT INTO shown_versions (webinar, request, version)
    SELECT shown.webinar, shown.request, coalesce(
        (SELECT max(v.id) FROM request_versions v WHERE v.request = shown.request AND v.at <= (
            SELECT max(r.at) FROM records r
            WHERE r.webinar = shown.webinar AND r.command ->> 'do' = 'reveal')),
        (SELECT min(v.id) FROM request_versions v WHERE v.request = shown.request))
    FROM (SELECT webinar, request FROM shortlist UNION SELECT webinar, request FROM ongoing) AS shown
    JOIN barometers b ON b.webinar = shown.webinar
    WHERE b.phase = 'revealed'
      AND EXISTS (SELECT 1 FROM request_versions v WHERE v.request = shown.request);
