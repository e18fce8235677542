CREATE OR REPLACE FUNCTION framework.proposal_edits_json(of_proposal bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(
        jsonb_agg(
            CASE edit.kind
                WHEN 'text' THEN
                    jsonb_build_object(
                        'kind', 'text', 'item', edit.item_code,
                        'field', CASE edit.field
                            WHEN 'full_statement' THEN 'fullStatement'
                            WHEN 'abbreviated_statement' THEN 'abbreviatedStatement'
                            ELSE edit.field
                        END,
                        'from', edit.old_text, 'to', edit.new_text
                    ) || CASE
                        WHEN edit.language IS NULL THEN '{}' ELSE jsonb_build_object('language', edit.language)
                    END
                ELSE
                    jsonb_build_object(
                        'kind', 'target', 'profile', edit.item_code, 'competence', edit.competence_code,
                        'from', CASE
                            WHEN edit.old_level IS NOT NULL THEN jsonb_build_object(
                                'level', edit.old_level, 'weight', trim_scale(edit.old_weight)
                            )
                        END,
                        'to', CASE
                            WHEN edit.new_level IS NOT NULL THEN jsonb_build_object(
                                'level', edit.new_level, 'weight', trim_scale(edit.new_weight)
                            )
                        END
                    )
            END ORDER BY edit.number
        ),
        '[]'
    )
    FROM framework.proposal_edit AS edit
    WHERE edit.proposal_key = of_proposal;
$$;

COMMENT ON FUNCTION framework.proposal_edits_json(bigint) IS
    'The edits of a proposal in their order, as framework.make_proposal describes them.';

REVOKE EXECUTE ON FUNCTION framework.proposal_edits_json(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_edits_json(bigint) TO tessera_service;
