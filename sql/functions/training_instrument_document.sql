CREATE OR REPLACE FUNCTION training.instrument_document(of_version bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT jsonb_build_object(
        'code', instrument.code,
        'version', version.version,
        'iri', version.iri,
        'kind', instrument.kind,
        'title', version.titles,
        'partners', ARRAY(
            SELECT partner.code
            FROM training.instrument_partner
            JOIN training.partner USING (partner_key)
            WHERE instrument_partner.instrument_key = instrument.instrument_key
            ORDER BY partner.code
        ),
        'state', version.state,
        'items', (
            SELECT jsonb_agg(
                jsonb_build_object('iri', item.iri, 'text', item.texts, 'interaction', item.interaction)
                || CASE WHEN item.reversed THEN '{"reversed": true}'::jsonb ELSE '{}' END
                || jsonb_strip_nulls(
                    jsonb_build_object(
                        'correctResponses', item.correct_responses,
                        'competence', competence.code,
                        'targetLevel', item.target_level,
                        'kirkpatrick', item.kirkpatrick_level,
                        'aspect', item.aspect
                    )
                )
                || COALESCE(
                    (
                        SELECT jsonb_object_agg(options.component, options.list)
                        FROM (
                            SELECT
                                option.component,
                                jsonb_agg(
                                    jsonb_build_object('id', option.option_id)
                                    || CASE option.labels
                                        WHEN '{}' THEN '{}'
                                        ELSE jsonb_build_object('label', option.labels)
                                    END
                                    ORDER BY option.position
                                ) AS list
                            FROM training.instrument_option AS option
                            WHERE option.instrument_item_key = item.instrument_item_key
                            GROUP BY option.component
                        ) AS options
                    ),
                    '{}'
                )
                ORDER BY item.position
            )
            FROM training.instrument_item AS item
            LEFT JOIN framework.item AS competence ON competence.identifier = item.competence_item
            WHERE item.instrument_version_key = version.instrument_version_key
        )
    )
    || CASE
        WHEN document.document_key IS NULL THEN '{}'
        ELSE jsonb_build_object(
            'framework', jsonb_build_object('code', document.code, 'version', document.version)
        )
    END
    || CASE
        WHEN version.published_at IS NULL THEN '{}'
        ELSE jsonb_build_object('publishedAt', version.published_at)
    END
    FROM training.instrument_version AS version
    JOIN training.instrument USING (instrument_key)
    LEFT JOIN framework.document USING (document_key)
    WHERE version.instrument_version_key = of_version
$$;

COMMENT ON FUNCTION training.instrument_document(bigint) IS
    'A version of an instrument as training.define_instrument takes it, with its state.';

REVOKE EXECUTE ON FUNCTION training.instrument_document(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.instrument_document(bigint) TO tessera_service;
