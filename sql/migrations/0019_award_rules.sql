-- Rules of several conditions, by competence, level and pilot, in versions; what counts as evidence; who may assess;
-- approval by a person; and which people's competences are to be looked at again.

-- What a statement is evidence of -------------------------------------------------------------------------------------

CREATE TABLE credential.evidence_pattern (
    pattern_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verb_iri text NOT NULL,
    object_type text NOT NULL,
    method lrs.level_method CHECK (method <> 'self'),
    kind lrs.level_method NOT NULL CHECK (kind <> 'self'),
    success_required boolean NOT NULL
);
CREATE UNIQUE INDEX evidence_pattern_meaning
    ON credential.evidence_pattern (verb_iri, object_type, method) WHERE method IS NOT NULL;
CREATE UNIQUE INDEX evidence_pattern_any_method
    ON credential.evidence_pattern (verb_iri, object_type) WHERE method IS NULL;

COMMENT ON TABLE credential.evidence_pattern IS
    'Which statements are evidence of a level, and of what kind: by verb, type of the object and method. Statements '
    'whose method is self never are.';
COMMENT ON COLUMN credential.evidence_pattern.pattern_key IS 'Short key.';
COMMENT ON COLUMN credential.evidence_pattern.verb_iri IS 'Verb of the statement.';
COMMENT ON COLUMN credential.evidence_pattern.object_type IS 'Activity type of its object.';
COMMENT ON COLUMN credential.evidence_pattern.method IS
    'Method that the statement must tell with the level; null where verb and object say enough.';
COMMENT ON COLUMN credential.evidence_pattern.kind IS
    'The kind of evidence that it is: test, observation, portfolio or recognition of prior learning.';
COMMENT ON COLUMN credential.evidence_pattern.success_required IS
    'Whether result.success must be true; otherwise it must not be false.';

INSERT INTO credential.evidence_pattern (verb_iri, object_type, method, kind, success_required)
VALUES (
    'http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/activities/assessment', NULL, 'test', true
);
-- A level found by a person: the scheme's template "achieved".
INSERT INTO credential.evidence_pattern (verb_iri, object_type, method, kind, success_required)
SELECT
    'https://w3id.org/xapi/tla/verbs/achieved', 'https://w3id.org/xapi/tla/activity-types/competency', kind, kind, false
FROM unnest(ARRAY['observation', 'portfolio', 'recognition']::lrs.level_method[]) AS kind;
-- What the rules of before looked for stays evidence of the kind that they said.
INSERT INTO credential.evidence_pattern (verb_iri, object_type, kind, success_required)
SELECT DISTINCT ON (rule.verb_iri, rule.object_type) rule.verb_iri, rule.object_type, rule.method, true
FROM credential.rule
WHERE rule.active
ORDER BY rule.verb_iri, rule.object_type, rule.rule_key
ON CONFLICT DO NOTHING;

CREATE TABLE credential.evidence (
    agent_key bigint NOT NULL,
    competence_item_key bigint NOT NULL REFERENCES framework.item,
    statement_key bigint NOT NULL,
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 4),
    kind lrs.level_method NOT NULL CHECK (kind <> 'self'),
    voided boolean NOT NULL DEFAULT false,
    statement_id uuid NOT NULL,
    happened_at timestamptz NOT NULL,
    pilot_key bigint REFERENCES training.pilot,
    profile_item_key bigint REFERENCES framework.item,
    score_scaled numeric,
    assessor_keys bigint[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (agent_key, competence_item_key, statement_key, level)
);
CREATE INDEX evidence_statement ON credential.evidence (statement_key);
CREATE INDEX evidence_competence ON credential.evidence (competence_item_key, agent_key);
CREATE INDEX evidence_pilot ON credential.evidence (pilot_key, competence_item_key, agent_key)
    WHERE pilot_key IS NOT NULL;

COMMENT ON TABLE credential.evidence IS
    'Statements that show a level of a competence, one row for each competence and level that they show, as the outbox '
    'told of them. Whether that is enough for an award, the rules say.';
