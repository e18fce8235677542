-- Partners' needs and targets, curricula with versions, and who of the partners sees which rows.

-- Who asks ------------------------------------------------------------------------------------------------------------

-- The service works for many callers with one role. A transaction on behalf of a caller that is limited to a partner
-- begins with set_config('tessera.partner', code, true); every other transaction is the whole scheme's: that of callers
-- without a partner, ingest, awarding. A code that names no partner sees nothing.
CREATE FUNCTION training.asking_partner() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('tessera.partner', true), '');
COMMENT ON FUNCTION training.asking_partner() IS
    'Code of the partner on whose behalf the transaction works, as set_config(''tessera.partner'', code, true) told; '
    'null for the whole scheme.';
GRANT EXECUTE ON FUNCTION training.asking_partner() TO tessera_service;

-- Partners' needs and targets -----------------------------------------------------------------------------------------

CREATE TABLE training.partner_need (
    need_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner_key bigint NOT NULL REFERENCES training.partner ON DELETE CASCADE,
    position integer NOT NULL CHECK (position > 0),
    text text NOT NULL CHECK (text <> ''),
    document_key bigint REFERENCES framework.document,
    item_key bigint,
    item_kind text CHECK (item_kind IN ('area', 'competence')),
    priority text NOT NULL DEFAULT 'medium' CHECK (priority IN ('low', 'medium', 'high')),
    source text CHECK (source <> ''),
    noted_on date NOT NULL,
    UNIQUE (partner_key, position),
    CONSTRAINT partner_need_touches_item FOREIGN KEY (document_key, item_key, item_kind)
        REFERENCES framework.item (document_key, item_key, kind),
    CHECK (num_nulls(document_key, item_key, item_kind) IN (0, 3))
);
CREATE INDEX partner_need_by_item ON training.partner_need (document_key, item_key);

COMMENT ON TABLE training.partner_need IS 'What a partner found that its staff should learn, in its own words.';
COMMENT ON COLUMN training.partner_need.need_key IS 'Internal key.';
COMMENT ON COLUMN training.partner_need.partner_key IS 'The partner.';
COMMENT ON COLUMN training.partner_need.position IS 'Place in the partner''s list, from 1.';
COMMENT ON COLUMN training.partner_need.text IS 'The need in words.';
COMMENT ON COLUMN training.partner_need.document_key IS
    'The framework version that the item is from, if one is named.';
COMMENT ON COLUMN training.partner_need.item_key IS 'The area or competence that the need touches, if one is named.';
COMMENT ON COLUMN training.partner_need.item_kind IS 'area or competence; for the foreign key.';
COMMENT ON COLUMN training.partner_need.priority IS 'low, medium or high.';
COMMENT ON COLUMN training.partner_need.source IS 'How it is known, e.g. a safety audit or a survey of residents.';
COMMENT ON COLUMN training.partner_need.noted_on IS 'Day on which it was found.';

CREATE TABLE training.partner_target (
    partner_key bigint NOT NULL REFERENCES training.partner ON DELETE CASCADE,
    document_key bigint NOT NULL REFERENCES framework.document,
    profile_key bigint NOT NULL,
    profile_kind text GENERATED ALWAYS AS ('profile') STORED,
    state text NOT NULL CHECK (state IN ('considered', 'chosen', 'dropped')),
    reason text CHECK (reason <> ''),
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (partner_key, profile_key),
    CONSTRAINT partner_target_is_profile FOREIGN KEY (document_key, profile_key, profile_kind)
        REFERENCES framework.item (document_key, item_key, kind)
);
CREATE INDEX partner_target_by_profile ON training.partner_target (profile_key, state);

COMMENT ON TABLE training.partner_target IS
    'Which staff profiles of which framework version a partner means to train. Partners that chose the same one are '
    'told of each other, so that they may make one curriculum: training.joint_curricula.';
COMMENT ON COLUMN training.partner_target.partner_key IS 'The partner.';
COMMENT ON COLUMN training.partner_target.document_key IS 'The framework version.';
COMMENT ON COLUMN training.partner_target.profile_key IS 'The staff profile.';
COMMENT ON COLUMN training.partner_target.profile_kind IS 'Always profile; for the foreign key.';
COMMENT ON COLUMN training.partner_target.state IS 'considered, chosen or dropped.';
COMMENT ON COLUMN training.partner_target.reason IS 'Why it was chosen or dropped.';
COMMENT ON COLUMN training.partner_target.changed_at IS 'When the partner last changed it.';

