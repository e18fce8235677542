-- The actions that the caller may see, as one JSON document, those due first.
-- $1 code of a pilot, or null; $2 a state, or null; $3 true for those overdue only.
SELECT json_build_object('actions', COALESCE(
    json_agg(training.action_document(listed.action) ORDER BY listed.due_on, listed.action), '[]'
))
FROM evaluation.feedback_actions AS listed
WHERE ($1::text IS NULL OR listed.pilot = $1::text) AND ($2::text IS NULL OR listed.state = $2::text)
    AND (NOT $3::boolean OR listed.overdue);