COMMENT ON COLUMN credential.evidence.agent_key IS 'The person.';
COMMENT ON COLUMN credential.evidence.competence_item_key IS 'The competence.';
COMMENT ON COLUMN credential.evidence.statement_key IS 'The statement.';
COMMENT ON COLUMN credential.evidence.level IS 'The level shown; it shows the levels below too.';
COMMENT ON COLUMN credential.evidence.kind IS 'test, observation, portfolio or recognition.';
COMMENT ON COLUMN credential.evidence.voided IS 'Whether the statement was voided since.';
COMMENT ON COLUMN credential.evidence.statement_id IS 'The statement''s id.';
COMMENT ON COLUMN credential.evidence.happened_at IS 'When it happened, as the statement says.';
COMMENT ON COLUMN credential.evidence.pilot_key IS 'The pilot that it arose in, if it is known.';
COMMENT ON COLUMN credential.evidence.profile_item_key IS 'The staff profile that it was shown for, if any.';
COMMENT ON COLUMN credential.evidence.score_scaled IS 'The scaled score, if there is one.';
COMMENT ON COLUMN credential.evidence.assessor_keys IS
    'Who vouches for it: the statement''s instructor, or the members of its instructing group, and its authority.';

-- Who may assess ------------------------------------------------------------------------------------------------------

CREATE TABLE credential.assessor (
    assessor_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    agent_key bigint NOT NULL REFERENCES lrs.agent,
    pilot_key bigint REFERENCES training.pilot,
    partner_key bigint REFERENCES training.partner,
    added_at timestamptz NOT NULL DEFAULT now(),
    added_by text NOT NULL,
    removed_at timestamptz,
    removed_by text,
    CHECK (num_nonnulls(pilot_key, partner_key) = 1),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX assessor_once
    ON credential.assessor (agent_key, COALESCE(pilot_key, 0), COALESCE(partner_key, 0)) WHERE removed_at IS NULL;
CREATE INDEX assessor_pilot ON credential.assessor (pilot_key);
CREATE INDEX assessor_partner ON credential.assessor (partner_key);

COMMENT ON TABLE credential.assessor IS
    'Assessors whose word counts where a rule asks for authorised ones: in one pilot, or in all that a partner runs. '
    'Rows are never deleted: what an assessor found before being removed still counts.';
COMMENT ON COLUMN credential.assessor.assessor_key IS 'Internal key.';
COMMENT ON COLUMN credential.assessor.agent_key IS
    'Whom statements name as instructor, or the authority (the key of a platform) that vouches for them.';
COMMENT ON COLUMN credential.assessor.pilot_key IS 'The pilot; null where a partner is meant.';
COMMENT ON COLUMN credential.assessor.partner_key IS 'The partner; null where a pilot is meant.';
COMMENT ON COLUMN credential.assessor.added_at IS 'Since when.';
COMMENT ON COLUMN credential.assessor.added_by IS 'The API key or operator that added it.';
COMMENT ON COLUMN credential.assessor.removed_at IS 'Until when; what was stored later does not count.';
COMMENT ON COLUMN credential.assessor.removed_by IS 'The API key or operator that removed it.';

-- Rules ---------------------------------------------------------------------------------------------------------------

-- The view shows the rule's method, which becomes that of its conditions; it is made again after this migration.
DROP VIEW IF EXISTS evaluation.awards;
DROP INDEX credential.rule_active_code;

ALTER TABLE credential.rule
    ADD COLUMN document_key bigint REFERENCES framework.document,
    ADD COLUMN competence_item_key bigint REFERENCES framework.item,
    ADD COLUMN level smallint CHECK (level BETWEEN 1 AND 4),
    ADD COLUMN pilot_key bigint REFERENCES training.pilot,
    ADD COLUMN across_pilots boolean NOT NULL DEFAULT true,
    ADD COLUMN cumulative boolean NOT NULL DEFAULT true,
    ADD COLUMN retroactive boolean NOT NULL DEFAULT false,
    ADD COLUMN requirement jsonb,
    ADD COLUMN state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'retired')),
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN published_at timestamptz,
    ADD COLUMN published_by text,
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN retired_by text;

-- Carried over: what a rule asked for becomes its one condition.
UPDATE credential.rule
SET requirement = jsonb_strip_nulls(jsonb_build_object('kind', method, 'minimumScore', minimum_scaled)),
    state = CASE WHEN active THEN 'published' ELSE 'retired' END,
    published_at = now(), published_by = 'migration',
    retired_at = CASE WHEN NOT active THEN now() END, retired_by = CASE WHEN NOT active THEN 'migration' END,
    cumulative = false;

CREATE TABLE credential.rule_condition (
    condition_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_key integer NOT NULL REFERENCES credential.rule ON DELETE CASCADE,
    position smallint NOT NULL CHECK (position > 0),
    kind lrs.level_method NOT NULL CHECK (kind <> 'self'),
    minimum integer NOT NULL DEFAULT 1 CHECK (minimum BETWEEN 1 AND 100),
    minimum_score numeric CHECK (minimum_score BETWEEN -1 AND 1),
    maximum_age interval CHECK (maximum_age > interval '0'),
    assessors text NOT NULL DEFAULT 'any' CHECK (assessors IN ('any', 'authorised')),
    UNIQUE (rule_key, position)
);

