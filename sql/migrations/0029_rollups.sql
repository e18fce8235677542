-- What the views of evaluation stand on, kept ready: for each actor of a pilot what its statements come to, and for each
-- item and finding of a pilot the sums of it. analysis.refresh keeps it up (sql/functions/analysis_*), behind ingest.
--
-- Rows of an actor are a function of the actor's own statements, so that they are made anew from these alone, by index,
-- whatever came late or was voided. Sums change by the difference between an actor's rows before and after. Of what is
-- defined elsewhere, two things are taken into sums, and queue whom they touch when they change: who is enrolled, and
-- what the answers to a defined instrument are worth. All else is joined when a view is read.
--
-- Pilots, instruments, items and competences are activities here, as statements name them: who is defined later finds
-- what came before. An agent_key or competence_key of 0 stands for none.

COMMENT ON SCHEMA analysis IS
    'What the views of schema evaluation share: rows kept of each actor of a pilot, sums of them, and views over both. '
    'Not a contract: nobody but tessera_reporting reads them, and the service keeps them.';

CREATE TABLE analysis.participation (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    statements bigint NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    enrolled boolean NOT NULL,
    registered boolean NOT NULL,
    unregistered boolean NOT NULL,
    active boolean NOT NULL,
    started boolean NOT NULL,
    assessed boolean NOT NULL,
    passed boolean NOT NULL,
    pre_tested boolean NOT NULL,
    post_tested boolean NOT NULL,
    followed_up boolean NOT NULL,
    attended interval,
    attended_keys bigint[],
    completed_keys bigint[],
    last_activity_key bigint,
    PRIMARY KEY (pilot_key, agent_key)
);

COMMENT ON TABLE analysis.participation IS 'What each actor did in each pilot. Voided statements do not count, anywhere.';
COMMENT ON COLUMN analysis.participation.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.participation.agent_key IS 'The actor; 0 for anonymous groups together.';
COMMENT ON COLUMN analysis.participation.statements IS 'How many statements there are.';
COMMENT ON COLUMN analysis.participation.first_at IS 'When the first happened.';
COMMENT ON COLUMN analysis.participation.last_at IS 'When the last happened.';
COMMENT ON COLUMN analysis.participation.enrolled IS
    'Whether the actor counts in sums: is on the pilot''s list, or told to be registered in it.';
COMMENT ON COLUMN analysis.participation.registered IS 'Whether there is "registered" on the pilot.';
COMMENT ON COLUMN analysis.participation.unregistered IS 'Whether there is "unregistered" on the pilot.';
COMMENT ON COLUMN analysis.participation.active IS 'Whether there is a statement other than ADL''s registered and unregistered.';
COMMENT ON COLUMN analysis.participation.started IS 'Whether there is one whose verb does not end in registered.';
COMMENT ON COLUMN analysis.participation.assessed IS 'Whether there is passed or failed, phase pre apart.';
COMMENT ON COLUMN analysis.participation.passed IS 'Whether there is passed, phase pre apart.';
COMMENT ON COLUMN analysis.participation.pre_tested IS 'Whether there is passed or failed of phase pre.';
COMMENT ON COLUMN analysis.participation.post_tested IS 'Whether there is passed or failed of phase post.';
COMMENT ON COLUMN analysis.participation.followed_up IS 'Whether there is a statement of phase followup.';
COMMENT ON COLUMN analysis.participation.attended IS
    'Sum of the durations of "attended", each up to 24 hours; null without any.';
COMMENT ON COLUMN analysis.participation.attended_keys IS 'The activities attended, in order of key.';
COMMENT ON COLUMN analysis.participation.completed_keys IS
    'The activities completed, unless the statement says that they were not, in order of key.';
COMMENT ON COLUMN analysis.participation.last_activity_key IS
    'The instrument, or else the object, of the last statement about an activity, (un)registered apart.';

CREATE TABLE analysis.time_spent (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    verb_key integer NOT NULL,
    duration interval NOT NULL,
    PRIMARY KEY (pilot_key, agent_key, verb_key)
);

COMMENT ON TABLE analysis.time_spent IS 'How much time each actor spent in each pilot, by verb.';
COMMENT ON COLUMN analysis.time_spent.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.time_spent.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.time_spent.verb_key IS 'The verb.';
COMMENT ON COLUMN analysis.time_spent.duration IS 'Sum of the durations above 0, each up to 24 hours.';

