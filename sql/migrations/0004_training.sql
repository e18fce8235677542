-- Partners, pilots and enrolment, by pseudonym. Names of people never stand here: who an account is, is told by
-- schema identity only, which no role that reads this schema may read.

-- Partners ------------------------------------------------------------------------------------------------------------

CREATE TABLE training.partner (
    partner_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
    name text NOT NULL CHECK (name <> ''),
    country text CHECK (country ~ '^[A-Z]{2}$'),
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE training.partner IS 'Organisations that run pilots, mostly cities and regions.';
COMMENT ON COLUMN training.partner.partner_key IS 'Internal key; API keys and evaluators are limited by it.';
COMMENT ON COLUMN training.partner.code IS 'Short name in addresses and files, e.g. riga.';
COMMENT ON COLUMN training.partner.name IS 'Name for people.';
COMMENT ON COLUMN training.partner.country IS 'ISO 3166-1 alpha-2 code of the country.';
COMMENT ON COLUMN training.partner.created_at IS 'When the partner was first named.';

-- Pilots --------------------------------------------------------------------------------------------------------------

CREATE TABLE training.pilot (
    pilot_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
    iri text NOT NULL UNIQUE,
    activity_key bigint NOT NULL UNIQUE REFERENCES lrs.activity,
    title text NOT NULL CHECK (title <> ''),
    document_key bigint NOT NULL REFERENCES framework.document,
    profile_item uuid NOT NULL REFERENCES framework.item (identifier),
    profile_iri text,
    profile_activity_key bigint REFERENCES lrs.activity,
    curriculum_iri text NOT NULL,
    curriculum_activity_key bigint NOT NULL REFERENCES lrs.activity,
    curriculum_version text NOT NULL CHECK (curriculum_version <> ''),
    curriculum_title text,
    planned_hours numeric(7, 2) CHECK (planned_hours > 0),
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'closed', 'reported')),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    pseudonym_secret uuid NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CHECK (ends_on >= starts_on),
    CHECK ((profile_iri IS NULL) = (profile_activity_key IS NULL))
);
CREATE INDEX pilot_by_document ON training.pilot (document_key);
CREATE INDEX pilot_by_profile ON training.pilot (profile_item);
CREATE INDEX pilot_by_curriculum ON training.pilot (curriculum_activity_key);

COMMENT ON TABLE training.pilot IS
    'One run of one curriculum version, by one or several partners, for one staff profile: the unit of evaluation.';
COMMENT ON COLUMN training.pilot.pilot_key IS 'Internal key. lrs.statement.pilot_key is not this one but activity_key.';
COMMENT ON COLUMN training.pilot.code IS 'Short name in addresses, views and files, e.g. riga-2026-1; never changes.';
COMMENT ON COLUMN training.pilot.iri IS 'Activity IRI by which statements name the pilot (grouping); never changes.';
COMMENT ON COLUMN training.pilot.activity_key IS
    'The pilot''s row in lrs.activity; statements refer to the pilot by it.';
COMMENT ON COLUMN training.pilot.title IS 'Title for people.';
COMMENT ON COLUMN training.pilot.document_key IS
    'The framework version whose profile, competences and levels are meant.';
COMMENT ON COLUMN training.pilot.profile_item IS 'CASE identifier of the staff profile trained for.';
COMMENT ON COLUMN training.pilot.profile_iri IS
    'Activity IRI by which statements name the profile, if they use their own.';
COMMENT ON COLUMN training.pilot.profile_activity_key IS 'The profile''s row in lrs.activity.';
COMMENT ON COLUMN training.pilot.curriculum_iri IS 'Activity IRI of the curriculum version (grouping).';
COMMENT ON COLUMN training.pilot.curriculum_activity_key IS 'The curriculum''s row in lrs.activity.';
COMMENT ON COLUMN training.pilot.curriculum_version IS 'Version of the curriculum that is run.';
COMMENT ON COLUMN training.pilot.curriculum_title IS 'Title of the curriculum.';
COMMENT ON COLUMN training.pilot.planned_hours IS 'Planned training time per person, in hours.';
COMMENT ON COLUMN training.pilot.state IS 'planned, running, closed (training over) or reported (report published).';
COMMENT ON COLUMN training.pilot.starts_on IS 'First day of the training.';
COMMENT ON COLUMN training.pilot.ends_on IS 'Last day of the training.';
COMMENT ON COLUMN training.pilot.pseudonym_secret IS
    'Mixed into the pseudonyms of people without enrolment, so that nobody can link them across pilots. Not shown.';
COMMENT ON COLUMN training.pilot.created_at IS 'When the pilot was first defined.';
COMMENT ON COLUMN training.pilot.changed_at IS 'When its definition last changed.';

CREATE TABLE training.pilot_phase (
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    phase lrs.phase NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    PRIMARY KEY (pilot_key, phase),
    CHECK (ends_on >= starts_on)
);

COMMENT ON TABLE training.pilot_phase IS 'When each phase of the evaluation design is planned.';
COMMENT ON COLUMN training.pilot_phase.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_phase.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN training.pilot_phase.starts_on IS 'First day of the phase.';
COMMENT ON COLUMN training.pilot_phase.ends_on IS 'Last day of the phase.';