COMMENT ON TABLE credential.rule_condition IS
    'The conditions of rules: so many statements of a kind. How they are joined, credential.rule_alternative tells.';
COMMENT ON COLUMN credential.rule_condition.condition_key IS 'Short key.';
COMMENT ON COLUMN credential.rule_condition.rule_key IS 'The rule.';
COMMENT ON COLUMN credential.rule_condition.position IS 'Place in the rule''s document, from 1.';
COMMENT ON COLUMN credential.rule_condition.kind IS 'The kind of evidence that counts.';
COMMENT ON COLUMN credential.rule_condition.minimum IS 'How many statements there must be.';
COMMENT ON COLUMN credential.rule_condition.minimum_score IS
    'Cut score of the rule; null where the assessment''s own decision (result.success) is enough.';
COMMENT ON COLUMN credential.rule_condition.maximum_age IS
    'How old evidence may be when the level is awarded; null for any age.';
COMMENT ON COLUMN credential.rule_condition.assessors IS
    'any, or authorised: evidence counts only if credential.assessor lists who vouches for it.';

CREATE TABLE credential.rule_alternative (
    rule_key integer NOT NULL REFERENCES credential.rule ON DELETE CASCADE,
    alternative smallint NOT NULL CHECK (alternative > 0),
    condition_key integer NOT NULL REFERENCES credential.rule_condition ON DELETE CASCADE,
    size smallint NOT NULL CHECK (size > 0),
    PRIMARY KEY (rule_key, alternative, condition_key)
);
CREATE INDEX rule_alternative_condition ON credential.rule_alternative (condition_key);

COMMENT ON TABLE credential.rule_alternative IS
    'The all-of and any-of groups of a rule, multiplied out: a rule is met if every condition of one alternative is.';
COMMENT ON COLUMN credential.rule_alternative.rule_key IS 'The rule.';
COMMENT ON COLUMN credential.rule_alternative.alternative IS 'Number of the alternative, from 1.';
COMMENT ON COLUMN credential.rule_alternative.condition_key IS 'A condition of it.';
COMMENT ON COLUMN credential.rule_alternative.size IS 'How many conditions the alternative has.';

INSERT INTO credential.rule_condition (rule_key, position, kind, minimum_score)
SELECT rule_key, 1, method, minimum_scaled FROM credential.rule;
INSERT INTO credential.rule_alternative (rule_key, alternative, condition_key, size)
SELECT rule_key, 1, condition_key, 1 FROM credential.rule_condition;

ALTER TABLE credential.rule
    ALTER COLUMN requirement SET NOT NULL,
    DROP COLUMN verb_iri,
    DROP COLUMN object_type,
    DROP COLUMN method,
    DROP COLUMN minimum_scaled,
    DROP COLUMN active,
    ADD CHECK ((state = 'draft') = (published_at IS NULL)),
    ADD CHECK ((state = 'retired') = (retired_at IS NOT NULL)),
    ADD CHECK (competence_item_key IS NULL OR document_key IS NOT NULL);
CREATE UNIQUE INDEX rule_published_code ON credential.rule (code) WHERE state = 'published';
CREATE UNIQUE INDEX rule_draft_code ON credential.rule (code) WHERE state = 'draft';

COMMENT ON TABLE credential.rule IS
    'What evidence shows a level: versions of rules. Of the published ones, the narrowest that fit a competence, a '
    'level and a pilot decide; several equally narrow ones are alternatives. A published version never changes: the '
    'next one replaces it.';
COMMENT ON COLUMN credential.rule.document_key IS
    'The framework version whose competences the rule is for; null for those of every framework.';
COMMENT ON COLUMN credential.rule.competence_item_key IS 'The competence that it is for; null for all.';
COMMENT ON COLUMN credential.rule.level IS 'The level that it is for; null for all.';
COMMENT ON COLUMN credential.rule.pilot_key IS 'The pilot that it is for; null for all.';
COMMENT ON COLUMN credential.rule.across_pilots IS
    'Whether evidence of several pilots counts together; otherwise one pilot''s must be enough.';
COMMENT ON COLUMN credential.rule.cumulative IS
    'Whether the rules of the levels below must be met as well. Evidence of a level is evidence of those below it.';