CREATE TABLE analysis.part_taken (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    phase lrs.phase NOT NULL,
    instrument_keys bigint[] NOT NULL,
    object_keys bigint[] NOT NULL,
    PRIMARY KEY (pilot_key, agent_key, phase)
);

COMMENT ON TABLE analysis.part_taken IS 'What each actor''s statements of a phase are about.';
COMMENT ON COLUMN analysis.part_taken.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.part_taken.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.part_taken.phase IS 'The phase.';
COMMENT ON COLUMN analysis.part_taken.instrument_keys IS 'The instruments, in order of key.';
COMMENT ON COLUMN analysis.part_taken.object_keys IS 'The objects that are activities, in order of key.';

CREATE TABLE analysis.test_score (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    competence_key bigint NOT NULL,
    pre numeric[],
    post numeric[],
    followup numeric[],
    PRIMARY KEY (pilot_key, agent_key, competence_key)
);

COMMENT ON TABLE analysis.test_score IS
    'The last scaled scores that each actor had in tests, passed or failed, by the time at which they happened. Each with '
    'what it is the last by, so that the greatest of several is the last of all: [seconds since 1970, statement, score].';
COMMENT ON COLUMN analysis.test_score.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.test_score.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.test_score.competence_key IS 'The competence, or the level of one (activity); 0 for none.';
COMMENT ON COLUMN analysis.test_score.pre IS 'Of phase pre; null without.';
COMMENT ON COLUMN analysis.test_score.post IS 'Of phase post; null without.';
COMMENT ON COLUMN analysis.test_score.followup IS 'Of phase followup; null without.';

CREATE TABLE analysis.own_level (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    competence_key bigint NOT NULL,
    pre bigint[],
    post bigint[],
    followup bigint[],
    PRIMARY KEY (pilot_key, agent_key, competence_key)
);

COMMENT ON TABLE analysis.own_level IS
    'The levels at which actors found themselves: the last of each phase, as [microseconds since 1970, statement, level].';
COMMENT ON COLUMN analysis.own_level.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.own_level.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.own_level.competence_key IS 'The competence, or the level of one (activity).';
COMMENT ON COLUMN analysis.own_level.pre IS 'Of phase pre; null without.';
COMMENT ON COLUMN analysis.own_level.post IS 'Of phase post; null without.';
COMMENT ON COLUMN analysis.own_level.followup IS 'Of phase followup; null without.';

CREATE TABLE analysis.shown_level (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    competence_key bigint NOT NULL,
    phase lrs.phase NOT NULL CHECK (phase <> 'during'),
    level smallint,
    is_shown boolean NOT NULL,
    PRIMARY KEY (pilot_key, agent_key, competence_key, phase)
);

COMMENT ON TABLE analysis.shown_level IS 'The levels that actors were found at: passed or achieved, never by themselves.';
COMMENT ON COLUMN analysis.shown_level.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.shown_level.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.shown_level.competence_key IS 'The competence, or the level of one (activity).';
COMMENT ON COLUMN analysis.shown_level.phase IS 'pre, followup, or post, which all else is.';
COMMENT ON COLUMN analysis.shown_level.level IS 'The highest level told; null if none was.';
COMMENT ON COLUMN analysis.shown_level.is_shown IS
    'Whether a statement told no level: it is that of the activity, if the activity is the level of a competence.';

CREATE TABLE analysis.followup_answer (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    months_after smallint NOT NULL,
    competence_key bigint NOT NULL,
    applied boolean NOT NULL,
    PRIMARY KEY (pilot_key, agent_key, months_after, competence_key)
);

COMMENT ON TABLE analysis.followup_answer IS 'What each actor told in phase followup.';
COMMENT ON COLUMN analysis.followup_answer.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.followup_answer.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.followup_answer.months_after IS 'Months after the end; -1 where it is not told.';
COMMENT ON COLUMN analysis.followup_answer.competence_key IS 'The competence (activity); 0 for none.';
COMMENT ON COLUMN analysis.followup_answer.applied IS 'Whether there is "applied", unless it says that it was not.';

CREATE TABLE analysis.rating (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    registration uuid NOT NULL,
    months_after smallint NOT NULL,
    competence_key bigint NOT NULL,
    applied boolean NOT NULL,
    rated_at timestamptz NOT NULL,
    statement_key bigint NOT NULL,
    PRIMARY KEY (pilot_key, agent_key, registration, months_after, competence_key)
);

