-- One row per statement of the pilots that the asking evaluator may see.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.

CREATE OR REPLACE VIEW evaluation.statements WITH (security_barrier = true) AS
SELECT
    pilot.code AS pilot,
    statement.statement_id,
    evaluation.pseudonym(enrolment.registration, pilot.pseudonym_secret, statement.actor_key) AS person,
    enrolment.enrolment_key IS NOT NULL AS enrolled,
    partner.code AS partner,
    statement.registration,
    verb.iri AS verb,
    object.iri AS object,
    object.type AS object_type,
    instrument.iri AS instrument,
    item.iri AS item,
    curriculum.iri AS curriculum,
    CASE
        WHEN named_profile.code IS NOT NULL THEN named_profile.code
        WHEN statement.profile_key IS NULL OR statement.profile_key = pilot.profile_activity_key
            THEN pilot_profile.code
    END AS profile,
    CASE competence.kind WHEN 'competence' THEN competence.code WHEN 'level' THEN level_of.code END AS competence,
    competence_activity.iri AS competence_iri,
    CASE
        WHEN statement.other_competence_keys IS NOT NULL THEN ARRAY(
            SELECT COALESCE(further_level_of.code, further.code, activity.iri)
            FROM lrs.activity
            LEFT JOIN framework.item AS further ON further.identifier = activity.cf_identifier
            LEFT JOIN framework.item AS further_level_of
                ON further_level_of.item_key = further.parent_key AND further.kind = 'level'
            WHERE activity.activity_key = ANY (statement.other_competence_keys)
            ORDER BY 1
        )
    END AS other_competences,
    statement.level,
    statement.level_method::text AS level_method,
    statement.phase::text AS phase,
    statement.months_after,
    statement.score_scaled,
    statement.score_raw,
    statement.score_min,
    statement.score_max,
    statement.success,
    statement.completion,
    statement.response,
    statement.nonresponse::text AS nonresponse,
    statement.duration,
    statement."timestamp",
    statement.stored,
    now() AS as_of
FROM lrs.statement
JOIN training.pilot ON pilot.activity_key = statement.pilot_key
JOIN lrs.verb ON verb.verb_key = statement.verb_key
LEFT JOIN training.enrolment
    ON enrolment.pilot_key = pilot.pilot_key AND enrolment.agent_key = statement.actor_key
LEFT JOIN training.partner ON partner.partner_key = enrolment.partner_key
LEFT JOIN lrs.activity AS object ON object.activity_key = statement.object_activity_key
LEFT JOIN lrs.activity AS instrument ON instrument.activity_key = statement.instrument_key
LEFT JOIN lrs.activity AS item ON item.activity_key = statement.item_key
LEFT JOIN lrs.activity AS curriculum ON curriculum.activity_key = statement.curriculum_key
LEFT JOIN lrs.activity AS profile_activity ON profile_activity.activity_key = statement.profile_key
LEFT JOIN framework.item AS named_profile
    ON named_profile.identifier = profile_activity.cf_identifier AND named_profile.kind = 'profile'
LEFT JOIN framework.item AS pilot_profile ON pilot_profile.identifier = pilot.profile_item
LEFT JOIN lrs.activity AS competence_activity ON competence_activity.activity_key = statement.competence_key
LEFT JOIN framework.item AS competence ON competence.identifier = competence_activity.cf_identifier
LEFT JOIN framework.item AS level_of ON level_of.item_key = competence.parent_key
WHERE NOT statement.voided;

ALTER VIEW evaluation.statements OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.statements TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.statements IS
    'One row per xAPI statement of a defined pilot. Voided statements never count. Source: lrs.statement with its '
    'dictionaries, framework and enrolment. Caveat: rows are about single people, by pseudonym: personal data, for the '
    'partner''s own evaluation; before passing numbers on, hide groups under evaluation.threshold().';
COMMENT ON COLUMN evaluation.statements.pilot IS
    'Code of the pilot that the statement names in its grouping or has as object. Source: training.pilot.';