COMMENT ON COLUMN credential.rule.retroactive IS
    'Whether awards that other rules or versions found before are withdrawn if they do not meet this one.';
COMMENT ON COLUMN credential.rule.requirement IS
    'The conditions as the definition has them: a condition, {"all": [...]} or {"any": [...]}.';
COMMENT ON COLUMN credential.rule.state IS 'draft (may change), published (finds awards) or retired.';
COMMENT ON COLUMN credential.rule.created_at IS 'When the version was first defined.';
COMMENT ON COLUMN credential.rule.changed_at IS 'When its draft last changed.';
COMMENT ON COLUMN credential.rule.published_at IS 'When it was published; null for a draft.';
COMMENT ON COLUMN credential.rule.published_by IS 'The API key or operator that published it.';
COMMENT ON COLUMN credential.rule.retired_at IS 'When it was retired, by itself or by its next version.';
COMMENT ON COLUMN credential.rule.retired_by IS 'The API key or operator that retired it.';

-- Awards --------------------------------------------------------------------------------------------------------------

CREATE TABLE credential.approval (
    pilot_key bigint PRIMARY KEY REFERENCES training.pilot,
    required boolean NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL
);

COMMENT ON TABLE credential.approval IS
    'Pilots whose awards a person approves before they are signed; without a row, nobody needs to.';
COMMENT ON COLUMN credential.approval.pilot_key IS 'The pilot.';
COMMENT ON COLUMN credential.approval.required IS 'Whether approval is required.';
COMMENT ON COLUMN credential.approval.changed_at IS 'When that was last decided.';
COMMENT ON COLUMN credential.approval.changed_by IS 'The API key or operator that decided it.';

ALTER TABLE credential.award
    ADD COLUMN method lrs.level_method NOT NULL DEFAULT 'test' CHECK (method <> 'self'),
    ADD COLUMN below_rule_keys integer[],
    ADD COLUMN decision text NOT NULL DEFAULT 'unneeded'
        CHECK (decision IN ('unneeded', 'proposed', 'approved', 'refused')),
    ADD COLUMN decided_at timestamptz,
    ADD COLUMN decided_by text,
    ADD COLUMN decision_reason text,
    ADD CHECK (num_nonnulls(decided_at, decided_by) = CASE WHEN decision IN ('approved', 'refused') THEN 2 ELSE 0 END),
    ADD CHECK (decision <> 'refused' OR (decision_reason IS NOT NULL AND withdrawn_at IS NOT NULL));
UPDATE credential.award SET method = condition.kind
FROM credential.rule_condition AS condition
WHERE condition.rule_key = award.rule_key AND condition.kind <> 'test';
ALTER TABLE credential.award ALTER COLUMN method DROP DEFAULT;
CREATE INDEX award_proposed ON credential.award (pilot_key, award_key)
    WHERE decision = 'proposed' AND withdrawn_at IS NULL;
CREATE INDEX award_person ON credential.award (agent_key, competence_item_key, level);

COMMENT ON COLUMN credential.award.method IS 'The kind of the evidence that completed it.';
COMMENT ON COLUMN credential.award.below_rule_keys IS
    'The rules by which the levels below were reached, from level 1, null where none decides; null where the rule asks '
    'for nothing below. The award stands as long as they are met, whatever rules come later.';
COMMENT ON COLUMN credential.award.decision IS
    'unneeded; or proposed, which a person makes approved or refused. Only unneeded and approved ones are signed.';
COMMENT ON COLUMN credential.award.decided_at IS 'When it was approved or refused.';
COMMENT ON COLUMN credential.award.decided_by IS 'The API key or operator that approved or refused it.';
COMMENT ON COLUMN credential.award.decision_reason IS 'Why; always told when it was refused.';

ALTER TABLE credential.award_evidence ADD COLUMN condition_keys integer[] NOT NULL DEFAULT '{}';
UPDATE credential.award_evidence AS proof SET condition_keys = ARRAY[condition.condition_key]
FROM credential.award
JOIN credential.rule_condition AS condition ON condition.rule_key = award.rule_key
WHERE award.award_key = proof.award_key;

COMMENT ON COLUMN credential.award_evidence.condition_keys IS 'The conditions that the statement met.';

-- What is to be looked at again ---------------------------------------------------------------------------------------

