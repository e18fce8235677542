-- Awards that have no credential yet, with everything that their credential says, locked for whoever signs them.
-- $1 how many at most.
WITH due AS MATERIALIZED (
    SELECT award_key FROM credential.awards_to_sign($1::int) AS award_key
)
SELECT
    a.award_key, a.award_id, a.level, a.achieved_at, a.awarded_at, a.awarded_at + r.validity AS valid_until,
    r.description AS criteria,
    competence.identifier AS competence_identifier, competence.code AS competence_code,
    coalesce(competence.abbreviated_statement, competence.full_statement) AS competence_name,
    d.identifier AS document_identifier, d.title || ' ' || d.version AS framework_name, d.language,
    coalesce(profile.abbreviated_statement, profile.full_statement) AS profile_name,
    p.iri AS pilot_iri, p.title AS pilot_title,
    person.identifier AS account_name, person.home_page AS account_home_page, person.kind::text AS account_kind,
    scale.numbers, scale.identifiers, scale.names, scale.descriptors, scale.eqf,
    credential.achievement_languages(competence.item_key) AS translations
FROM due
JOIN credential.award AS a ON a.award_key = due.award_key
JOIN credential.rule AS r ON r.rule_key = a.rule_key
JOIN framework.item AS competence ON competence.item_key = a.competence_item_key
JOIN framework.document AS d ON d.document_key = competence.document_key
LEFT JOIN framework.item AS profile ON profile.item_key = a.profile_item_key
LEFT JOIN training.pilot AS p ON p.pilot_key = a.pilot_key
JOIN lrs.agent AS person ON person.agent_key = a.agent_key
CROSS JOIN LATERAL credential.level_scale(competence.item_key, NULL) AS scale
ORDER BY a.award_key;
