-- The instruments that the caller may see, with their versions, as one JSON document.
-- $1 the code of one of them, which is then the document; null for all.
SELECT CASE
    WHEN $1::text IS NULL THEN json_build_object('instruments', COALESCE(json_agg(listed.document), '[]'))
    ELSE json_agg(listed.document) -> 0
END
FROM (
    SELECT json_strip_nulls(json_build_object(
        'code', instrument.code,
        'kind', instrument.kind,
        'partners', (
            SELECT COALESCE(json_agg(partner.code ORDER BY partner.code), '[]')
            FROM training.instrument_partner AS owner
            JOIN training.partner USING (partner_key)
            WHERE owner.instrument_key = instrument.instrument_key
        ),
        'versions', (
            SELECT json_agg(
                json_build_object(
                    'version', version.version, 'state', version.state, 'iri', version.iri, 'title', version.titles,
                    'items', (
                        SELECT count(*) FROM training.instrument_item AS item
                        WHERE item.instrument_version_key = version.instrument_version_key
                    ),
                    'publishedAt', version.published_at
                )
                ORDER BY version.instrument_version_key
            )
            FROM training.instrument_version AS version
            WHERE version.instrument_key = instrument.instrument_key
        )
    )) AS document
    FROM training.instrument
    WHERE $1::text IS NULL OR instrument.code = $1::text
    ORDER BY instrument.code
) AS listed;
