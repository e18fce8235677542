CREATE OR REPLACE FUNCTION framework.case_documents(base text)
RETURNS TABLE (document_key bigint, identifier uuid, title text, uri text, told jsonb, members jsonb)
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        d.document_key, d.identifier, d.title,
        framework.case_uri(base, 'CFDocuments', d.identifier, d.members),
        jsonb_strip_nulls(jsonb_build_object(
            'identifier', d.identifier,
            'uri', framework.case_uri(base, 'CFDocuments', d.identifier, d.members),
            'frameworkType', d.framework_type,
            'caseVersion', d.case_version,
            'creator', d.creator,
            'title', d.title,
            'lastChangeDateTime', framework.case_time(d.last_change),
            'officialSourceURL', d.official_source_url,
            'publisher', d.publisher,
            'description', d.description,
            'subject', CASE WHEN d.subjects <> '{}' THEN to_jsonb(d.subjects) END,
            'subjectURI', (
                SELECT jsonb_agg(
                    framework.case_link(subject.title, subject.identifier, subject.uri) ORDER BY subject.ordinal)
                FROM framework.case_definitions(base) AS subject
                WHERE subject.document_key = d.document_key AND subject.kind = 'subject'
                    AND subject.title = ANY (d.subjects)
            ),
            'language', d.language,
            'version', d.version,
            'adoptionStatus', d.adoption_status,
            'statusStartDate', d.status_start_date,
            'statusEndDate', d.status_end_date,
            'licenseURI', (
                SELECT framework.case_link(licence.title, licence.identifier, licence.uri)
                FROM framework.case_definitions(base) AS licence
                WHERE licence.document_key = d.document_key AND licence.kind = 'licence' AND licence.title = d.licence
                ORDER BY licence.ordinal
                LIMIT 1
            ),
            'notes', d.notes
        ))
        || CASE WHEN extensions.told = '{}' THEN '{}' ELSE jsonb_build_object('extensions', extensions.told) END,
        d.members
    FROM framework.document AS d
    CROSS JOIN LATERAL (
        SELECT d.extensions || jsonb_strip_nulls(jsonb_build_object(
            'iust:code', CASE WHEN d.code <> d.identifier::text THEN d.code END,
            'iust:derivedFrom', (
                SELECT origin.identifier FROM framework.document AS origin
                WHERE origin.document_key = d.derived_from
            ),
            'iust:translations', (
                SELECT jsonb_object_agg(language, texts)
                FROM (
                    SELECT t.language, jsonb_object_agg(t.field, t.text) AS texts
                    FROM framework.document_translation AS t
                    WHERE t.document_key = d.document_key
                    GROUP BY t.language
                ) AS by_language
            )
        )) AS told
    ) AS extensions
$$;

COMMENT ON FUNCTION framework.case_documents(text) IS
    'Documents as the columns tell them in CASE 1.1, for a node with this base URL, and what is otherwise. Proposals '
    'are not among the extensions.';

REVOKE EXECUTE ON FUNCTION framework.case_documents(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.case_documents(text) TO tessera_service;
