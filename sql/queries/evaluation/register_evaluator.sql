-- Notes what an evaluator's role may see, and that it was made.
-- $1 role; $2 whether it sees every partner's pilots; $3 keys of its partners; $4 who made it.
WITH registered AS (
    INSERT INTO ops.evaluator (role_name, all_partners) VALUES ($1::text::name, $2::bool)
    RETURNING role_name
),
noted AS (
    INSERT INTO ops.audit_event (actor, action, subject, detail)
    SELECT $4::text, 'evaluator.create', $1::text, jsonb_build_object('all_partners', $2::bool)
)
INSERT INTO ops.evaluator_partner (role_name, partner_key)
SELECT registered.role_name, partner.key
FROM registered, unnest($3::bigint[]) AS partner (key);
