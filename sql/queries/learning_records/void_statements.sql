-- Voids the statements that a stored batch of voiding statements names, unless they are voiding statements
-- themselves (xAPI 2.0 §4.2.1.2), and tells the readers of the outbox.
-- $1 ids of the statements to void.
WITH voided AS (
    UPDATE lrs.statement AS s
    SET voided = true
    WHERE s.statement_id = ANY ($1::uuid[])
        AND NOT s.voided
        AND s.verb_key <> (SELECT verb_key FROM lrs.verb WHERE iri = 'http://adlnet.gov/expapi/verbs/voided')
    RETURNING s.statement_key
)
INSERT INTO lrs.outbox (statement_key)
SELECT statement_key FROM voided;
