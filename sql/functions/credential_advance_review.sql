CREATE OR REPLACE FUNCTION credential.advance_review(people integer) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    -- The next people are read from an index in its order, not found among all.
    SET enable_seqscan = off
    SET enable_bitmapscan = off
    SET enable_hashagg = off
    SET enable_sort = off
AS $$
DECLARE
    review credential.review;
    agents bigint[];
BEGIN
    SELECT r.* INTO review FROM credential.review AS r ORDER BY r.review_key LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    -- Two queries, for each has an index in the order that it needs.
    IF review.pilot_key IS NULL THEN
        agents := ARRAY(
            SELECT DISTINCT e.agent_key FROM credential.evidence AS e
            WHERE e.competence_item_key = review.competence_item_key AND e.agent_key > review.after_agent_key
            ORDER BY e.agent_key LIMIT people
        );
    ELSE
        agents := ARRAY(
            SELECT DISTINCT e.agent_key FROM credential.evidence AS e
            WHERE e.pilot_key = review.pilot_key AND e.competence_item_key = review.competence_item_key
                AND e.agent_key > review.after_agent_key
            ORDER BY e.agent_key LIMIT people
        );
    END IF;
    INSERT INTO credential.due AS d (agent_key, competence_item_key)
    SELECT agent_key, review.competence_item_key FROM unnest(agents) AS agent_key ORDER BY agent_key
    ON CONFLICT (agent_key, competence_item_key) DO UPDATE SET times = d.times + 1;
    IF cardinality(agents) < people THEN
        DELETE FROM credential.review AS r WHERE r.review_key = review.review_key;
    ELSE
        UPDATE credential.review AS r SET after_agent_key = agents[people] WHERE r.review_key = review.review_key;
    END IF;
    -- Something was done even if nobody was left: another review may follow.
    RETURN greatest(cardinality(agents), 1);
END
$$;

COMMENT ON FUNCTION credential.advance_review(integer) IS
    'Notes the next people of the oldest review in credential.due; 0 if there is no review to advance.';

REVOKE EXECUTE ON FUNCTION credential.advance_review(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.advance_review(integer) TO tessera_service;
