CREATE OR REPLACE FUNCTION credential.page_of_awards(
    of_pilot text, of_competence text, in_state text, after_award uuid, at_most integer
) RETURNS TABLE (award_key bigint, award_id uuid)
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
    -- A page is read from an index in its order, however few awards the planner believes to be in the state.
    SET enable_seqscan = off
    SET enable_bitmapscan = off
    SET enable_sort = off
    SET enable_hashjoin = off
    SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
    start bigint := COALESCE((SELECT award.award_key FROM credential.award WHERE award.award_id = after_award), 0);
    competences bigint[] := CASE WHEN of_competence IS NOT NULL THEN ARRAY(
        SELECT item.item_key FROM framework.item WHERE item.code = of_competence AND item.kind = 'competence'
    ) END;
BEGIN
    IF of_pilot IS NULL THEN
        RETURN QUERY
        SELECT award.award_key, award.award_id
        FROM credential.award
        WHERE award.award_key > start
            AND (competences IS NULL OR award.competence_item_key = ANY (competences))
            AND (in_state IS NULL OR credential.award_state(award.decision, award.withdrawn_at) = in_state)
        ORDER BY award.award_key
        LIMIT at_most;
    ELSE
        RETURN QUERY
        SELECT award.award_key, award.award_id
        FROM credential.award
        WHERE award.pilot_key = (SELECT pilot.pilot_key FROM training.pilot WHERE pilot.code = of_pilot)
            AND award.award_key > start
            AND (competences IS NULL OR award.competence_item_key = ANY (competences))
            AND (in_state IS NULL OR credential.award_state(award.decision, award.withdrawn_at) = in_state)
        ORDER BY award.award_key
        LIMIT at_most;
    END IF;
END
$$;

COMMENT ON FUNCTION credential.page_of_awards(text, text, text, uuid, integer) IS
    'The next awards, oldest first, after the one with an id: of a pilot, a competence and in a state, each by name, or '
    'null for any.';

REVOKE EXECUTE ON FUNCTION credential.page_of_awards(text, text, text, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.page_of_awards(text, text, text, uuid, integer) TO tessera_service;