COMMENT ON COLUMN evaluation.statements.statement_id IS 'Id of the statement; one row each.';
COMMENT ON COLUMN evaluation.statements.person IS
    'Pseudonym of the actor, stable within the pilot and different in every other: the registration of the enrolment; '
    'for actors not enrolled (assessors, for instance) a keyed digest. Null for an anonymous group.';
COMMENT ON COLUMN evaluation.statements.enrolled IS
    'Whether the actor is enrolled in the pilot. Source: training.enrolment.';
COMMENT ON COLUMN evaluation.statements.partner IS
    'Code of the partner that the actor belongs to, where the enrolment tells it; meant for joint pilots.';
COMMENT ON COLUMN evaluation.statements.registration IS
    'context.registration as sent. Caveat: a platform may send another than the enrolment''s; count people by person.';
COMMENT ON COLUMN evaluation.statements.verb IS 'IRI of the verb, e.g. http://adlnet.gov/expapi/verbs/passed.';
COMMENT ON COLUMN evaluation.statements.object IS
    'IRI of the object, if it is an activity; null for agents and references.';
COMMENT ON COLUMN evaluation.statements.object_type IS
    'IRI of the object''s activity type, as any statement has told it.';
COMMENT ON COLUMN evaluation.statements.instrument IS
    'IRI of the test, survey or self-assessment that the statement belongs to.';
COMMENT ON COLUMN evaluation.statements.item IS 'IRI of the item that was answered.';
COMMENT ON COLUMN evaluation.statements.curriculum IS 'IRI of the curriculum version in the grouping.';
COMMENT ON COLUMN evaluation.statements.profile IS
    'Code of the staff profile, e.g. P4: the one that the statement names, or the pilot''s when it names none. '
    'Null when it names one that the framework does not know.';
COMMENT ON COLUMN evaluation.statements.competence IS
    'Code of the competence, e.g. A1, also where the statement names one of its levels. Null when it names none, or '
    'one that the framework does not know: see competence_iri.';
COMMENT ON COLUMN evaluation.statements.competence_iri IS 'IRI by which the statement names the competence.';
COMMENT ON COLUMN evaluation.statements.other_competences IS
    'Further competences, where the statement is about several: codes, or IRIs that the framework does not know.';
COMMENT ON COLUMN evaluation.statements.level IS
    'Level told, 0 to 4; 0 means not shown. Ordinal: medians and shares, not means. Null: no level was told.';
COMMENT ON COLUMN evaluation.statements.level_method IS
    'How the level was found: self, test, observation, portfolio or recognition. Self-assessment never counts as '
    'proof.';
COMMENT ON COLUMN evaluation.statements.phase IS 'pre, during, post or followup; null if not told.';
COMMENT ON COLUMN evaluation.statements.months_after IS 'Months between the pilot''s end and a follow-up.';
COMMENT ON COLUMN evaluation.statements.score_scaled IS
    'Score from -1 to 1, exactly as sent. Null is missing, not zero.';
COMMENT ON COLUMN evaluation.statements.score_raw IS 'Score in points of the instrument, as sent.';
COMMENT ON COLUMN evaluation.statements.score_min IS 'Lowest possible points, as sent.';
COMMENT ON COLUMN evaluation.statements.score_max IS 'Highest possible points, as sent.';
COMMENT ON COLUMN evaluation.statements.success IS
    'Whether it was a success, as sent. Null is not assessed, never failed.';
COMMENT ON COLUMN evaluation.statements.completion IS 'Whether it was completed, as sent. Null is not told.';
COMMENT ON COLUMN evaluation.statements.response IS
    'The answer, as sent. Caveat: free text may tell who wrote it; never publish it raw.';
COMMENT ON COLUMN evaluation.statements.nonresponse IS
    'Why an item has no answer: omitted, not-reached, not-applicable or declined.';
COMMENT ON COLUMN evaluation.statements.duration IS
    'Time it took, as an interval, as sent. Caveat: outliers dominate sums; use medians.';
COMMENT ON COLUMN evaluation.statements."timestamp" IS 'When it happened, by the platform''s clock.';
COMMENT ON COLUMN evaluation.statements.stored IS 'When the store took it, by the database''s clock.';
COMMENT ON COLUMN evaluation.statements.as_of IS
    'Time of the query. Statements taken in its last moments may still be on their way.';
