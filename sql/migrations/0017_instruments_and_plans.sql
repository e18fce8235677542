-- Instruments with their items, plans and states of pilots, and references that definitions resolve later.

-- Instruments ---------------------------------------------------------------------------------------------------------

CREATE TABLE training.instrument (
    instrument_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
    kind text NOT NULL CHECK (
        kind IN ('pre-test', 'post-test', 'survey', 'observation', 'self-assessment', 'follow-up')
    ),
    of_scheme boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE training.instrument IS
    'Tests, surveys, observations, self-assessments and follow-ups, over all versions.';
COMMENT ON COLUMN training.instrument.instrument_key IS 'Internal key.';
COMMENT ON COLUMN training.instrument.code IS 'Short name in addresses and files, e.g. reaction; never changes.';
COMMENT ON COLUMN training.instrument.kind IS
    'pre-test, post-test, survey, observation, self-assessment or follow-up; never changes.';
COMMENT ON COLUMN training.instrument.of_scheme IS
    'Whether it is the whole scheme''s, which every partner may use and none may change.';
COMMENT ON COLUMN training.instrument.created_at IS 'When it was first defined.';

CREATE TABLE training.instrument_partner (
    instrument_key bigint NOT NULL REFERENCES training.instrument ON DELETE CASCADE,
    partner_key bigint NOT NULL REFERENCES training.partner,
    PRIMARY KEY (instrument_key, partner_key)
);
CREATE INDEX instrument_partner_by_partner ON training.instrument_partner (partner_key, instrument_key);

COMMENT ON TABLE training.instrument_partner IS
    'Whose an instrument is that is not the scheme''s; several partners own it jointly.';
COMMENT ON COLUMN training.instrument_partner.instrument_key IS 'The instrument.';
COMMENT ON COLUMN training.instrument_partner.partner_key IS 'A partner that owns it.';

CREATE TABLE training.instrument_version (
    instrument_version_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instrument_key bigint NOT NULL REFERENCES training.instrument,
    version text NOT NULL CHECK (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$'),
    iri text NOT NULL UNIQUE,
    activity_key bigint NOT NULL UNIQUE REFERENCES lrs.activity,
    titles jsonb NOT NULL CHECK (jsonb_typeof(titles) = 'object' AND titles <> '{}'),
    document_key bigint REFERENCES framework.document,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    published_by text,
    UNIQUE (instrument_key, version),
    CHECK ((state = 'published') = (published_at IS NOT NULL))
);
CREATE INDEX instrument_version_by_document ON training.instrument_version (document_key);

COMMENT ON TABLE training.instrument_version IS 'Versions of instruments: what people answer, and statements name.';
COMMENT ON COLUMN training.instrument_version.instrument_version_key IS 'Internal key.';
COMMENT ON COLUMN training.instrument_version.instrument_key IS 'The instrument.';
COMMENT ON COLUMN training.instrument_version.version IS 'Version in addresses, e.g. 1.0.';
COMMENT ON COLUMN training.instrument_version.iri IS
    'Activity IRI by which statements name the version (parent, or object of a score).';
COMMENT ON COLUMN training.instrument_version.activity_key IS
    'The version''s row in lrs.activity; lrs.statement.instrument_key refers to it.';
COMMENT ON COLUMN training.instrument_version.titles IS 'Titles for people, by language tag.';
COMMENT ON COLUMN training.instrument_version.document_key IS
    'The framework version whose competences the items name; null if they name none.';
COMMENT ON COLUMN training.instrument_version.state IS 'draft (may change) or published (never changes again).';
COMMENT ON COLUMN training.instrument_version.created_at IS 'When it was first defined.';
COMMENT ON COLUMN training.instrument_version.changed_at IS 'When its definition last changed.';
COMMENT ON COLUMN training.instrument_version.published_at IS 'When it was published.';
COMMENT ON COLUMN training.instrument_version.published_by IS 'Name of the API key that published it.';

CREATE TABLE training.instrument_item (
    instrument_item_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instrument_version_key bigint NOT NULL REFERENCES training.instrument_version ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    iri text NOT NULL,
    activity_key bigint NOT NULL REFERENCES lrs.activity,
    texts jsonb NOT NULL CHECK (jsonb_typeof(texts) = 'object' AND texts <> '{}'),
    interaction text NOT NULL CHECK (
        interaction IN (
            'true-false', 'choice', 'fill-in', 'long-fill-in', 'matching', 'performance', 'sequencing', 'likert',
            'numeric', 'other'
        )
    ),
    correct_responses text[],
    reversed boolean NOT NULL DEFAULT false,
    competence_item uuid REFERENCES framework.item (identifier),
    target_level smallint CHECK (target_level BETWEEN 1 AND 4),
    kirkpatrick_level smallint CHECK (kirkpatrick_level BETWEEN 1 AND 4),
    UNIQUE (instrument_version_key, position),
    UNIQUE (instrument_version_key, activity_key),
    CHECK (target_level IS NULL OR competence_item IS NOT NULL)
);
CREATE INDEX instrument_item_by_activity ON training.instrument_item (activity_key);
CREATE INDEX instrument_item_by_competence ON training.instrument_item (competence_item)
    WHERE competence_item IS NOT NULL;

COMMENT ON TABLE training.instrument_item IS 'The items of a version, in their order.';
COMMENT ON COLUMN training.instrument_item.instrument_item_key IS 'Internal key.';
COMMENT ON COLUMN training.instrument_item.instrument_version_key IS 'The version.';
COMMENT ON COLUMN training.instrument_item.position IS 'Place in the version, from 1.';
COMMENT ON COLUMN training.instrument_item.iri IS
    'Activity IRI by which statements name the item; in a self-assessment, mostly that of the competence. Items that '
    'several versions share have the same.';
COMMENT ON COLUMN training.instrument_item.activity_key IS
    'The item''s row in lrs.activity; lrs.statement.item_key refers to it.';
COMMENT ON COLUMN training.instrument_item.texts IS 'The question or task, by language tag.';
COMMENT ON COLUMN training.instrument_item.interaction IS 'xAPI interaction type.';
COMMENT ON COLUMN training.instrument_item.correct_responses IS
    'The key: xAPI correctResponsesPattern; null where no answer is right or wrong.';
COMMENT ON COLUMN training.instrument_item.reversed IS
    'Whether high answers on the scale mean little of what the scale measures.';
COMMENT ON COLUMN training.instrument_item.competence_item IS
    'CASE identifier of the competence that the item is about.';
COMMENT ON COLUMN training.instrument_item.target_level IS 'The level of the competence that the item asks for.';
COMMENT ON COLUMN training.instrument_item.kirkpatrick_level IS
    'What the item measures: 1 reaction, 2 learning, 3 behaviour, 4 results.';

CREATE TABLE training.instrument_option (
    instrument_item_key bigint NOT NULL REFERENCES training.instrument_item ON DELETE CASCADE,
    component text NOT NULL CHECK (component IN ('choices', 'scale', 'source', 'target', 'steps')),
    position integer NOT NULL CHECK (position > 0),
    option_id text NOT NULL CHECK (option_id <> ''),
    labels jsonb NOT NULL CHECK (jsonb_typeof(labels) = 'object'),
    PRIMARY KEY (instrument_item_key, component, position),
    UNIQUE (instrument_item_key, component, option_id)
);

COMMENT ON TABLE training.instrument_option IS 'What an item offers to answer with: xAPI interaction components.';
COMMENT ON COLUMN training.instrument_option.instrument_item_key IS 'The item.';
COMMENT ON COLUMN training.instrument_option.component IS 'choices, scale, source, target or steps.';
COMMENT ON COLUMN training.instrument_option.position IS
    'Place in the list, from 1; on a scale the value of the answer, from the least to the most.';
COMMENT ON COLUMN training.instrument_option.option_id IS 'Id by which answers name it.';
COMMENT ON COLUMN training.instrument_option.labels IS 'What people read, by language tag; may be empty.';

-- Plans of pilots -----------------------------------------------------------------------------------------------------

CREATE TABLE training.pilot_profile (
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    profile_item uuid NOT NULL REFERENCES framework.item (identifier),
    profile_iri text,
    profile_activity_key bigint REFERENCES lrs.activity,
    PRIMARY KEY (pilot_key, profile_item),
    CHECK ((profile_iri IS NULL) = (profile_activity_key IS NULL))
);

COMMENT ON TABLE training.pilot_profile IS
    'Staff profiles that a pilot trains besides the one in training.pilot; enrolments tell whose is which.';
COMMENT ON COLUMN training.pilot_profile.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_profile.profile_item IS 'CASE identifier of the profile.';
COMMENT ON COLUMN training.pilot_profile.profile_iri IS
    'Activity IRI by which statements name the profile, if they use their own.';
COMMENT ON COLUMN training.pilot_profile.profile_activity_key IS 'The profile''s row in lrs.activity.';

ALTER TABLE training.enrolment
    ADD COLUMN profile_item uuid REFERENCES framework.item (identifier),
    ADD COLUMN cohort text CHECK (cohort <> '');

COMMENT ON COLUMN training.enrolment.profile_item IS
    'CASE identifier of the person''s staff profile, where it is not the pilot''s first.';
COMMENT ON COLUMN training.enrolment.cohort IS 'The group in which the person is trained, where there are several.';

CREATE TABLE training.pilot_session (
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    held_on date NOT NULL,
    hours numeric(5, 2) NOT NULL CHECK (hours > 0),
    title text,
    cohort text,
    iri text,
    PRIMARY KEY (pilot_key, position)
);

COMMENT ON TABLE training.pilot_session IS 'The training days that are planned, in their order.';
COMMENT ON COLUMN training.pilot_session.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_session.position IS 'Place in the plan, from 1.';
COMMENT ON COLUMN training.pilot_session.held_on IS 'The day.';
COMMENT ON COLUMN training.pilot_session.hours IS 'Planned hours.';
COMMENT ON COLUMN training.pilot_session.title IS 'What it is about.';
COMMENT ON COLUMN training.pilot_session.cohort IS 'The group that it is for; null for everybody.';
COMMENT ON COLUMN training.pilot_session.iri IS 'Activity IRI by which statements of presence name it, if known.';

CREATE TABLE training.pilot_trainer (
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    role text NOT NULL CHECK (role <> ''),
    organisation text NOT NULL CHECK (organisation <> ''),
    hours numeric(7, 2) CHECK (hours > 0),
    PRIMARY KEY (pilot_key, position)
);

COMMENT ON TABLE training.pilot_trainer IS 'Who trains, by role and organisation: never a name.';
COMMENT ON COLUMN training.pilot_trainer.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_trainer.position IS 'Place in the plan, from 1.';
COMMENT ON COLUMN training.pilot_trainer.role IS 'What the trainer does, e.g. lead trainer, mediator.';
COMMENT ON COLUMN training.pilot_trainer.organisation IS 'Whom the trainer comes from.';
COMMENT ON COLUMN training.pilot_trainer.hours IS 'Planned hours.';

CREATE TABLE training.pilot_cost (
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    category text NOT NULL CHECK (category ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    amount numeric(14, 2) NOT NULL CHECK (amount >= 0),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    note text,
    PRIMARY KEY (pilot_key, position)
);

COMMENT ON TABLE training.pilot_cost IS 'What a pilot costs, line by line.';
COMMENT ON COLUMN training.pilot_cost.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_cost.position IS 'Place in the plan, from 1.';
COMMENT ON COLUMN training.pilot_cost.category IS 'What it is spent on, e.g. trainers, rooms, materials, travel.';
COMMENT ON COLUMN training.pilot_cost.amount IS 'The amount.';
COMMENT ON COLUMN training.pilot_cost.currency IS 'ISO 4217 code of the currency.';
COMMENT ON COLUMN training.pilot_cost.note IS 'What else there is to say.';

CREATE TABLE training.pilot_instrument (
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    phase lrs.phase NOT NULL,
    instrument_version_key bigint NOT NULL REFERENCES training.instrument_version,
    position integer NOT NULL CHECK (position > 0),
    PRIMARY KEY (pilot_key, phase, instrument_version_key)
);
CREATE INDEX pilot_instrument_by_version ON training.pilot_instrument (instrument_version_key, pilot_key);

COMMENT ON TABLE training.pilot_instrument IS 'Which instruments a pilot uses in which phase.';
COMMENT ON COLUMN training.pilot_instrument.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_instrument.phase IS 'pre, during, post or followup.';
COMMENT ON COLUMN training.pilot_instrument.instrument_version_key IS 'The version of the instrument.';
COMMENT ON COLUMN training.pilot_instrument.position IS 'Place in the definition, from 1.';

CREATE TABLE training.invitation (
    pilot_key bigint NOT NULL,
    phase lrs.phase NOT NULL,
    instrument_version_key bigint NOT NULL,
    invited integer NOT NULL CHECK (invited >= 0),
    PRIMARY KEY (pilot_key, phase, instrument_version_key),
    FOREIGN KEY (pilot_key, phase, instrument_version_key) REFERENCES training.pilot_instrument ON DELETE CASCADE
);

COMMENT ON TABLE training.invitation IS
    'How many people were asked to answer an instrument in a phase: the denominator of its response rate.';
COMMENT ON COLUMN training.invitation.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.invitation.phase IS 'The phase.';
COMMENT ON COLUMN training.invitation.instrument_version_key IS 'The version of the instrument.';
COMMENT ON COLUMN training.invitation.invited IS
    'How many; the number of training.invitee rows where people are listed.';

CREATE TABLE training.invitee (
    pilot_key bigint NOT NULL,
    phase lrs.phase NOT NULL,
    instrument_version_key bigint NOT NULL,
    agent_key bigint NOT NULL REFERENCES lrs.agent,
    PRIMARY KEY (pilot_key, phase, instrument_version_key, agent_key),
    FOREIGN KEY (pilot_key, phase, instrument_version_key) REFERENCES training.invitation ON DELETE CASCADE
);
CREATE INDEX invitee_by_agent ON training.invitee (agent_key);

COMMENT ON TABLE training.invitee IS 'Who was asked, by pseudonymous account, where the partner lists them.';
COMMENT ON COLUMN training.invitee.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.invitee.phase IS 'The phase.';
COMMENT ON COLUMN training.invitee.instrument_version_key IS 'The version of the instrument.';
COMMENT ON COLUMN training.invitee.agent_key IS 'The pseudonymous account.';

-- States of pilots ----------------------------------------------------------------------------------------------------

ALTER TABLE training.pilot
    ADD COLUMN closing_reason text CHECK (closing_reason <> ''),
    ADD COLUMN report_reference text CHECK (report_reference <> ''),
    ADD COLUMN reported_on date;

COMMENT ON COLUMN training.pilot.closing_reason IS 'Why the pilot was closed before its last day; null if it was not.';
COMMENT ON COLUMN training.pilot.report_reference IS 'Where the evaluation report is: an address or an id.';
COMMENT ON COLUMN training.pilot.reported_on IS 'The day on which the report was published.';

CREATE TABLE training.pilot_transition (
    transition_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint NOT NULL REFERENCES training.pilot ON DELETE CASCADE,
    moved_at timestamptz NOT NULL DEFAULT now(),
    from_state text,
    to_state text NOT NULL,
    moved_by text,
    by_definition boolean NOT NULL,
    reason text
);
CREATE INDEX pilot_transition_by_pilot ON training.pilot_transition (pilot_key, transition_key);

COMMENT ON TABLE training.pilot_transition IS 'Every change of a pilot''s state. Rows are added and never changed.';
COMMENT ON COLUMN training.pilot_transition.transition_key IS 'Internal key, in the order of the changes.';
COMMENT ON COLUMN training.pilot_transition.pilot_key IS 'The pilot.';
COMMENT ON COLUMN training.pilot_transition.moved_at IS 'When.';
COMMENT ON COLUMN training.pilot_transition.from_state IS 'The state before; null when the pilot was new.';
COMMENT ON COLUMN training.pilot_transition.to_state IS 'The state since.';
COMMENT ON COLUMN training.pilot_transition.moved_by IS 'Name of the API key; null where it is not known.';
COMMENT ON COLUMN training.pilot_transition.by_definition IS
    'Whether a definition told the state, of which nothing is demanded; otherwise all demands were met.';
COMMENT ON COLUMN training.pilot_transition.reason IS 'The reason given.';

-- What has become of pilots before there was a history.
INSERT INTO training.pilot_transition (pilot_key, moved_at, to_state, by_definition)
SELECT pilot_key, changed_at, state, true FROM training.pilot;

-- References that definitions resolve ---------------------------------------------------------------------------------

CREATE TABLE lrs.unsettled_activity (
    activity_key bigint PRIMARY KEY REFERENCES lrs.activity,
    since timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX unsettled_activity_since ON lrs.unsettled_activity (since);
CREATE INDEX activity_unknown_item ON lrs.activity (cf_identifier) WHERE type IS NULL AND cf_identifier IS NOT NULL;

COMMENT ON TABLE lrs.unsettled_activity IS
    'Activities whose type a definition has told. A server may not know the type for some seconds yet, and store '
    'statements that are not tied to the activity: they are looked at once more when that time is over.';
COMMENT ON COLUMN lrs.unsettled_activity.activity_key IS 'The activity.';
COMMENT ON COLUMN lrs.unsettled_activity.since IS 'When its type was told.';

GRANT SELECT, INSERT, UPDATE, DELETE ON lrs.unsettled_activity TO tessera_service;

-- Rights --------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON
    training.instrument, training.instrument_partner, training.instrument_version, training.instrument_item,
    training.instrument_option, training.pilot_profile, training.pilot_session, training.pilot_trainer,
    training.pilot_cost, training.pilot_instrument, training.invitation, training.invitee
    TO tessera_service;
GRANT SELECT, INSERT ON training.pilot_transition TO tessera_service;
GRANT SELECT ON
    training.instrument, training.instrument_partner, training.instrument_version, training.instrument_item,
    training.instrument_option, training.pilot_profile, training.pilot_session, training.pilot_trainer,
    training.pilot_cost, training.pilot_instrument, training.invitation, training.invitee, training.pilot_transition
    TO tessera_reporting;

-- A partner uses the scheme's instruments and its own, and changes its own only. An instrument that is not the scheme's
-- belongs to nobody only within the transaction that makes it.
CREATE FUNCTION training.own_instruments() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(array_agg(instrument.instrument_key), '{}')
    FROM training.instrument
    WHERE NOT instrument.of_scheme
        AND (
            NOT EXISTS (
                SELECT FROM training.instrument_partner
                WHERE instrument_partner.instrument_key = instrument.instrument_key
            )
            OR EXISTS (
                SELECT FROM training.instrument_partner
                JOIN training.partner USING (partner_key)
                WHERE instrument_partner.instrument_key = instrument.instrument_key
                    AND partner.code = training.asking_partner()
            )
        )
$$;
COMMENT ON FUNCTION training.own_instruments() IS 'Keys of the instruments that the partner which asks may change.';

CREATE FUNCTION training.visible_instruments() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT training.own_instruments() || ARRAY(
        SELECT instrument.instrument_key
        FROM training.instrument
        WHERE instrument.of_scheme
            OR instrument.instrument_key IN (
                SELECT version.instrument_key
                FROM training.pilot_instrument AS used
                JOIN training.instrument_version AS version USING (instrument_version_key)
                WHERE used.pilot_key = ANY (training.visible_pilots('tessera_service'))
            )
    )
$$;
COMMENT ON FUNCTION training.visible_instruments() IS
    'Keys of the instruments that the partner which asks may see: its own, the scheme''s, and those of other partners '
    'that pilots use which it runs jointly.';
REVOKE EXECUTE ON FUNCTION training.own_instruments(), training.visible_instruments() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.own_instruments(), training.visible_instruments() TO tessera_service;

ALTER TABLE training.instrument ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.instrument_partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.instrument_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.instrument_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.instrument_option ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON training.instrument FOR SELECT TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_key = ANY ((SELECT training.visible_instruments())::bigint[])
    );
CREATE POLICY service_adds ON training.instrument FOR INSERT TO tessera_service
    WITH CHECK ((SELECT training.asking_partner() IS NULL) OR NOT of_scheme);
CREATE POLICY service_changes ON training.instrument FOR UPDATE TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_key = ANY ((SELECT training.own_instruments())::bigint[])
    );
CREATE POLICY service_removes ON training.instrument FOR DELETE TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_key = ANY ((SELECT training.own_instruments())::bigint[])
    );
CREATE POLICY service ON training.instrument_partner TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_key = ANY (training.own_instruments())
    );
