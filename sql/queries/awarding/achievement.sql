-- A competence at a level, with what awarding.unsigned_awards tells of an award; nobody holds it, and it rests on
-- nothing. Codes are those of several frameworks and of several versions of each: the newest published has the word.
-- $1 the competence's identifier, or null; $2 its code, where there is no identifier; $3 the level; $4 the language of
-- its texts, null for the framework's own.
SELECT
    0::bigint AS award_key, '00000000-0000-4000-8000-000000000000'::uuid AS award_id, $3::smallint AS level,
    now() AS achieved_at, now() AS awarded_at, NULL::timestamptz AS valid_until,
    COALESCE(
        (
            SELECT string_agg(r.description, E'\n\n' ORDER BY r.code)
            FROM credential.rules_for(ARRAY[competence.item_key], ARRAY[0]) AS decides
            JOIN credential.rule AS r ON r.rule_key = decides.rule_key
            WHERE decides.level = $3::smallint
        ),
        'How this level is found is decided in each pilot.'
    ) AS criteria,
    competence.identifier AS competence_identifier, competence.code AS competence_code,
    COALESCE(
        framework.item_text(competence.item_key, 'abbreviated_statement', $4::text),
        framework.item_text(competence.item_key, 'full_statement', $4::text)
    ) AS competence_name,
    d.identifier AS document_identifier, d.title || ' ' || d.version AS framework_name, d.language,
    NULL::text AS profile_name, NULL::text AS pilot_iri, NULL::text AS pilot_title,
    '' AS account_name, '' AS account_home_page, '' AS account_kind,
    scale.numbers, scale.identifiers, scale.names, scale.descriptors, scale.eqf,
    offered.languages AS translations
FROM framework.item AS competence
JOIN framework.document AS d ON d.document_key = competence.document_key
CROSS JOIN LATERAL credential.level_scale(competence.item_key, $4::text) AS scale
CROSS JOIN LATERAL credential.achievement_languages(competence.item_key) AS offered (languages)
WHERE competence.kind = 'competence' AND d.adoption_status <> 'Private Draft'
    AND (competence.identifier = $1::uuid OR ($1::uuid IS NULL AND competence.code = $2::text))
    AND $3::smallint = ANY (scale.numbers)
    AND ($4::text IS NULL OR $4::text = ANY (offered.languages))
ORDER BY d.document_key DESC
LIMIT 1;
