-- Has everybody's evidence weighed anew, or that of one pilot; what waits to be is not asked for twice.
-- $1 the pilot's code, or null.
WITH asked AS (
    INSERT INTO credential.review (competence_item_key, pilot_key)
    SELECT item.item_key, place.pilot_key
    FROM (SELECT CASE WHEN $1::text IS NOT NULL THEN training.own_pilot($1::text) END AS pilot_key) AS place
    JOIN framework.item ON item.kind = 'competence'
    WHERE NOT EXISTS (
        SELECT FROM credential.review AS known
        WHERE known.competence_item_key = item.item_key AND known.pilot_key IS NOT DISTINCT FROM place.pilot_key
            AND known.after_agent_key = 0
    )
    RETURNING review_key
)
SELECT count(*) FROM asked;