CREATE POLICY service ON training.instrument_version FOR SELECT TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_key IN (SELECT instrument.instrument_key FROM training.instrument)
    );
CREATE POLICY service_changes ON training.instrument_version TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_key = ANY ((SELECT training.own_instruments())::bigint[])
    );
CREATE POLICY service ON training.instrument_item FOR SELECT TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_version_key IN (SELECT v.instrument_version_key FROM training.instrument_version AS v)
    );
CREATE POLICY service_changes ON training.instrument_item TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_version_key IN (
            SELECT v.instrument_version_key FROM training.instrument_version AS v
            WHERE v.instrument_key = ANY ((SELECT training.own_instruments())::bigint[])
        )
    );
CREATE POLICY service ON training.instrument_option FOR SELECT TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_item_key IN (SELECT i.instrument_item_key FROM training.instrument_item AS i)
    );
CREATE POLICY service_changes ON training.instrument_option TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR instrument_item_key IN (
            SELECT i.instrument_item_key
            FROM training.instrument_item AS i
            JOIN training.instrument_version AS v USING (instrument_version_key)
            WHERE v.instrument_key = ANY ((SELECT training.own_instruments())::bigint[])
        )
    );
-- What an instrument asks is about nobody: evaluators see it with the pilots that use it, through the views.
CREATE POLICY evaluator ON training.instrument FOR SELECT TO tessera_reporting USING (true);
CREATE POLICY evaluator ON training.instrument_partner FOR SELECT TO tessera_reporting USING (true);
CREATE POLICY evaluator ON training.instrument_version FOR SELECT TO tessera_reporting USING (true);
CREATE POLICY evaluator ON training.instrument_item FOR SELECT TO tessera_reporting USING (true);
CREATE POLICY evaluator ON training.instrument_option FOR SELECT TO tessera_reporting USING (true);

-- What belongs to a pilot is seen with it.
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'pilot_profile', 'pilot_session', 'pilot_trainer', 'pilot_cost', 'pilot_instrument', 'invitation', 'invitee',
        'pilot_transition'
    ] LOOP
        EXECUTE format('ALTER TABLE training.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format(
            'CREATE POLICY service ON training.%I TO tessera_service USING ((SELECT training.asking_partner() IS NULL) '
                'OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot))',
            part
        );
        EXECUTE format(
            'CREATE POLICY evaluator ON training.%I FOR SELECT TO tessera_reporting '
                'USING (pilot_key = ANY ((SELECT training.visible_pilots(current_user))::bigint[]))',
            part
        );
    END LOOP;
END
$$;
