-- The credentials of a person that the caller may see, newest first within each area, with the links that show them, as
-- one JSON document.
-- $1 key of the person.
SELECT json_build_object(
    'credentials', COALESCE(json_agg(
        json_strip_nulls(json_build_object(
            'id', c.credential_id,
            'competence', competence.code,
            'name', COALESCE(competence.abbreviated_statement, competence.full_statement),
            'area', COALESCE(area.code || ' ', '') || COALESCE(area.abbreviated_statement, area.full_statement),
            'profile', COALESCE(profile.abbreviated_statement, profile.full_statement),
            'framework', document.title || ' ' || document.version,
            'level', a.level,
            'levelName', regexp_replace(level.abbreviated_statement, '^L[0-9] ', ''),
            'levels', (
                SELECT count(*) FROM framework.item AS l
                WHERE l.parent_key = competence.item_key AND l.kind = 'level'
            ),
            'descriptor', level.full_statement,
            'eqf', level.eqf_reference,
            'issuedAt', c.issued_at,
            'validFrom', c.valid_from,
            'validUntil', c.valid_until,
            'isExpired', c.valid_until IS NOT NULL AND c.valid_until <= now(),
            'revokedAt', COALESCE(r.revoked_at, a.withdrawn_at),
            'revocationReason', COALESCE(r.reason, a.withdrawal_reason),
            'signedAnewAt', (
                SELECT max(former.superseded_at) FROM credential.superseded AS former
                WHERE former.credential_id = c.credential_id
            ),
            'evidence', (SELECT count(*) FROM credential.award_evidence AS e WHERE e.award_key = a.award_key),
            'shares', (
                SELECT COALESCE(json_agg(
                    json_strip_nulls(json_build_object(
                        'id', s.share_link_id, 'label', s.label, 'showsEvidence', s.shows_evidence,
                        'createdAt', s.created_at, 'expiresAt', s.expires_at, 'revokedAt', s.revoked_at,
                        'isGood', s.revoked_at IS NULL AND COALESCE(s.expires_at > now(), true),
                        'openings', s.openings, 'lastOpenedOn', s.last_opened_on,
                        'showsName', s.sealed_name IS NOT NULL
                    ))
                    ORDER BY s.share_link_key DESC
                ), '[]')
                FROM credential.share_link AS s
                WHERE s.credential_id = c.credential_id
            )
        ))
        ORDER BY area.code NULLS LAST, competence.code, a.level DESC, c.issued_at DESC
    ), '[]')
)
FROM credential.award AS a
JOIN credential.credential AS c ON c.award_key = a.award_key
JOIN framework.item AS competence ON competence.item_key = a.competence_item_key
JOIN framework.document AS document ON document.document_key = competence.document_key
LEFT JOIN framework.item AS area ON area.item_key = competence.parent_key
LEFT JOIN framework.item AS level
    ON level.parent_key = competence.item_key AND level.kind = 'level' AND level.level = a.level
LEFT JOIN framework.item AS profile ON profile.item_key = a.profile_item_key
LEFT JOIN credential.revocation AS r ON r.credential_id = c.credential_id
WHERE a.agent_key = $1::bigint;
