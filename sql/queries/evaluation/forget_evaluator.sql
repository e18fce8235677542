-- Forgets what a role of this name was allowed to see: a role that is made anew begins with nothing.
-- $1 role.
DELETE FROM ops.evaluator WHERE role_name = $1::text::name;
