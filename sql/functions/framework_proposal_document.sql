CREATE OR REPLACE FUNCTION framework.proposal_document(of_code text, of_version text) RETURNS framework.document
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    standing framework.document;
BEGIN
    -- Locked, so that what happens to proposals of one document happens one after the other.
    SELECT document.* INTO standing
    FROM framework.document
    WHERE document.code = of_code AND document.version = of_version AND document.adoption_status <> 'Private Draft'
    FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no version "%" of a framework "%" here', of_version, of_code
            USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM framework.refuse_frozen(ARRAY[standing.document_key]);
    RETURN standing;
END
$$;

COMMENT ON FUNCTION framework.proposal_document(text, text) IS
    'The draft that is discussed, locked until the transaction ends; raises SQLSTATE P0002 if there is none that '
    'anybody may see, and 55000 if it is adopted or deprecated.';

REVOKE EXECUTE ON FUNCTION framework.proposal_document(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_document(text, text) TO tessera_service;