-- Curricula -----------------------------------------------------------------------------------------------------------

CREATE TABLE training.curriculum (
    curriculum_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
    title text NOT NULL CHECK (title <> ''),
    description text CHECK (description <> ''),
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE training.curriculum IS 'What one or several partners teach; what it consists of is in its versions.';
COMMENT ON COLUMN training.curriculum.curriculum_key IS 'Internal key.';
COMMENT ON COLUMN training.curriculum.code IS
    'Short name in addresses, views and files, e.g. local-police; never changes.';
COMMENT ON COLUMN training.curriculum.title IS 'Title for people.';
COMMENT ON COLUMN training.curriculum.description IS 'What it is for.';
COMMENT ON COLUMN training.curriculum.created_at IS 'When the curriculum was first defined.';
COMMENT ON COLUMN training.curriculum.changed_at IS 'When its title, description or partners last changed.';

CREATE TABLE training.curriculum_partner (
    curriculum_key bigint NOT NULL REFERENCES training.curriculum ON DELETE CASCADE,
    partner_key bigint NOT NULL REFERENCES training.partner,
    PRIMARY KEY (curriculum_key, partner_key)
);
CREATE INDEX curriculum_partner_by_partner ON training.curriculum_partner (partner_key, curriculum_key);

COMMENT ON TABLE training.curriculum_partner IS
    'Which partners own a curriculum; several own it jointly, and all of them see it.';
COMMENT ON COLUMN training.curriculum_partner.curriculum_key IS 'The curriculum.';
COMMENT ON COLUMN training.curriculum_partner.partner_key IS 'The partner.';

CREATE TABLE training.curriculum_version (
    curriculum_version_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    curriculum_key bigint NOT NULL REFERENCES training.curriculum,
    version text NOT NULL CHECK (version ~ '^[0-9A-Za-z][0-9A-Za-z.+-]*$' AND length(version) <= 64),
    iri text NOT NULL UNIQUE,
    activity_key bigint NOT NULL UNIQUE REFERENCES lrs.activity,
    document_key bigint NOT NULL REFERENCES framework.document,
    title text CHECK (title <> ''),
    changes text CHECK (changes <> ''),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
    derived_from bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    UNIQUE (curriculum_key, version),
    UNIQUE (curriculum_version_key, document_key),
    UNIQUE (curriculum_key, curriculum_version_key),
    CONSTRAINT curriculum_version_derived_from_own FOREIGN KEY (curriculum_key, derived_from)
        REFERENCES training.curriculum_version (curriculum_key, curriculum_version_key),
    CHECK (derived_from <> curriculum_version_key),
    CHECK ((state = 'published') = (published_at IS NOT NULL))
);
CREATE INDEX curriculum_version_derived_from ON training.curriculum_version (derived_from);
CREATE INDEX curriculum_version_by_document ON training.curriculum_version (document_key);

COMMENT ON TABLE training.curriculum_version IS
    'One version of a curriculum, for one framework version. Immutable once published, with its profiles, units, '
    'teaching and assessments; a change is a new version.';
COMMENT ON COLUMN training.curriculum_version.curriculum_version_key IS 'Internal key.';
COMMENT ON COLUMN training.curriculum_version.curriculum_key IS 'The curriculum.';
COMMENT ON COLUMN training.curriculum_version.version IS 'Version, e.g. 2.0; unique within the curriculum.';
COMMENT ON COLUMN training.curriculum_version.iri IS
    'Activity IRI by which statements and pilots name the version (grouping); never changes.';
COMMENT ON COLUMN training.curriculum_version.activity_key IS
    'The version''s row in lrs.activity; pilots that run it have the same in pilot.curriculum_activity_key.';
COMMENT ON COLUMN training.curriculum_version.document_key IS
    'The framework version whose profiles, competences and levels are meant.';
COMMENT ON COLUMN training.curriculum_version.title IS
    'Title of the version, where it has another than the curriculum.';
COMMENT ON COLUMN training.curriculum_version.changes IS
    'What is different from the version that it was derived from.';
COMMENT ON COLUMN training.curriculum_version.state IS 'draft or published; published stays.';
COMMENT ON COLUMN training.curriculum_version.derived_from IS 'The version that this one was derived from.';
COMMENT ON COLUMN training.curriculum_version.created_at IS 'When the version was first defined.';
COMMENT ON COLUMN training.curriculum_version.changed_at IS 'When its definition last changed.';
COMMENT ON COLUMN training.curriculum_version.published_at IS 'When it was published; null for drafts.';

CREATE TABLE training.curriculum_profile (
    curriculum_version_key bigint NOT NULL,
    document_key bigint NOT NULL,
    profile_key bigint NOT NULL,
    profile_kind text GENERATED ALWAYS AS ('profile') STORED,
    PRIMARY KEY (curriculum_version_key, profile_key),
    CONSTRAINT curriculum_profile_of_version FOREIGN KEY (curriculum_version_key, document_key)
        REFERENCES training.curriculum_version (curriculum_version_key, document_key)
        ON DELETE CASCADE,
    CONSTRAINT curriculum_profile_is_profile FOREIGN KEY (document_key, profile_key, profile_kind)
        REFERENCES framework.item (document_key, item_key, kind)
);
CREATE INDEX curriculum_profile_by_profile ON training.curriculum_profile (profile_key);

COMMENT ON TABLE training.curriculum_profile IS 'The staff profiles that a version of a curriculum is for.';
COMMENT ON COLUMN training.curriculum_profile.curriculum_version_key IS 'The version.';
COMMENT ON COLUMN training.curriculum_profile.document_key IS 'The version''s framework version; for the foreign keys.';
COMMENT ON COLUMN training.curriculum_profile.profile_key IS 'The profile.';
COMMENT ON COLUMN training.curriculum_profile.profile_kind IS 'Always profile; for the foreign key.';

CREATE TABLE training.curriculum_unit (
    unit_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    curriculum_version_key bigint NOT NULL,
    document_key bigint NOT NULL,
    position integer NOT NULL CHECK (position > 0),
    title text NOT NULL CHECK (title <> ''),
    hours numeric(6, 2) NOT NULL CHECK (hours > 0),
    method text NOT NULL CHECK (method IN (
        'lecture', 'seminar', 'workshop', 'exercise', 'simulation', 'e-learning', 'site-visit', 'mentoring',
        'on-the-job', 'self-study', 'assessment', 'other'
    )),
    description text CHECK (description <> ''),
    UNIQUE (curriculum_version_key, position),
    UNIQUE (unit_key, curriculum_version_key, document_key),
    CONSTRAINT curriculum_unit_of_version FOREIGN KEY (curriculum_version_key, document_key)
        REFERENCES training.curriculum_version (curriculum_version_key, document_key)
        ON DELETE CASCADE
);

COMMENT ON TABLE training.curriculum_unit IS 'The units of a version of a curriculum, in order.';
COMMENT ON COLUMN training.curriculum_unit.unit_key IS 'Internal key.';
COMMENT ON COLUMN training.curriculum_unit.curriculum_version_key IS 'The version.';
COMMENT ON COLUMN training.curriculum_unit.document_key IS 'Its framework version; for the foreign keys.';
COMMENT ON COLUMN training.curriculum_unit.position IS 'Place in the version, from 1.';
COMMENT ON COLUMN training.curriculum_unit.title IS 'Title for people.';
COMMENT ON COLUMN training.curriculum_unit.hours IS 'Planned time per person, in hours.';
COMMENT ON COLUMN training.curriculum_unit.method IS
    'How it is taught: lecture, seminar, workshop, exercise, simulation, e-learning, site-visit, '
    'mentoring, on-the-job, self-study, assessment or other.';
COMMENT ON COLUMN training.curriculum_unit.description IS 'What happens in it.';

CREATE TABLE training.curriculum_teaching (
    unit_key bigint NOT NULL,
    curriculum_version_key bigint NOT NULL,
    document_key bigint NOT NULL,
    competence_key bigint NOT NULL,
    competence_kind text GENERATED ALWAYS AS ('competence') STORED,
    level smallint NOT NULL,
    PRIMARY KEY (unit_key, competence_key),
    CONSTRAINT curriculum_teaching_of_unit FOREIGN KEY (unit_key, curriculum_version_key, document_key)
        REFERENCES training.curriculum_unit (unit_key, curriculum_version_key, document_key) ON DELETE CASCADE,
    CONSTRAINT curriculum_teaching_is_competence FOREIGN KEY (document_key, competence_key, competence_kind)
        REFERENCES framework.item (document_key, item_key, kind),
    CONSTRAINT curriculum_teaching_level_of_competence FOREIGN KEY (competence_key, level)
        REFERENCES framework.item (parent_key, level)
);
CREATE INDEX curriculum_teaching_by_version ON training.curriculum_teaching (curriculum_version_key, competence_key);
CREATE INDEX curriculum_teaching_by_competence ON training.curriculum_teaching (competence_key, level);

COMMENT ON TABLE training.curriculum_teaching IS 'Which competence a unit teaches, up to which level.';
COMMENT ON COLUMN training.curriculum_teaching.unit_key IS 'The unit.';
COMMENT ON COLUMN training.curriculum_teaching.curriculum_version_key IS 'The unit''s version.';
COMMENT ON COLUMN training.curriculum_teaching.document_key IS 'Its framework version; for the foreign keys.';
COMMENT ON COLUMN training.curriculum_teaching.competence_key IS 'The competence.';
COMMENT ON COLUMN training.curriculum_teaching.competence_kind IS 'Always competence; for the foreign key.';
COMMENT ON COLUMN training.curriculum_teaching.level IS 'The level that it leads to, 1 to 4.';

CREATE TABLE training.curriculum_assessment (
    curriculum_version_key bigint NOT NULL,
    document_key bigint NOT NULL,
    instrument_iri text NOT NULL,
    title text CHECK (title <> ''),
    competence_key bigint NOT NULL,
    competence_kind text GENERATED ALWAYS AS ('competence') STORED,
    level smallint NOT NULL,
    PRIMARY KEY (curriculum_version_key, instrument_iri, competence_key),
    CONSTRAINT curriculum_assessment_of_version FOREIGN KEY (curriculum_version_key, document_key)
        REFERENCES training.curriculum_version (curriculum_version_key, document_key)
        ON DELETE CASCADE,
    CONSTRAINT curriculum_assessment_is_competence FOREIGN KEY (document_key, competence_key, competence_kind)
        REFERENCES framework.item (document_key, item_key, kind),
    CONSTRAINT curriculum_assessment_level_of_competence FOREIGN KEY (competence_key, level)
        REFERENCES framework.item (parent_key, level)
);
CREATE INDEX curriculum_assessment_by_competence ON training.curriculum_assessment (competence_key, level);
CREATE INDEX curriculum_assessment_by_instrument ON training.curriculum_assessment (instrument_iri);

COMMENT ON TABLE training.curriculum_assessment IS
    'By which instrument a version of a curriculum assesses which competence, up to which level.';
COMMENT ON COLUMN training.curriculum_assessment.curriculum_version_key IS 'The version.';
COMMENT ON COLUMN training.curriculum_assessment.document_key IS 'Its framework version; for the foreign keys.';
COMMENT ON COLUMN training.curriculum_assessment.instrument_iri IS
    'Activity IRI of the instrument by which statements name it; the instrument may be defined later.';
COMMENT ON COLUMN training.curriculum_assessment.title IS 'What the instrument is called.';
COMMENT ON COLUMN training.curriculum_assessment.competence_key IS 'The competence.';
COMMENT ON COLUMN training.curriculum_assessment.competence_kind IS 'Always competence; for the foreign key.';
COMMENT ON COLUMN training.curriculum_assessment.level IS 'The highest level that it can show, 1 to 4.';

-- Published stays published -------------------------------------------------------------------------------------------

CREATE FUNCTION training.refuse_published(version_keys bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    touched record;
BEGIN
    -- The lock makes a publication wait for changes under way, and a change see a publication just committed.
    FOR touched IN
        SELECT curriculum.code, version.version, version.state
        FROM training.curriculum_version AS version
        JOIN training.curriculum USING (curriculum_key)
        WHERE version.curriculum_version_key = ANY (version_keys)
        ORDER BY version.curriculum_version_key FOR SHARE OF version
    LOOP
        IF touched.state = 'published' THEN
            RAISE EXCEPTION 'curriculum % version % is published and cannot be changed', touched.code, touched.version
                USING ERRCODE = 'object_not_in_prerequisite_state',
                      HINT = 'Derive a new version from it and change that.',
                      SCHEMA = 'training', TABLE = 'curriculum_version';
        END IF;
    END LOOP;
END
$$;
COMMENT ON FUNCTION training.refuse_published(bigint[]) IS
    'Raises SQLSTATE 55000, naming curriculum and version, if one of the versions is published.';

CREATE FUNCTION training.keep_published_rows() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    version_keys bigint[];
BEGIN
    -- Both the old and the new owner count: a row may neither leave nor enter a published version.
    IF TG_OP <> 'INSERT' THEN version_keys := version_keys || OLD.curriculum_version_key; END IF;
    IF TG_OP <> 'DELETE' THEN version_keys := version_keys || NEW.curriculum_version_key; END IF;
    PERFORM training.refuse_published(version_keys);
    RETURN COALESCE(NEW, OLD);
END
$$;
COMMENT ON FUNCTION training.keep_published_rows() IS
    'Trigger: refuses any change to what belongs to a published version of a curriculum.';

CREATE FUNCTION training.keep_published_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM training.refuse_published(ARRAY[OLD.curriculum_version_key]);
    IF TG_OP = 'UPDATE' AND (NEW.iri, NEW.curriculum_key, NEW.document_key)
        IS DISTINCT FROM (OLD.iri, OLD.curriculum_key, OLD.document_key) THEN
        RAISE EXCEPTION 'a version of a curriculum keeps its IRI, its curriculum and its framework'
            USING ERRCODE = 'object_not_in_prerequisite_state', SCHEMA = 'training', TABLE = 'curriculum_version';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;
COMMENT ON FUNCTION training.keep_published_version() IS
    'Trigger: a published version never changes; a draft keeps its IRI, its curriculum and its framework.';

CREATE FUNCTION training.refuse_truncate() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM training.refuse_published(
        ARRAY(SELECT version.curriculum_version_key FROM training.curriculum_version AS version)
    );
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION training.refuse_truncate() IS
    'Trigger: refuses TRUNCATE, which fires no row trigger, while any version of a curriculum is published.';

CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON training.curriculum_version
    FOR EACH ROW EXECUTE FUNCTION training.keep_published_version();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON training.curriculum_profile
    FOR EACH ROW EXECUTE FUNCTION training.keep_published_rows();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON training.curriculum_unit
    FOR EACH ROW EXECUTE FUNCTION training.keep_published_rows();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON training.curriculum_teaching
    FOR EACH ROW EXECUTE FUNCTION training.keep_published_rows();
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON training.curriculum_assessment
    FOR EACH ROW EXECUTE FUNCTION training.keep_published_rows();
CREATE TRIGGER keep_published_truncate BEFORE TRUNCATE ON training.curriculum_version
    FOR EACH STATEMENT EXECUTE FUNCTION training.refuse_truncate();
CREATE TRIGGER keep_published_truncate BEFORE TRUNCATE ON training.curriculum_profile
    FOR EACH STATEMENT EXECUTE FUNCTION training.refuse_truncate();
CREATE TRIGGER keep_published_truncate BEFORE TRUNCATE ON training.curriculum_unit
    FOR EACH STATEMENT EXECUTE FUNCTION training.refuse_truncate();
CREATE TRIGGER keep_published_truncate BEFORE TRUNCATE ON training.curriculum_teaching
    FOR EACH STATEMENT EXECUTE FUNCTION training.refuse_truncate();
CREATE TRIGGER keep_published_truncate BEFORE TRUNCATE ON training.curriculum_assessment
    FOR EACH STATEMENT EXECUTE FUNCTION training.refuse_truncate();

-- Who sees which rows -------------------------------------------------------------------------------------------------

-- The service is among those who may ask now: what it reads of the evaluation views is what its caller may see.
CREATE OR REPLACE FUNCTION training.visible_pilots(asking name) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(array_agg(pilot.pilot_key), '{}')
    FROM training.pilot
    WHERE CASE asking
        WHEN 'tessera_service' THEN training.asking_partner() IS NULL OR EXISTS (
            SELECT FROM training.pilot_partner
            JOIN training.partner USING (partner_key)
            WHERE pilot_partner.pilot_key = pilot.pilot_key AND partner.code = training.asking_partner()
        )
        ELSE EXISTS (
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
    END
$$;
COMMENT ON FUNCTION training.visible_pilots(name) IS
    'Keys of the pilots that a role may see: for an evaluator''s those that at least one of its partners runs, or all '
    'of them if it sees all partners; for the service those of the partner that asks, or all; none for another role.';
GRANT EXECUTE ON FUNCTION training.visible_pilots(name) TO tessera_service;

CREATE FUNCTION training.visible_curricula(asking name) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT COALESCE(array_agg(curriculum.curriculum_key), '{}')
    FROM training.curriculum
    WHERE CASE asking
        WHEN 'tessera_service' THEN training.asking_partner() IS NULL OR EXISTS (
            SELECT FROM training.curriculum_partner
            JOIN training.partner USING (partner_key)
            WHERE curriculum_partner.curriculum_key = curriculum.curriculum_key
                AND partner.code = training.asking_partner()
        )
        ELSE EXISTS (
            SELECT FROM ops.evaluator
            WHERE evaluator.role_name = asking
                AND (
                    evaluator.all_partners
                    OR EXISTS (
                        SELECT FROM training.curriculum_partner
                        JOIN ops.evaluator_partner USING (partner_key)
                        WHERE curriculum_partner.curriculum_key = curriculum.curriculum_key
                            AND evaluator_partner.role_name = evaluator.role_name
                    )
                )
        )
    END
$$;
COMMENT ON FUNCTION training.visible_curricula(name) IS
    'Keys of the curricula that a role may see: for an evaluator''s those that at least one of its partners owns, or '
    'all of them if it sees all partners; for the service those of the partner that asks, or all; none for another '
    'role.';
REVOKE EXECUTE ON FUNCTION training.visible_curricula(name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.visible_curricula(name) TO tessera_evaluator, tessera_reporting, tessera_service;

CREATE FUNCTION training.is_own_partner(of_partner bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM training.partner
        WHERE partner.partner_key = of_partner AND partner.code = training.asking_partner()
    )
$$;
COMMENT ON FUNCTION training.is_own_partner(bigint) IS 'Whether this is the partner that asks.';

-- A pilot or curriculum belongs to nobody only within the transaction that makes it, before it names the partners.
CREATE FUNCTION training.is_new_pilot(of_pilot bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT NOT EXISTS (SELECT FROM training.pilot_partner WHERE pilot_partner.pilot_key = of_pilot)
$$;
COMMENT ON FUNCTION training.is_new_pilot(bigint) IS
    'Whether no partner runs the pilot yet, as in the transaction that defines it.';

CREATE FUNCTION training.is_new_curriculum(of_curriculum bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT NOT EXISTS (
        SELECT FROM training.curriculum_partner WHERE curriculum_partner.curriculum_key = of_curriculum
    )
$$;
COMMENT ON FUNCTION training.is_new_curriculum(bigint) IS
    'Whether no partner owns the curriculum yet, as in the transaction that defines it.';

REVOKE EXECUTE ON FUNCTION training.is_own_partner(bigint), training.is_new_pilot(bigint),
    training.is_new_curriculum(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.is_own_partner(bigint), training.is_new_pilot(bigint),
    training.is_new_curriculum(bigint) TO tessera_service;

-- Each policy first asks, once a query, whether the whole scheme asks: then nothing else of it is evaluated. What
-- belongs to a pilot or a curriculum is seen with it: its policy goes through the policy of training.pilot or
-- training.curriculum, which alone know the rule.
DROP POLICY service ON training.partner;
DROP POLICY service ON training.pilot;
DROP POLICY service ON training.pilot_phase;
DROP POLICY service ON training.pilot_partner;
DROP POLICY service ON training.enrolment;

-- The names of all partners are known to all; each changes its own.
CREATE POLICY service ON training.partner FOR SELECT TO tessera_service USING (true);
CREATE POLICY service_adds ON training.partner FOR INSERT TO tessera_service WITH CHECK (true);
CREATE POLICY service_changes ON training.partner FOR UPDATE TO tessera_service
    USING ((SELECT training.asking_partner() IS NULL) OR code = (SELECT training.asking_partner()));
CREATE POLICY service_removes ON training.partner FOR DELETE TO tessera_service
    USING ((SELECT training.asking_partner() IS NULL));

CREATE POLICY service ON training.pilot TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR pilot_key = ANY ((SELECT training.visible_pilots('tessera_service'))::bigint[])
        OR training.is_new_pilot(pilot_key)
    );
CREATE POLICY service ON training.pilot_phase TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );
CREATE POLICY service ON training.pilot_partner TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );
CREATE POLICY service ON training.enrolment TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );

ALTER TABLE training.partner_need ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.partner_target ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.curriculum ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.curriculum_partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.curriculum_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.curriculum_profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.curriculum_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.curriculum_teaching ENABLE ROW LEVEL SECURITY;
ALTER TABLE training.curriculum_assessment ENABLE ROW LEVEL SECURITY;

CREATE POLICY service ON training.partner_need TO tessera_service
    USING ((SELECT training.asking_partner() IS NULL) OR training.is_own_partner(partner_key));
CREATE POLICY service ON training.partner_target TO tessera_service
    USING ((SELECT training.asking_partner() IS NULL) OR training.is_own_partner(partner_key));
CREATE POLICY service ON training.curriculum TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR curriculum_key = ANY ((SELECT training.visible_curricula('tessera_service'))::bigint[])
        OR training.is_new_curriculum(curriculum_key)
    );
CREATE POLICY service ON training.curriculum_partner TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR curriculum_key IN (SELECT curriculum.curriculum_key FROM training.curriculum)
    );
CREATE POLICY service ON training.curriculum_version TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR curriculum_key IN (SELECT curriculum.curriculum_key FROM training.curriculum)
    );
