CREATE OR REPLACE FUNCTION framework.import_package(package jsonb, base text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    received jsonb := package -> 'CFDocument';
    wanted_status text := CASE
        WHEN received ->> 'adoptionStatus' IN ('Private Draft', 'Draft', 'Adopted', 'Deprecated')
            THEN received ->> 'adoptionStatus'
        ELSE 'Draft'
    END;
    status_members text[] := '{adoptionStatus,statusStartDate,statusEndDate}';
    document bigint;
    said_otherwise jsonb;
    complaint text;
BEGIN
    -- Imports are rare; one at a time they cannot deadlock.
    PERFORM pg_advisory_xact_lock(hashtextextended('framework.import_package', 0));
    document := framework.import_document(package);
    PERFORM framework.refuse_taken_identifiers(document, package);

    -- What hangs on items goes before them, and comes anew.
    DELETE FROM framework.profile_target AS t
    USING framework.item WHERE item.item_key = t.profile_key AND item.document_key = document;
    DELETE FROM framework.association AS a WHERE a.document_key = document;
    DELETE FROM framework.rubric_criterion_level AS l WHERE l.document_key = document;
    DELETE FROM framework.rubric_criterion AS c WHERE c.document_key = document;
    DELETE FROM framework.rubric AS r WHERE r.document_key = document;

    -- Links tell addresses and titles of what they lead to, so that this comes first.
    PERFORM framework.import_definitions(document, package, base);
    SELECT framework.case_members(
        received - 'extensions', (told.told - 'extensions') || jsonb_build_object('adoptionStatus', wanted_status)
    ) INTO said_otherwise
    FROM framework.case_documents(base) AS told
    WHERE told.document_key = document;
    UPDATE framework.document AS d SET members = said_otherwise - status_members WHERE d.document_key = document;
    PERFORM framework.import_items(document, package, base);
    PERFORM framework.import_associations(document, package, base);
    PERFORM framework.import_rubrics(document, package, base);
    BEGIN
        PERFORM framework.import_proposals(document, received #> '{extensions,iust:proposals}');
    EXCEPTION WHEN invalid_parameter_value OR object_not_in_prerequisite_state THEN
        GET STACKED DIAGNOSTICS complaint = MESSAGE_TEXT;
        PERFORM framework.refuse_package('/CFDocument/extensions/iust:proposals', ltrim(complaint, '/'));
    END;

    -- The status comes last: nothing of an adopted document can be written.
    UPDATE framework.document AS d
    SET adoption_status = wanted_status, members = said_otherwise
    WHERE d.document_key = document
        AND (d.adoption_status, d.members) IS DISTINCT FROM (wanted_status, said_otherwise);
    RETURN document;
END
$$;

COMMENT ON FUNCTION framework.import_package(jsonb, text) IS
    'Writes a CFPackage of CASE 1.1, which is checked already, into the framework''s tables, for a node with this base '
    'URL, and returns the document''s key. A document that is there is replaced, its items by their identifiers; '
    'SQLSTATE 55000 if it is adopted, 22023 if the package does not fit what is there. Proposals that are there stay, and go on where the package''s have gone further.';

REVOKE EXECUTE ON FUNCTION framework.import_package(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_package(jsonb, text) TO tessera_service;