COMMENT ON TABLE analysis.rating IS
    'Who told last whether a competence is applied: with the registration of the person that it is about.';
COMMENT ON COLUMN analysis.rating.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.rating.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.rating.registration IS 'The statement''s registration; the nil UUID where it has none.';
COMMENT ON COLUMN analysis.rating.months_after IS 'Months after the end; -1 where it is not told.';
COMMENT ON COLUMN analysis.rating.competence_key IS 'The competence (activity).';
COMMENT ON COLUMN analysis.rating.applied IS 'Unless the statement says that it is not.';
COMMENT ON COLUMN analysis.rating.rated_at IS 'When that happened.';
COMMENT ON COLUMN analysis.rating.statement_key IS 'The statement that told it.';

CREATE TABLE analysis.panel (
    panel_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint NOT NULL,
    phase lrs.phase NOT NULL,
    instrument_key bigint NOT NULL,
    people bigint NOT NULL DEFAULT 0,
    UNIQUE (pilot_key, phase, instrument_key)
);
CREATE INDEX panel_by_instrument ON analysis.panel (instrument_key);

COMMENT ON TABLE analysis.panel IS 'An instrument that anybody answered in a phase of a pilot: joined by one key, not three.';
COMMENT ON COLUMN analysis.panel.panel_key IS 'Short key.';
COMMENT ON COLUMN analysis.panel.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.panel.phase IS 'The phase.';
COMMENT ON COLUMN analysis.panel.instrument_key IS 'The instrument (activity).';
COMMENT ON COLUMN analysis.panel.people IS 'How many enrolled people were asked any item.';

CREATE TABLE analysis.sitting (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    panel_key integer NOT NULL,
    enrolled boolean NOT NULL,
    answered integer NOT NULL,
    total numeric,
    item_keys bigint[] NOT NULL,
    nonresponses lrs.nonresponse[] NOT NULL,
    responses text[] NOT NULL,
    places smallint[] NOT NULL,
    scales boolean[] NOT NULL,
    item_values numeric[] NOT NULL,
    PRIMARY KEY (panel_key, agent_key)
);
CREATE INDEX sitting_by_agent ON analysis.sitting (agent_key, pilot_key);

COMMENT ON TABLE analysis.sitting IS
    'What each actor answered last to the items of an instrument in a phase; items in order of key, in every array.';
COMMENT ON COLUMN analysis.sitting.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.sitting.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.sitting.panel_key IS 'Instrument and phase.';
COMMENT ON COLUMN analysis.sitting.enrolled IS 'Whether it counts in sums, as in analysis.participation.';
COMMENT ON COLUMN analysis.sitting.answered IS 'How many of the answers have a value.';
COMMENT ON COLUMN analysis.sitting.total IS 'Sum of the values; null without any.';
COMMENT ON COLUMN analysis.sitting.item_keys IS 'The items (activities).';
COMMENT ON COLUMN analysis.sitting.nonresponses IS 'Why there is no answer; null where there is one.';
COMMENT ON COLUMN analysis.sitting.responses IS 'The answers as sent; null where there is none.';
COMMENT ON COLUMN analysis.sitting.places IS 'Place of the answer on the defined item''s scale, from 1.';
COMMENT ON COLUMN analysis.sitting.scales IS 'Whether the item is defined as one on a scale.';
COMMENT ON COLUMN analysis.sitting.item_values IS 'The answers as numbers, see analysis.person_answer.';

CREATE TABLE analysis.item_sum (
    panel_key integer NOT NULL,
    item_key bigint NOT NULL,
    answered integer NOT NULL,
    nonresponse lrs.nonresponse,
    place smallint,
    value numeric,
    people bigint NOT NULL,
    totals numeric NOT NULL,
    squares numeric NOT NULL,
    UNIQUE NULLS NOT DISTINCT (panel_key, item_key, answered, nonresponse, place, value)
);
CREATE INDEX item_sum_of_nobody ON analysis.item_sum (panel_key) WHERE people = 0;

