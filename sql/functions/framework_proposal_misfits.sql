CREATE OR REPLACE FUNCTION framework.proposal_misfits(of_proposal bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
    WITH edit AS (
        SELECT
            edit.number, edit.kind, edit.item_code, edit.competence_code, edit.old_text, edit.old_level,
            edit.old_weight, edit.new_level, item.item_key, item.kind AS item_kind, item.document_key,
            CASE edit.field
                WHEN 'full_statement' THEN 'fullStatement'
                WHEN 'abbreviated_statement' THEN 'abbreviatedStatement'
                ELSE edit.field
            END || COALESCE(' (' || edit.language || ')', '') AS field,
            framework.item_text(item.item_key, edit.field, edit.language) AS standing_text,
            competence.item_key AS competence_key, target.level AS standing_level,
            target.weight AS standing_weight, target.association_key
        FROM framework.proposal_edit AS edit
        JOIN framework.proposal ON proposal.proposal_key = edit.proposal_key
        -- Only items of the scheme have codes of their own.
        LEFT JOIN framework.item
            ON item.document_key = proposal.document_key AND item.kind <> 'item' AND item.code = edit.item_code
        LEFT JOIN framework.item AS competence
            ON competence.document_key = proposal.document_key AND competence.code = edit.competence_code
            AND competence.kind = 'competence'
        LEFT JOIN framework.profile_target AS target
            ON target.profile_key = item.item_key AND target.competence_key = competence.item_key
        WHERE edit.proposal_key = of_proposal
    ),
    judged AS (
        SELECT edit.number, CASE
            WHEN edit.kind = 'text' AND edit.item_key IS NULL
                THEN format('there is no item %s', edit.item_code)
            WHEN edit.kind = 'text' AND edit.standing_text IS DISTINCT FROM edit.old_text
                THEN format(
                    'what it replaces is no longer there: %s of %s is %s', edit.field, edit.item_code,
                    COALESCE('now "' || edit.standing_text || '"', 'empty')
                )
            WHEN edit.kind = 'text' THEN NULL
            WHEN edit.item_kind IS DISTINCT FROM 'profile'
                THEN format('there is no profile %s', edit.item_code)
            WHEN edit.competence_key IS NULL
                THEN format('there is no competence %s', edit.competence_code)
            WHEN (edit.standing_level, edit.standing_weight) IS DISTINCT FROM (edit.old_level, edit.old_weight)
                THEN format(
                    'what it replaces is no longer there: %s in %s has %s', edit.item_code, edit.competence_code,
                    CASE
                        WHEN edit.standing_level IS NULL THEN 'no target'
                        ELSE format('level %s with weight %s', edit.standing_level, trim_scale(edit.standing_weight))
                    END
                )
            WHEN edit.new_level IS NULL THEN NULL
            WHEN level.item_key IS NULL
                THEN format('competence %s has no level %s', edit.competence_code, edit.new_level)
            -- A relation to that level that is no target would become one.
            WHEN EXISTS (
                SELECT FROM framework.association
                WHERE association.origin_key = edit.item_key AND association.association_type = 'isRelatedTo'
                    AND association.destination_key = level.item_key
                    AND association.association_key IS DISTINCT FROM edit.association_key
            )
                THEN format('%s is related to level %s of %s otherwise', edit.item_code, edit.new_level,
                    edit.competence_code)
        END AS reason
        FROM edit
        LEFT JOIN framework.item AS level
            ON level.parent_key = edit.competence_key AND level.level = edit.new_level
    )
    SELECT COALESCE(
        jsonb_agg(
            jsonb_build_object('pointer', '/edits/' || judged.number - 1, 'reason', judged.reason)
            ORDER BY judged.number
        ),
        '[]'
    )
    FROM judged
    WHERE judged.reason IS NOT NULL;
$$;

COMMENT ON FUNCTION framework.proposal_misfits(bigint) IS
    'The edits of a proposal that do not fit the document as it is now, each with pointer (RFC 6901) and reason: what '
    'an edit replaces must be there, and what it names.';

REVOKE EXECUTE ON FUNCTION framework.proposal_misfits(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.proposal_misfits(bigint) TO tessera_service;
