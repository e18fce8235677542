-- The awards that the caller may see, oldest first, as one JSON document.
-- $1 the pilot's code, or null; $2 proposed, awarded, refused or withdrawn, or null; $3 how many at most.
SELECT json_build_object(
    'awards', COALESCE(json_agg(credential.award_document(found.award_key) ORDER BY found.award_key), '[]')
)
FROM (
    SELECT award.award_key
    FROM credential.award
    LEFT JOIN training.pilot ON pilot.pilot_key = award.pilot_key
    WHERE ($1::text IS NULL OR pilot.code = $1::text)
        AND CASE $2::text
            WHEN 'proposed' THEN award.decision = 'proposed' AND award.withdrawn_at IS NULL
            WHEN 'awarded' THEN award.decision IN ('unneeded', 'approved') AND award.withdrawn_at IS NULL
            WHEN 'refused' THEN award.decision = 'refused'
            WHEN 'withdrawn' THEN award.decision <> 'refused' AND award.withdrawn_at IS NOT NULL
            ELSE true
        END
    ORDER BY award.award_key
    LIMIT $3::int
) AS found;