COMMENT ON TABLE analysis.item_sum IS 'How many enrolled people answered an item so, of those with so many answers in all.';
COMMENT ON COLUMN analysis.item_sum.panel_key IS 'Pilot, phase and instrument.';
COMMENT ON COLUMN analysis.item_sum.item_key IS 'The item (activity).';
COMMENT ON COLUMN analysis.item_sum.answered IS 'How many answers with a value these people gave, as in analysis.sitting.';
COMMENT ON COLUMN analysis.item_sum.nonresponse IS 'Why there is no answer; null where there is one.';
COMMENT ON COLUMN analysis.item_sum.place IS 'Place of the answer on the item''s scale.';
COMMENT ON COLUMN analysis.item_sum.value IS 'The answer as a number.';
COMMENT ON COLUMN analysis.item_sum.people IS 'How many people.';
COMMENT ON COLUMN analysis.item_sum.totals IS 'Sum of their totals over all items.';
COMMENT ON COLUMN analysis.item_sum.squares IS 'Sum of the squares of these totals.';

CREATE TABLE analysis.item_change (
    pilot_key bigint NOT NULL,
    item_key bigint NOT NULL,
    right_before boolean,
    right_after boolean,
    people bigint NOT NULL,
    UNIQUE NULLS NOT DISTINCT (pilot_key, item_key, right_before, right_after)
);
CREATE INDEX item_change_of_nobody ON analysis.item_change (pilot_key) WHERE people = 0;

COMMENT ON TABLE analysis.item_change IS
    'How many enrolled people were asked an item before or after, and whether they were right; items on scales apart.';
COMMENT ON COLUMN analysis.item_change.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.item_change.item_key IS 'The item (activity), of whatever instrument.';
COMMENT ON COLUMN analysis.item_change.right_before IS 'Whether the answer of phase pre was worth 1; null without one.';
COMMENT ON COLUMN analysis.item_change.right_after IS 'Whether that of phase post was; null without one.';
COMMENT ON COLUMN analysis.item_change.people IS 'How many people.';

CREATE TABLE analysis.finding (
    finding_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint NOT NULL,
    source text NOT NULL CHECK (source IN ('statement', 'unchecked', 'template', 'violation', 'rule', 'note', 'named')),
    template_key integer,
    number smallint,
    note text,
    curriculum_key bigint,
    profile_key bigint,
    instrument_key bigint,
    item_key bigint,
    competence_key bigint,
    verb_key integer,
    digest uuid NOT NULL UNIQUE,
    statements bigint NOT NULL DEFAULT 0,
    first_key bigint
);
CREATE INDEX finding_by_pilot ON analysis.finding (pilot_key, source);

COMMENT ON TABLE analysis.finding IS 'What statements of a pilot are, and name, with how many there are of each.';
COMMENT ON COLUMN analysis.finding.finding_key IS 'Short key; found findings keep it.';
COMMENT ON COLUMN analysis.finding.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.finding.source IS
    'statement: any; unchecked: not checked against the profile; template: has a template; violation: breaks its rules; '
    'rule: breaks this rule; note: has this quality note; named: names just these activities.';
COMMENT ON COLUMN analysis.finding.template_key IS 'The template.';
COMMENT ON COLUMN analysis.finding.number IS 'The rule.';
COMMENT ON COLUMN analysis.finding.note IS 'The quality note.';
COMMENT ON COLUMN analysis.finding.curriculum_key IS 'The curriculum that is named.';
COMMENT ON COLUMN analysis.finding.profile_key IS 'The staff profile that is named.';
COMMENT ON COLUMN analysis.finding.instrument_key IS 'The instrument that is named.';
COMMENT ON COLUMN analysis.finding.item_key IS 'The item that is named.';
COMMENT ON COLUMN analysis.finding.competence_key IS 'The competence that is named.';
COMMENT ON COLUMN analysis.finding.verb_key IS 'The verb.';
COMMENT ON COLUMN analysis.finding.digest IS 'MD5 of all these, to find it by.';
COMMENT ON COLUMN analysis.finding.statements IS 'How many statements; 0 if there are none any more.';
COMMENT ON COLUMN analysis.finding.first_key IS 'The first of them.';

CREATE TABLE analysis.found (
    pilot_key bigint NOT NULL,
    agent_key bigint NOT NULL,
    finding_keys integer[] NOT NULL,
    statements integer[] NOT NULL,
    first_keys bigint[] NOT NULL,
    PRIMARY KEY (pilot_key, agent_key)
);