CREATE TABLE credential.due (
    agent_key bigint NOT NULL,
    competence_item_key bigint NOT NULL,
    times integer NOT NULL DEFAULT 1,
    PRIMARY KEY (agent_key, competence_item_key)
) WITH (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

COMMENT ON TABLE credential.due IS
    'Whose evidence of which competence is to be weighed, because a statement, a rule or a list of assessors changed. '
    'Who weighs it locks the row and deletes it in the same transaction.';
COMMENT ON COLUMN credential.due.agent_key IS 'The person.';
COMMENT ON COLUMN credential.due.competence_item_key IS 'The competence.';
COMMENT ON COLUMN credential.due.times IS
    'How often it came up. Counting it up waits for who is weighing it, so that no change falls between.';

CREATE TABLE credential.review (
    review_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    competence_item_key bigint NOT NULL REFERENCES framework.item,
    pilot_key bigint REFERENCES training.pilot,
    after_agent_key bigint NOT NULL DEFAULT 0
);

COMMENT ON TABLE credential.review IS
    'Competences of which everybody''s evidence is to be weighed anew, some people at a time.';
COMMENT ON COLUMN credential.review.review_key IS 'Order of the reviews.';
COMMENT ON COLUMN credential.review.competence_item_key IS 'The competence.';
COMMENT ON COLUMN credential.review.pilot_key IS 'Only people with evidence of this pilot; null for all.';
COMMENT ON COLUMN credential.review.after_agent_key IS 'People up to this key have been put into credential.due.';

CREATE TYPE credential.weighed_evidence AS (
    agent_key bigint,
    competence_item_key bigint,
    level smallint,
    rule_key integer,
    is_current boolean,
    pilot_key bigint,
    condition_key integer,
    place bigint,
    statement_key bigint,
    statement_id uuid,
    shown_level smallint,
    kind lrs.level_method,
    happened_at timestamptz,
    evidence_pilot_key bigint,
    profile_item_key bigint
);
COMMENT ON TYPE credential.weighed_evidence IS
    'A statement that a condition of a rule counts for a person''s level, the place-th of them; or, without a '
    'condition, that the rule decides the level and counts nothing. pilot_key is that of rules for one pilot, or 0.';

CREATE TYPE credential.judgement AS (
    agent_key bigint,
    competence_item_key bigint,
    level smallint,
    rule_key integer,
    is_current boolean,
    pilot_key bigint,
    condition_keys integer[],
    statement_key bigint,
    achieved_at timestamptz
);
COMMENT ON TYPE credential.judgement IS
    'That a rule is met for a person''s level: by which conditions, and with which statement it first was.';

-- Rights --------------------------------------------------------------------------------------------------------------

GRANT SELECT ON credential.evidence_pattern TO tessera_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    credential.evidence, credential.due, credential.review, credential.rule, credential.rule_condition,
    credential.rule_alternative
    TO tessera_service;
GRANT SELECT, INSERT, UPDATE ON credential.assessor, credential.approval TO tessera_service;

-- A partner that asks sees the awards of its pilots, and what is behind them.
DROP POLICY service ON credential.award;
CREATE POLICY service ON credential.award TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL) OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );
DROP POLICY service ON credential.award_evidence;
CREATE POLICY service ON credential.award_evidence TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL) OR award_key IN (SELECT award.award_key FROM credential.award)
    );
ALTER TABLE credential.evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.evidence TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL) OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );
ALTER TABLE credential.approval ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.approval TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL) OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );
ALTER TABLE credential.assessor ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.assessor TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
        OR partner_key IN (SELECT partner_key FROM training.partner WHERE code = training.asking_partner())
    );
ALTER TABLE credential.rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY service ON credential.rule TO tessera_service
    USING (
        (SELECT training.asking_partner() IS NULL)
        OR pilot_key IS NULL
        OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    )
    WITH CHECK (
        (SELECT training.asking_partner() IS NULL) OR pilot_key IN (SELECT pilot.pilot_key FROM training.pilot)
    );
CREATE POLICY evaluator ON credential.rule FOR SELECT TO tessera_reporting USING (true);

-- Evidence that was stored before -------------------------------------------------------------------------------------

-- What the outbox has not told of yet comes later; awards that it brings then are made once, as every award is.
INSERT INTO lrs.outbox (statement_key)
SELECT statement.statement_key
FROM lrs.statement
JOIN lrs.verb USING (verb_key)
WHERE verb.iri IN (SELECT pattern.verb_iri FROM credential.evidence_pattern AS pattern)
    AND (statement.competence_key IS NOT NULL OR statement.other_competence_keys IS NOT NULL)
ON CONFLICT DO NOTHING;
