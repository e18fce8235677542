CREATE OR REPLACE FUNCTION framework.import_document(package jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    received jsonb := package -> 'CFDocument';
    others jsonb := COALESCE(received -> 'extensions', '{}');
    wanted framework.document;
    other framework.document;
BEGIN
    wanted.identifier := received ->> 'identifier';
    wanted.code := COALESCE(others ->> 'iust:code', received ->> 'identifier');
    wanted.version := COALESCE(received ->> 'version', '1');
    SELECT document.* INTO other
    FROM framework.document
    WHERE document.code = wanted.code AND document.version = wanted.version
        AND document.identifier <> wanted.identifier;
    IF FOUND THEN
        PERFORM framework.refuse_package(
            '/CFDocument/version',
            format('must be another: the document %s is framework %s version %s already', other.identifier,
                wanted.code, wanted.version)
        );
    END IF;

    SELECT document.document_key INTO wanted.derived_from
    FROM framework.document
    WHERE document.identifier = framework.case_identifier(others ->> 'iust:derivedFrom')
        AND document.identifier <> wanted.identifier;
    IF FOUND THEN
        others := others - 'iust:derivedFrom';
    END IF;
    wanted.status_start_date := framework.case_date(received ->> 'statusStartDate');
    wanted.status_end_date := framework.case_date(received ->> 'statusEndDate');
    IF wanted.status_end_date < wanted.status_start_date THEN
        wanted.status_end_date := NULL;
    END IF;

    INSERT INTO framework.document AS document (
        identifier, code, version, title, creator, publisher, description, language, status_start_date,
        status_end_date, framework_type, case_version, licence, licence_uri, official_source_url, subjects, notes,
        extensions, package_members, derived_from, last_change
    )
    VALUES (
        wanted.identifier, wanted.code, wanted.version, received ->> 'title', received ->> 'creator',
        received ->> 'publisher', received ->> 'description',
        COALESCE(substring(received ->> 'language' FROM '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$'), 'en'),
        wanted.status_start_date, wanted.status_end_date, received ->> 'frameworkType',
        COALESCE(received ->> 'caseVersion', '1.1'), received #>> '{licenseURI,title}',
        received #>> '{licenseURI,uri}', received ->> 'officialSourceURL',
        ARRAY(SELECT jsonb_array_elements_text(received -> 'subject')), received ->> 'notes',
        others - '{iust:code,iust:translations,iust:proposals}'::text[],
        CASE WHEN package ? 'extensions' THEN jsonb_build_object('extensions', package -> 'extensions') ELSE '{}' END
        || CASE
            WHEN package -> 'CFDefinitions' ? 'extensions'
                THEN jsonb_build_object('definitions', package #> '{CFDefinitions,extensions}')
            ELSE '{}'
        END,
        wanted.derived_from, (received ->> 'lastChangeDateTime')::timestamptz
    )
    ON CONFLICT (identifier) DO UPDATE SET
        code = excluded.code, version = excluded.version, title = excluded.title, creator = excluded.creator,
        publisher = excluded.publisher, description = excluded.description, language = excluded.language,
        status_start_date = excluded.status_start_date, status_end_date = excluded.status_end_date,
        framework_type = excluded.framework_type, case_version = excluded.case_version, licence = excluded.licence,
        licence_uri = excluded.licence_uri, official_source_url = excluded.official_source_url,
        subjects = excluded.subjects, notes = excluded.notes, extensions = excluded.extensions,
        package_members = excluded.package_members, derived_from = excluded.derived_from,
        last_change = excluded.last_change, members = '{}'
    RETURNING document.document_key INTO wanted.document_key;

    DELETE FROM framework.document_translation AS t WHERE t.document_key = wanted.document_key;
    INSERT INTO framework.document_translation (document_key, language, field, text)
    SELECT wanted.document_key, language.key, text.key, text.value
    FROM jsonb_each(received #> '{extensions,iust:translations}') AS language
    CROSS JOIN jsonb_each_text(language.value) AS text
    WHERE text.value <> '';
    RETURN wanted.document_key;
END
$$;

COMMENT ON FUNCTION framework.import_document(jsonb) IS
    'Writes the document of a CFPackage, new ones as drafts, and returns its key. A document without the scheme''s '
    'code has its identifier for code, one without version has version 1.';

REVOKE EXECUTE ON FUNCTION framework.import_document(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.import_document(jsonb) TO tessera_service;