COMMENT ON TABLE analysis.found IS 'What each actor''s statements are, and name; findings in order of key, in every array.';
COMMENT ON COLUMN analysis.found.pilot_key IS 'The pilot (activity).';
COMMENT ON COLUMN analysis.found.agent_key IS 'The actor.';
COMMENT ON COLUMN analysis.found.finding_keys IS 'The findings.';
COMMENT ON COLUMN analysis.found.statements IS 'How many of the actor''s statements.';
COMMENT ON COLUMN analysis.found.first_keys IS 'The first of them.';

CREATE TYPE analysis.found_content AS (
    pilot_key bigint,
    agent_key bigint,
    digest uuid,
    source text,
    template_key integer,
    number smallint,
    note text,
    curriculum_key bigint,
    profile_key bigint,
    instrument_key bigint,
    item_key bigint,
    competence_key bigint,
    verb_key integer,
    statements bigint,
    first_key bigint
);

COMMENT ON TYPE analysis.found_content IS 'A row of analysis.found with the finding written out.';

CREATE TYPE analysis.sat AS (
    pilot_key bigint,
    agent_key bigint,
    phase lrs.phase,
    instrument_key bigint,
    answered integer,
    total numeric,
    item_keys bigint[],
    nonresponses lrs.nonresponse[],
    responses text[],
    places smallint[],
    scales boolean[],
    item_values numeric[]
);

COMMENT ON TYPE analysis.sat IS 'A row of analysis.sitting with the panel written out.';

CREATE TYPE analysis.deed AS (
    pilot_key bigint,
    agent_key bigint,
    statement_key bigint,
    happened timestamptz,
    verb_key integer,
    verb text,
    object_key bigint,
    registration uuid,
    phase lrs.phase,
    curriculum_key bigint,
    profile_key bigint,
    instrument_key bigint,
    item_key bigint,
    competence_key bigint,
    level smallint,
    level_method lrs.level_method,
    months_after smallint,
    nonresponse lrs.nonresponse,
    success boolean,
    completion boolean,
    duration interval,
    score_scaled numeric,
    response text,
    quality_notes text[]
);

COMMENT ON TYPE analysis.deed IS 'What the kept rows are made from: a statement of an actor (0: nobody) of a pilot.';

-- How far it is ----------------------------------------------------------------------------------------------------

CREATE TABLE analysis.progress (
    is_single boolean PRIMARY KEY DEFAULT true CHECK (is_single),
    statement_key bigint NOT NULL DEFAULT 0,
    through timestamptz,
    next_through timestamptz,
    next_xid xid8,
    rebuilt_at timestamptz
);

COMMENT ON TABLE analysis.progress IS 'One row: through when the kept rows are complete. Its place in the outbox is in ops.consumer.';
COMMENT ON COLUMN analysis.progress.is_single IS 'True: there is one row.';
COMMENT ON COLUMN analysis.progress.statement_key IS 'Every statement up to this one has been looked at.';
COMMENT ON COLUMN analysis.progress.through IS
    'Moment through which every statement, and everything that voids or ties one, is in the rows; null until they are '
    'complete for the first time, and while they are made anew.';
COMMENT ON COLUMN analysis.progress.next_through IS 'The next such moment, as soon as next_xid is over.';
COMMENT ON COLUMN analysis.progress.next_xid IS
    'Transactions before this one may have told the outbox of something that counts at next_through.';
COMMENT ON COLUMN analysis.progress.rebuilt_at IS 'When making all rows anew began last; null: it has yet to begin.';

CREATE TABLE analysis.due (
    due_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pilot_key bigint,
    agent_key bigint,
    instrument_key bigint,
    CHECK ((pilot_key IS NULL) = (agent_key IS NULL) AND (pilot_key IS NULL) <> (instrument_key IS NULL))
);

COMMENT ON TABLE analysis.due IS
    'Whose rows are to be made anew although no statement is new. Rows are only added and taken away: a row that waits '
    'already may be on its way out, so whoever adds one adds one of its own.';
COMMENT ON COLUMN analysis.due.due_key IS 'Internal key.';
COMMENT ON COLUMN analysis.due.pilot_key IS 'The pilot (activity) ...';
COMMENT ON COLUMN analysis.due.agent_key IS '... and the actor.';
COMMENT ON COLUMN analysis.due.instrument_key IS 'Or the instrument (activity): all who answered it.';

INSERT INTO analysis.progress DEFAULT VALUES;
INSERT INTO ops.consumer (name) VALUES ('evaluation');

