-- What evaluators reach: schema evaluation, and behind its views only rows of pilots that they may see.
--
-- The views (sql/views/evaluation) belong to tessera_reporting. PostgreSQL checks a view's tables, and their row-level
-- security, with the rights of the view's owner, while current_user stays the evaluator who asks. So tessera_reporting
-- gets the columns that the views need, the policies admit the rows of the asking evaluator's pilots, and evaluators
-- need no right on any table. Which pilots those are is told by training.visible_pilots alone: every policy here goes
-- through training.pilot, whose own policy applies inside the sub-selects as well.

GRANT USAGE ON SCHEMA evaluation TO tessera_evaluator;
-- Owning a view takes CREATE on its schema. Nobody logs in as tessera_reporting.
GRANT USAGE, CREATE ON SCHEMA evaluation TO tessera_reporting;

-- Rows ----------------------------------------------------------------------------------------------------------------

ALTER TABLE lrs.statement ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON lrs.statement TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY evaluator ON lrs.statement FOR SELECT TO tessera_reporting
    USING (pilot_key = ANY (ARRAY(SELECT pilot.activity_key FROM training.pilot)));

ALTER TABLE credential.award ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.award TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY evaluator ON credential.award FOR SELECT TO tessera_reporting
    USING (pilot_key = ANY (ARRAY(SELECT pilot.pilot_key FROM training.pilot)));

ALTER TABLE credential.award_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.award_evidence TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY evaluator ON credential.award_evidence FOR SELECT TO tessera_reporting
    USING (award_key IN (SELECT award.award_key FROM credential.award));

ALTER TABLE credential.credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.credential TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY evaluator ON credential.credential FOR SELECT TO tessera_reporting
    USING (award_key IN (SELECT award.award_key FROM credential.award));

-- Columns -------------------------------------------------------------------------------------------------------------

GRANT USAGE ON SCHEMA lrs, credential TO tessera_reporting;
GRANT SELECT ON lrs.verb TO tessera_reporting;
GRANT SELECT (activity_key, iri, type, cf_identifier) ON lrs.activity TO tessera_reporting;
-- Not the payload: it holds accounts, and whatever else was sent. Not lrs.agent either.
GRANT SELECT (
    statement_key, statement_id, stored, "timestamp", actor_key, object_activity_key, pilot_key, curriculum_key,
    profile_key, instrument_key, item_key, competence_key, registration, verb_key, phase, level_method, nonresponse,
    level, months_after, success, completion, voided, duration, score_scaled, score_raw, score_min, score_max, response,
    other_competence_keys
) ON lrs.statement TO tessera_reporting;
GRANT SELECT ON credential.rule, credential.award, credential.award_evidence TO tessera_reporting;
-- Not the credential itself: its subject is the account.
GRANT SELECT (credential_id, award_key, issued_at, valid_from, valid_until) ON credential.credential
    TO tessera_reporting;
