-- One row per award of the pilots that the asking evaluator may see.
-- Columns are only ever added, at the end; anything else is a change of the contract and a migration.
--
-- The ids of award and credential are left out on purpose: with one, anybody could open the credential's public page
-- and read whose account it is.

CREATE OR REPLACE VIEW evaluation.awards WITH (security_barrier = true) AS
SELECT
    pilot.code AS pilot,
    evaluation.pseudonym(enrolment.registration, pilot.pseudonym_secret, award.agent_key) AS person,
    partner.code AS partner,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    award.level,
    COALESCE(award_profile.code, pilot_profile.code) AS profile,
    award.method::text AS level_method,
    rule.code || ' ' || rule.version AS rule,
    award.achieved_at,
    award.awarded_at,
    evidence.statement_id AS evidence_statement_id,
    COALESCE(evidence.statements, 0) AS evidence_statements,
    CASE
        WHEN award.decision = 'refused' THEN 'refused'
        WHEN award.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN award.decision = 'proposed' THEN 'proposed'
        WHEN credential.credential_id IS NULL THEN 'pending'
        WHEN credential.valid_until <= now() THEN 'expired'
        ELSE 'valid'
    END AS credential_status,
    credential.issued_at,
    credential.valid_until,
    award.withdrawn_at,
    now() AS as_of
FROM credential.award
JOIN training.pilot ON pilot.pilot_key = award.pilot_key
JOIN framework.item AS competence ON competence.item_key = award.competence_item_key
JOIN framework.document ON document.document_key = competence.document_key
JOIN credential.rule ON rule.rule_key = award.rule_key
LEFT JOIN training.enrolment ON enrolment.pilot_key = pilot.pilot_key AND enrolment.agent_key = award.agent_key
LEFT JOIN training.partner ON partner.partner_key = enrolment.partner_key
LEFT JOIN framework.item AS award_profile ON award_profile.item_key = award.profile_item_key
LEFT JOIN framework.item AS pilot_profile ON pilot_profile.identifier = pilot.profile_item
LEFT JOIN credential.credential ON credential.award_key = award.award_key
LEFT JOIN (
    SELECT
        award_evidence.award_key, count(*) AS statements,
        (array_agg(award_evidence.statement_id ORDER BY award_evidence.statement_key))[1] AS statement_id
    FROM credential.award_evidence
    GROUP BY award_evidence.award_key
) AS evidence ON evidence.award_key = award.award_key;

ALTER VIEW evaluation.awards OWNER TO tessera_reporting;
GRANT SELECT ON evaluation.awards TO tessera_evaluator, tessera_service;

COMMENT ON VIEW evaluation.awards IS
    'One row per award: a level of a competence that a rule found a person to have shown in a pilot, with the state of '
    'its credential. Source: credential.award, award_evidence, credential. Caveats: no row is missing evidence, never '
    'a '
    'failure; a person holds a level of a competence once, in the pilot that showed it first. Rows are about single '
    'people, by pseudonym: before passing numbers on, hide groups under evaluation.threshold().';
COMMENT ON COLUMN evaluation.awards.pilot IS 'Code of the pilot in which the evidence arose. Source: training.pilot.';
COMMENT ON COLUMN evaluation.awards.person IS
    'Pseudonym of the person within the pilot; the same as evaluation.statements.person.';
COMMENT ON COLUMN evaluation.awards.partner IS
    'Code of the partner that the person belongs to, where the enrolment tells it; meant for joint pilots.';
COMMENT ON COLUMN evaluation.awards.framework IS
    'Code and version of the framework that competence and level are from.';
COMMENT ON COLUMN evaluation.awards.competence IS 'Code of the competence, e.g. A1. Source: framework.item.';
COMMENT ON COLUMN evaluation.awards.competence_name IS 'Name of the competence.';
COMMENT ON COLUMN evaluation.awards.level IS 'Level shown, 1 to 4; it includes the levels below. Ordinal.';
COMMENT ON COLUMN evaluation.awards.profile IS
    'Code of the staff profile, e.g. P4: the one that the evidence named, or the pilot''s.';
COMMENT ON COLUMN evaluation.awards.level_method IS
    'How the level was found: test, observation, portfolio or recognition; never self. Of evidence of several kinds, '
    'the kind that completed it.';
COMMENT ON COLUMN evaluation.awards.rule IS
    'Code and version of the rule that found the level. Source: credential.rule.';
COMMENT ON COLUMN evaluation.awards.achieved_at IS 'When, by the evidence, the level was shown.';
COMMENT ON COLUMN evaluation.awards.awarded_at IS 'When the rule found it.';
COMMENT ON COLUMN evaluation.awards.evidence_statement_id IS
    'Id of the statement that is the evidence, the first if there are several; joins '
    'evaluation.statements.statement_id, '
    'unless the statement was voided or erased since.';
COMMENT ON COLUMN evaluation.awards.evidence_statements IS 'Number of statements that are the evidence.';
COMMENT ON COLUMN evaluation.awards.credential_status IS
    'pending (not issued yet), valid, expired (as of as_of), withdrawn (the award no longer stands), or, where the '
    'pilot''s awards are approved by a person, proposed (not decided yet) or refused.';
COMMENT ON COLUMN evaluation.awards.issued_at IS 'When the credential was signed; null while pending.';
COMMENT ON COLUMN evaluation.awards.valid_until IS 'Until when the credential is valid; null: without end, or pending.';
COMMENT ON COLUMN evaluation.awards.withdrawn_at IS 'When the award was withdrawn; null while it stands.';
COMMENT ON COLUMN evaluation.awards.as_of IS 'Time of the query.';