CREATE POLICY service ON training.curriculum_profile TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v)
    );
CREATE POLICY service ON training.curriculum_unit TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v)
    );
CREATE POLICY service ON training.curriculum_teaching TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v)
    );
CREATE POLICY service ON training.curriculum_assessment TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v)
    );

-- Evaluators see curricula through evaluation.coverage, with the names of their owners.
DROP POLICY evaluator ON training.partner;
CREATE POLICY evaluator ON training.partner FOR SELECT TO tessera_reporting
    USING (
        partner_key IN (SELECT pilot_partner.partner_key FROM training.pilot_partner)
        OR partner_key IN (SELECT curriculum_partner.partner_key FROM training.curriculum_partner)
    );
CREATE POLICY evaluator ON training.curriculum FOR SELECT TO tessera_reporting
    USING (curriculum_key = ANY ((SELECT training.visible_curricula(current_user))::bigint[]));
CREATE POLICY evaluator ON training.curriculum_partner FOR SELECT TO tessera_reporting
    USING (curriculum_key = ANY ((SELECT training.visible_curricula(current_user))::bigint[]));
CREATE POLICY evaluator ON training.curriculum_version FOR SELECT TO tessera_reporting
    USING (curriculum_key = ANY ((SELECT training.visible_curricula(current_user))::bigint[]));
CREATE POLICY evaluator ON training.curriculum_profile FOR SELECT TO tessera_reporting
    USING (curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v));
CREATE POLICY evaluator ON training.curriculum_unit FOR SELECT TO tessera_reporting
    USING (curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v));
CREATE POLICY evaluator ON training.curriculum_teaching FOR SELECT TO tessera_reporting
    USING (curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v));
CREATE POLICY evaluator ON training.curriculum_assessment FOR SELECT TO tessera_reporting
    USING (curriculum_version_key IN (SELECT v.curriculum_version_key FROM training.curriculum_version AS v));

GRANT SELECT, INSERT, UPDATE, DELETE
    ON training.partner_need, training.partner_target, training.curriculum, training.curriculum_partner,
        training.curriculum_version, training.curriculum_profile, training.curriculum_unit,
        training.curriculum_teaching, training.curriculum_assessment
    TO tessera_service;
GRANT SELECT
    ON training.curriculum, training.curriculum_partner, training.curriculum_version, training.curriculum_profile,
        training.curriculum_unit, training.curriculum_teaching, training.curriculum_assessment
    TO tessera_reporting;
