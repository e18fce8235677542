-- Whose session it is, and for which partner's credentials; no row when it has ended.
-- $1 hash of the session's secret.
SELECT
    link.agent_key, partner.code AS partner,
    CASE person.kind
        WHEN 'account' THEN person.home_page || ' ' || person.identifier
        WHEN 'mbox' THEN substr(person.identifier, length('mailto:') + 1)
        ELSE person.identifier
    END AS identity,
    session.expires_at
FROM credential.holder_session AS session
JOIN credential.claim_link AS link ON link.claim_link_key = session.claim_link_key
JOIN lrs.agent AS person ON person.agent_key = link.agent_key
LEFT JOIN training.partner AS partner ON partner.partner_key = link.partner_key
WHERE session.secret_hash = $1::bytea AND session.expires_at > now() AND link.revoked_at IS NULL;