CREATE TABLE training.pilot_partner (
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    partner_key bigint NOT NULL REFERENCES training.partner,
    PRIMARY KEY (pilot_key, partner_key)
);
CREATE INDEX pilot_partner_by_partner ON training.pilot_partner (partner_key, pilot_key);

COMMENT ON TABLE training.pilot_partner IS 'Which partners run a pilot; several run it jointly and all of them see it.';
COMMENT ON COLUMN training.pilot_partner.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_partner.partner_key IS 'The partner.';

-- Enrolment -----------------------------------------------------------------------------------------------------------

CREATE TABLE training.enrolment (
    enrolment_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint NOT NULL REFERENCES training.pilot,
    partner_key bigint,
    agent_key bigint NOT NULL REFERENCES lrs.agent,
    registration uuid NOT NULL UNIQUE,
    enrolled_on date NOT NULL,
    withdrawn_on date,
    UNIQUE (pilot_key, agent_key),
    FOREIGN KEY (pilot_key, partner_key) REFERENCES training.pilot_partner,
    CHECK (withdrawn_on >= enrolled_on)
);
CREATE INDEX enrolment_by_agent ON training.enrolment (agent_key);
CREATE INDEX enrolment_by_partner ON training.enrolment (pilot_key, partner_key);

COMMENT ON TABLE training.enrolment IS
    'One person''s place in one pilot, by pseudonymous account. The denominators of response rates come from here.';
COMMENT ON COLUMN training.enrolment.enrolment_key IS 'Internal key.';
COMMENT ON COLUMN training.enrolment.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.enrolment.partner_key IS 'The partner that the person belongs to, in a joint pilot.';
COMMENT ON COLUMN training.enrolment.agent_key IS
    'The pseudonymous account. Its row in lrs.agent is written at enrolment, so that statements find it at once.';
COMMENT ON COLUMN training.enrolment.registration IS
    'xAPI registration: one per person and pilot. Evaluators know the person by it and by nothing else.';
COMMENT ON COLUMN training.enrolment.enrolled_on IS 'Day of enrolment.';
COMMENT ON COLUMN training.enrolment.withdrawn_on IS
    'Day on which the person left before the end; null for who stayed.';

-- Who sees which pilot ------------------------------------------------------------------------------------------------

-- The one rule of visibility; every policy asks it, directly or through training.pilot. It takes the role as an
-- argument because inside a SECURITY DEFINER function current_user is the definer. Evaluators cannot ask it about
-- others: they have no USAGE on this schema.
CREATE FUNCTION training.visible_pilots(asking name) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(array_agg(pilot.pilot_key), '{}')
    FROM training.pilot
    WHERE EXISTS (
        SELECT FROM ops.evaluator
        WHERE evaluator.role_name = asking
            AND (
                evaluator.all_partners
                OR EXISTS (
                    SELECT FROM training.pilot_partner
                    JOIN ops.evaluator_partner USING (partner_key)
                    WHERE pilot_partner.pilot_key = pilot.pilot_key
                        AND evaluator_partner.role_name = evaluator.role_name
                )
            )
    )
$$;
COMMENT ON FUNCTION training.visible_pilots(name) IS
    'Keys of the pilots that an evaluator''s role may see: those that at least one of its partners runs, or all of '
    'them if it sees all partners; none for a role that is no evaluator.';
REVOKE EXECUTE ON FUNCTION training.visible_pilots(name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.visible_pilots(name) TO tessera_evaluator, tessera_reporting;

ALTER TABLE training.partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.pilot ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.pilot_phase ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.pilot_partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.enrolment ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON training.partner TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY service ON training.pilot TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY service ON training.pilot_phase TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY service ON training.pilot_partner TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY service ON training.enrolment TO tessera_service USING (true) WITH CHECK (true);

-- The views that evaluators read belong to tessera_reporting, so these policies apply, with the evaluator as
-- current_user. The sub-selects are uncorrelated on purpose: they run once a query, not once a row.
CREATE POLICY evaluator ON training.pilot FOR SELECT TO tessera_reporting
    USING (pilot_key = ANY ((SELECT training.visible_pilots(current_user))::bigint[]));
CREATE POLICY evaluator ON training.pilot_phase FOR SELECT TO tessera_reporting
    USING (pilot_key = ANY ((SELECT training.visible_pilots(current_user))::bigint[]));
CREATE POLICY evaluator ON training.pilot_partner FOR SELECT TO tessera_reporting
    USING (pilot_key = ANY ((SELECT training.visible_pilots(current_user))::bigint[]));
CREATE POLICY evaluator ON training.enrolment FOR SELECT TO tessera_reporting
    USING (pilot_key = ANY ((SELECT training.visible_pilots(current_user))::bigint[]));
-- Every partner of a visible pilot is visible: those who run it jointly know each other.
CREATE POLICY evaluator ON training.partner FOR SELECT TO tessera_reporting
    USING (partner_key IN (SELECT pilot_partner.partner_key FROM training.pilot_partner));

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA training TO tessera_service;
GRANT USAGE ON SCHEMA training TO tessera_reporting;
-- lrs.agent, which knows the accounts, is not among them.
GRANT SELECT ON ALL TABLES IN SCHEMA training TO tessera_reporting;
