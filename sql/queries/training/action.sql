-- An action with its history.
-- $1 its number.
SELECT training.action_document(action.action_key)::json
FROM training.feedback_action AS action
WHERE action.action_key = $1::bigint;
