CREATE OR REPLACE FUNCTION training.own_action(of_action bigint) RETURNS training.feedback_action
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    known training.feedback_action;
BEGIN
    SELECT action.* INTO known FROM training.feedback_action AS action WHERE action.action_key = of_action;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no action %, or not for this key', of_action USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('training.finding', known.finding_key));
    SELECT action.* INTO known FROM training.feedback_action AS action WHERE action.action_key = of_action;
    RETURN known;
END
$$;

COMMENT ON FUNCTION training.own_action(bigint) IS
    'An action about a finding of a pilot that the partner that asks runs, as nobody else changes it, its finding or '
    'that one''s other actions until the transaction ends; raises P0002 if there is none.';

REVOKE EXECUTE ON FUNCTION training.own_action(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_action(bigint) TO tessera_service;
