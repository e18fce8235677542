-- The awards that the caller may see, oldest first, as one JSON document; next is there where more may follow.
-- $1 the pilot's code, or null; $2 proposed, awarded, refused or withdrawn, or null; $3 how many at most; $4 a
-- competence's code, or null; $5 the id of the award after which they begin, or null.
SELECT jsonb_strip_nulls(jsonb_build_object(
    'awards', COALESCE(jsonb_agg(credential.award_document(found.award_key) ORDER BY found.award_key), '[]'),
    'next', CASE WHEN count(*) = $3::int THEN (array_agg(found.award_id ORDER BY found.award_key DESC))[1] END
))::json
FROM credential.page_of_awards($1::text, $4::text, $2::text, $5::uuid, $3::int) AS found;
