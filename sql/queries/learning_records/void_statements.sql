-- Voids what stored voiding statements name, unless it is a voiding statement itself (xAPI 2.0 §4.2.1.2), and tells
-- the readers of the outbox.
-- $1 ids of voiding statements; one that was not stored, because it clashed, may be the id of another statement, which
-- voids nothing unless it is a voiding one itself.
WITH voided AS (
    UPDATE lrs.statement AS s
    SET voided = true
    FROM lrs.statement AS v
    WHERE v.statement_id = ANY ($1::uuid[])
        AND v.verb_key = (SELECT verb_key FROM lrs.verb WHERE iri = 'http://adlnet.gov/expapi/verbs/voided')
        AND s.statement_id = v.target_id
        AND NOT s.voided
        AND s.verb_key <> v.verb_key
    RETURNING s.statement_key
)
INSERT INTO lrs.outbox (statement_key)
SELECT statement_key FROM voided;