-- Queues: their rows soon go again.
ALTER TABLE analysis.due SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- The statements of no actor are found by the pilot; there are few.
CREATE INDEX statement_pilot_anonymous ON lrs.statement (pilot_key, statement_key)
    WHERE pilot_key IS NOT NULL AND actor_key IS NULL;

-- Whom changes elsewhere touch --------------------------------------------------------------------------------------

-- SECURITY DEFINER: who makes a change perhaps sees less than it touches.

CREATE FUNCTION analysis.enrolment_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO analysis.due (pilot_key, agent_key)
    SELECT DISTINCT pilot.activity_key, changed.agent_key
    FROM changed
    JOIN training.pilot ON pilot.pilot_key = changed.pilot_key;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION analysis.enrolment_changed() IS 'Queues people who came on a pilot''s list, or left it.';

CREATE TRIGGER rollup_inserted AFTER INSERT ON training.enrolment
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analysis.enrolment_changed();
CREATE TRIGGER rollup_deleted AFTER DELETE ON training.enrolment
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analysis.enrolment_changed();

CREATE FUNCTION analysis.items_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO analysis.due (instrument_key)
    SELECT DISTINCT version.activity_key
    FROM changed
    JOIN training.instrument_version AS version USING (instrument_version_key);
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION analysis.items_changed() IS 'Queues instruments whose items changed; their options change with them.';

CREATE TRIGGER rollup_inserted AFTER INSERT ON training.instrument_item
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analysis.items_changed();
CREATE TRIGGER rollup_updated AFTER UPDATE ON training.instrument_item
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analysis.items_changed();
CREATE TRIGGER rollup_deleted AFTER DELETE ON training.instrument_item
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analysis.items_changed();

CREATE FUNCTION analysis.version_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO analysis.due (instrument_key) SELECT DISTINCT changed.activity_key FROM changed;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION analysis.version_deleted() IS 'Queues instruments that are no longer defined.';

CREATE TRIGGER rollup_deleted AFTER DELETE ON training.instrument_version
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analysis.version_deleted();

-- Who may ------------------------------------------------------------------------------------------------------------

GRANT USAGE ON SCHEMA analysis TO tessera_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    analysis.participation, analysis.time_spent, analysis.part_taken, analysis.test_score, analysis.own_level,
    analysis.shown_level, analysis.followup_answer, analysis.rating, analysis.panel, analysis.sitting, analysis.item_sum,
    analysis.item_change, analysis.finding, analysis.found, analysis.progress, analysis.due
    TO tessera_service;
GRANT SELECT ON
    analysis.participation, analysis.time_spent, analysis.part_taken, analysis.test_score, analysis.own_level,
    analysis.shown_level, analysis.followup_answer, analysis.rating, analysis.panel, analysis.sitting, analysis.item_sum,
    analysis.item_change, analysis.finding, analysis.progress
    TO tessera_reporting;

-- Each evaluator sees through the views only rows of the own pilots, as of the statements themselves (0006). IN, and not an
-- array: of that the planner believes that it has ten elements, and so that of all rows next to none are left.
DO $$
DECLARE
    kept regclass;
BEGIN
    FOREACH kept IN ARRAY ARRAY[
        'analysis.participation', 'analysis.time_spent', 'analysis.part_taken', 'analysis.test_score',
        'analysis.own_level', 'analysis.shown_level', 'analysis.followup_answer', 'analysis.rating', 'analysis.sitting',
        'analysis.panel', 'analysis.item_change', 'analysis.finding', 'analysis.found'
    ]::regclass[] LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY service ON %s TO tessera_service USING (true) WITH CHECK (true)', kept);
        EXECUTE format(
            'CREATE POLICY evaluator ON %s FOR SELECT TO tessera_reporting
            USING (pilot_key IN (SELECT pilot.activity_key FROM training.pilot))', kept
        );
    END LOOP;
END
$$;
ALTER TABLE analysis.item_sum ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON analysis.item_sum TO tessera_service USING (true) WITH CHECK (true);
CREATE POLICY evaluator ON analysis.item_sum FOR SELECT TO tessera_reporting
    USING (panel_key IN (SELECT panel.panel_key FROM analysis.panel));

COMMENT ON TABLE lrs.outbox IS
    'What awarding and the rollups must look at: statements about a competence, those that keep a time of storing, and
those that are voided, or tied to activities, later: written in the transaction that did so. A reader takes rows of
transactions older than every one still running, in this order, and so misses none.';
