-- The person's levels of the competence that an award is about, explained.
-- $1 the award's id.
SELECT credential.explanation(award.agent_key, award.competence_item_key)::json
FROM credential.award
WHERE award.award_id = $1::uuid;
