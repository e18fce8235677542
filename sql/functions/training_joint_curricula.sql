-- SECURITY DEFINER, for it tells partners of the targets of others, which they cannot see otherwise: that these chose
-- the same, and nothing more.
CREATE OR REPLACE FUNCTION training.joint_curricula() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    WITH choice AS (
        SELECT
            target.document_key, target.profile_key, array_agg(partner.partner_key) AS partner_keys,
            jsonb_agg(jsonb_build_object('code', partner.code, 'name', partner.name) ORDER BY partner.code) AS partners
        FROM training.partner_target AS target
        JOIN training.partner USING (partner_key)
        WHERE target.state = 'chosen'
        GROUP BY target.document_key, target.profile_key
        HAVING count(*) > 1
            AND (training.asking_partner() IS NULL OR bool_or(partner.code = training.asking_partner()))
    ),
    -- Versions for the profile of curricula that all who chose it own.
    joint AS (
        SELECT choice.profile_key, curriculum.code, version.version, version.state
        FROM choice
        JOIN training.curriculum_profile USING (document_key, profile_key)
        JOIN training.curriculum_version AS version USING (curriculum_version_key)
        JOIN training.curriculum USING (curriculum_key)
        WHERE choice.partner_keys <@ ARRAY(
            SELECT owner.partner_key
            FROM training.curriculum_partner AS owner
            WHERE owner.curriculum_key = version.curriculum_key
        )
    )
    SELECT COALESCE(
        jsonb_agg(
            jsonb_build_object(
                'framework', jsonb_build_object('code', document.code, 'version', document.version),
                'profile', jsonb_build_object('code', profile.code, 'name', profile.full_statement),
                'partners', choice.partners,
                'competences', (
                    SELECT COALESCE(
                        jsonb_agg(
                            jsonb_build_object(
                                'competence', competence.code, 'name', competence.full_statement,
                                'level', target.level
                            )
                            ORDER BY competence.code
                        ),
                        '[]'
                    )
                    FROM framework.profile_target AS target
                    JOIN framework.item AS competence ON competence.item_key = target.competence_key
                    WHERE target.profile_key = choice.profile_key
                ),
                'drafts', (
                    SELECT COALESCE(
                        jsonb_agg(
                            jsonb_build_object('curriculum', joint.code, 'version', joint.version)
                            ORDER BY joint.code, joint.version
                        ),
                        '[]'
                    )
                    FROM joint WHERE joint.profile_key = choice.profile_key
                )
            )
            ORDER BY document.code, document.version, profile.code
        ),
        '[]'
    )
    FROM choice
    JOIN framework.document USING (document_key)
    JOIN framework.item AS profile ON profile.item_key = choice.profile_key
    WHERE NOT EXISTS (SELECT FROM joint WHERE joint.profile_key = choice.profile_key AND joint.state = 'published')
$$;

COMMENT ON FUNCTION training.joint_curricula() IS
    'Proposals of joint curricula: each staff profile of a framework version that several partners chose, with who '
    'they are, the competences and levels that it demands, and the drafts that they own jointly; until they own a '
    'published version for it. Of them the partner that asks sees those that it is concerned by.';

REVOKE EXECUTE ON FUNCTION training.joint_curricula() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.joint_curricula() TO tessera_service;
