-- An award as JSON.
-- $1 its id.
SELECT credential.award_document(award.award_key)::json
FROM credential.award
WHERE award.award_id = $1::uuid;
