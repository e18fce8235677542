CREATE OR REPLACE FUNCTION framework.apply_proposal_targets(of_proposal bigint) RETURNS void
    LANGUAGE sql
    SET search_path = pg_catalog, pg_temp
AS $$
    -- One statement, so that all edits see the document as it was. What ties a target to its association is checked at
    -- the transaction's end.
    WITH edit AS MATERIALIZED (
        SELECT
            proposal.document_key, document.identifier AS namespace, edit.item_code, edit.competence_code,
            edit.new_level, edit.new_weight, profile.item_key AS profile_key, competence.item_key AS competence_key,
            level.item_key AS level_key, target.association_key
        FROM framework.proposal_edit AS edit
        JOIN framework.proposal USING (proposal_key)
        JOIN framework.document USING (document_key)
        JOIN framework.item AS profile
            ON profile.document_key = proposal.document_key AND profile.kind = 'profile'
            AND profile.code = edit.item_code
        JOIN framework.item AS competence
            ON competence.document_key = proposal.document_key AND competence.kind = 'competence'
            AND competence.code = edit.competence_code
        LEFT JOIN framework.item AS level
            ON level.parent_key = competence.item_key AND level.level = edit.new_level
        LEFT JOIN framework.profile_target AS target
            ON target.profile_key = profile.item_key AND target.competence_key = competence.item_key
        WHERE edit.proposal_key = of_proposal AND edit.kind = 'target'
    ),
    removed AS (
        DELETE FROM framework.profile_target AS target
        USING edit
        WHERE target.association_key = edit.association_key AND edit.new_level IS NULL
        RETURNING target.association_key
    ),
    disassociated AS (
        DELETE FROM framework.association
        USING removed
        WHERE association.association_key = removed.association_key
    ),
    -- How a package wrote the link to the level before says nothing of the new one.
    redirected AS (
        UPDATE framework.association
        SET destination_key = edit.level_key, last_change = now(),
            members = association.members - '{destinationNodeURI,lastChangeDateTime}'::text[]
        FROM edit
        WHERE association.association_key = edit.association_key AND edit.new_level IS NOT NULL
    ),
    moved AS (
        UPDATE framework.profile_target AS target
        SET level = edit.new_level, level_key = edit.level_key, weight = edit.new_weight
        FROM edit
        WHERE target.association_key = edit.association_key AND edit.new_level IS NOT NULL
    ),
    associated AS (
        INSERT INTO framework.association (
            document_key, identifier, association_type, origin_key, destination_key, extensions, last_change
        )
        SELECT
            edit.document_key,
            CASE
                WHEN EXISTS (SELECT FROM framework.association WHERE association.identifier = usual.identifier)
                    THEN gen_random_uuid()
                ELSE usual.identifier
            END,
            'isRelatedTo', edit.profile_key, edit.level_key, '{"iust:target": true}', now()
        FROM edit
        CROSS JOIN LATERAL framework.name_uuid(
            edit.namespace, 'association/target/' || edit.item_code || '/' || edit.competence_code
        ) AS usual (identifier)
        WHERE edit.association_key IS NULL AND edit.new_level IS NOT NULL
        RETURNING association.association_key, association.origin_key, association.destination_key
    )
    INSERT INTO framework.profile_target (profile_key, competence_key, level, level_key, weight, association_key)
    SELECT
        edit.profile_key, edit.competence_key, edit.new_level, edit.level_key, edit.new_weight,
        associated.association_key
    FROM edit
    JOIN associated ON associated.origin_key = edit.profile_key AND associated.destination_key = edit.level_key;
$$;

COMMENT ON FUNCTION framework.apply_proposal_targets(bigint) IS
    'The part of framework.decide_proposal that changes profiles'' targets; it is known that the edits fit.';

REVOKE EXECUTE ON FUNCTION framework.apply_proposal_targets(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION framework.apply_proposal_targets(bigint) TO tessera_service;
