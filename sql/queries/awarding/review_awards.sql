-- Has everybody's evidence weighed anew, or that of one pilot.
-- $1 the pilot's code, or null.
WITH asked AS (
    INSERT INTO credential.review (competence_item_key, pilot_key)
    SELECT item.item_key, training.own_pilot($1::text)
    FROM framework.item
    WHERE item.kind = 'competence' AND $1::text IS NOT NULL
    UNION ALL
    SELECT item.item_key, NULL
    FROM framework.item
    WHERE item.kind = 'competence' AND $1::text IS NULL
    RETURNING review_key
)
SELECT count(*) FROM asked;
