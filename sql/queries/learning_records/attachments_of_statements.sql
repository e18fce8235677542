-- The content that came with statements, each digest once, in the order in which the statements name them.
-- $1 keys of the statements.
SELECT d.sha2, d.content_type, d.attachment_key, a.length
FROM (
    SELECT DISTINCT ON (l.sha2) l.sha2, l.content_type, l.attachment_key, k.ordinality, l.position
    FROM unnest($1::bigint[]) WITH ORDINALITY AS k (statement_key, ordinality)
    JOIN lrs.statement_attachment AS l ON l.statement_key = k.statement_key
    ORDER BY l.sha2, k.ordinality, l.position
) AS d
JOIN lrs.attachment AS a ON a.attachment_key = d.attachment_key
ORDER BY d.ordinality, d.position;
