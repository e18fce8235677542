-- What the views of evaluation are defined to give, over the statements themselves: what the kept rows have to come to.
-- Schema oracle has a view of each name with the same columns; oracle_analysis what they share. Nothing here is fast.

CREATE SCHEMA oracle_analysis AUTHORIZATION tessera_reporting;
CREATE SCHEMA oracle AUTHORIZATION tessera_reporting;
GRANT USAGE ON SCHEMA oracle TO tessera_evaluator;
SET ROLE tessera_reporting;

CREATE VIEW oracle_analysis.competence AS
SELECT
    activity.activity_key,
    COALESCE(level_of.item_key, item.item_key) AS competence_key,
    CASE WHEN item.kind = 'level' THEN item.level END AS level
FROM lrs.activity
JOIN framework.item ON item.identifier = activity.cf_identifier AND item.kind IN ('competence', 'level')
LEFT JOIN framework.item AS level_of ON level_of.item_key = item.parent_key AND item.kind = 'level';

CREATE VIEW oracle_analysis.item AS
SELECT
    version.activity_key AS instrument_key,
    item.activity_key AS item_key,
    item.instrument_item_key,
    instrument.code || ' ' || version.version AS instrument_code,
    item.position,
    COALESCE(
        item.texts ->> 'en', (SELECT value FROM jsonb_each_text(item.texts) ORDER BY key LIMIT 1)
    ) AS item_text,
    competence.code AS competence,
    item.interaction,
    item.reversed,
    item.correct_responses
FROM training.instrument_version AS version
JOIN training.instrument USING (instrument_key)
JOIN training.instrument_item AS item USING (instrument_version_key)
LEFT JOIN framework.item AS competence ON competence.identifier = item.competence_item;

CREATE VIEW oracle_analysis.person AS
SELECT
    pilot.pilot_key,
    pilot.activity_key AS pilot_activity_key,
    enrolled.agent_key,
    enrolment.partner_key,
    COALESCE(enrolment.profile_item, pilot.profile_item) AS profile_item,
    enrolment.withdrawn_on
FROM (
    SELECT enrolment.pilot_key, enrolment.agent_key
    FROM training.enrolment
    UNION
    SELECT pilot.pilot_key, statement.actor_key
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN training.pilot ON pilot.activity_key = statement.pilot_key
    WHERE verb.iri = 'http://adlnet.gov/expapi/verbs/registered'
        AND statement.object_activity_key = statement.pilot_key
        AND statement.actor_key IS NOT NULL
        AND NOT statement.voided
) AS enrolled
JOIN training.pilot ON pilot.pilot_key = enrolled.pilot_key
LEFT JOIN training.enrolment
    ON enrolment.pilot_key = enrolled.pilot_key AND enrolment.agent_key = enrolled.agent_key;

CREATE VIEW oracle_analysis.person_answer AS
SELECT
    answer.pilot_key, answer.agent_key, answer.phase, answer.instrument_key, answer.item_key, answer.nonresponse,
    CASE WHEN answer.nonresponse IS NULL THEN answer.response END AS response,
    item.instrument_item_key, option.position AS option_position,
    CASE
        WHEN answer.nonresponse IS NOT NULL THEN NULL
        WHEN item.interaction = 'likert' THEN
            CASE WHEN item.reversed THEN scale.length + 1 - option.position ELSE option.position END
        WHEN answer.score_scaled IS NOT NULL THEN answer.score_scaled
        WHEN answer.success IS NOT NULL THEN answer.success::integer
    END::numeric AS value
FROM (
    SELECT DISTINCT ON (
        person.pilot_key, person.agent_key, statement.phase, statement.instrument_key, statement.item_key
    )
        person.pilot_key, person.agent_key, statement.phase, statement.instrument_key, statement.item_key,
        statement.nonresponse, statement.response, statement.success, statement.score_scaled
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN oracle_analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    WHERE NOT statement.voided
        AND verb.iri = 'http://adlnet.gov/expapi/verbs/answered'
        AND statement.instrument_key IS NOT NULL
        AND statement.item_key IS NOT NULL
        AND statement.phase IS NOT NULL
    ORDER BY
        person.pilot_key, person.agent_key, statement.phase, statement.instrument_key, statement.item_key,
        statement."timestamp" DESC, statement.statement_key DESC
) AS answer
LEFT JOIN training.instrument_version AS version ON version.activity_key = answer.instrument_key
LEFT JOIN training.instrument_item AS item
    ON item.instrument_version_key = version.instrument_version_key AND item.activity_key = answer.item_key
LEFT JOIN training.instrument_option AS option
    ON option.instrument_item_key = item.instrument_item_key AND option.component = 'scale'
    AND option.option_id = answer.response
LEFT JOIN LATERAL (
    SELECT count(*) AS length
    FROM training.instrument_option AS scale_option
    WHERE scale_option.instrument_item_key = item.instrument_item_key AND scale_option.component = 'scale'
) AS scale ON item.interaction = 'likert';

CREATE VIEW oracle_analysis.person_deeds AS
SELECT
    person.pilot_key, person.agent_key, person.profile_item,
    COALESCE(bool_or(deed.verb NOT LIKE '%registered'), false) AS started,
    sum(LEAST(deed.duration, interval '24 hours')) FILTER (
        WHERE deed.verb = 'http://adlnet.gov/expapi/verbs/attended' AND deed.duration > interval '0'
    ) AS attended,
    COALESCE(bool_or(
        deed.verb = 'http://adlnet.gov/expapi/verbs/completed' AND deed.completion IS NOT FALSE
            AND deed.object_activity_key IN (pilot.activity_key, pilot.curriculum_activity_key)
    ), false) AS completed,
    COALESCE(bool_or(
        deed.verb IN ('http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed')
            AND deed.phase IS DISTINCT FROM 'pre'
    ), false) AS assessed,
    COALESCE(bool_or(
        deed.verb = 'http://adlnet.gov/expapi/verbs/passed' AND deed.phase IS DISTINCT FROM 'pre'
    ), false) AS passed,
    COALESCE(bool_or(deed.phase = 'followup'), false) AS followed_up,
    person.withdrawn_on IS NOT NULL OR COALESCE(bool_or(
        deed.verb = 'http://id.tincanapi.com/verb/unregistered' AND deed.object_activity_key = pilot.activity_key
    ), false) AS withdrew
FROM oracle_analysis.person
JOIN training.pilot ON pilot.pilot_key = person.pilot_key
LEFT JOIN (
    SELECT
        statement.pilot_key, statement.actor_key, statement.object_activity_key, statement.duration,
        statement.completion, statement.phase, verb.iri AS verb
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    WHERE NOT statement.voided
) AS deed ON deed.pilot_key = person.pilot_activity_key AND deed.actor_key = person.agent_key
GROUP BY person.pilot_key, person.agent_key, person.profile_item, person.withdrawn_on;

CREATE VIEW oracle_analysis.person_level AS
SELECT pilot_key, agent_key, profile_item, competence_key, 'self-assessed' AS measure, phase::text, level
FROM (
    -- The last answer of a phase counts.
    SELECT DISTINCT ON (person.pilot_key, person.agent_key, competence.competence_key, statement.phase)
        person.pilot_key, person.agent_key, person.profile_item, competence.competence_key, statement.phase,
        statement.level
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN oracle_analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    JOIN oracle_analysis.competence ON competence.activity_key = statement.competence_key
    WHERE NOT statement.voided
        AND verb.iri = 'https://w3id.org/xapi/iust/verbs/self-assessed'
        AND statement.phase IN ('pre', 'post', 'followup')
        AND statement.level IS NOT NULL
    ORDER BY
        person.pilot_key, person.agent_key, competence.competence_key, statement.phase,
        statement."timestamp" DESC, statement.statement_key DESC
) AS answer
UNION ALL
SELECT
    person.pilot_key, person.agent_key, person.profile_item, competence.competence_key, 'assessed',
    CASE WHEN statement.phase IN ('pre', 'followup') THEN statement.phase::text ELSE 'post' END,
    max(COALESCE(statement.level, competence.level))
FROM lrs.statement
JOIN lrs.verb ON verb.verb_key = statement.verb_key
JOIN oracle_analysis.person
    ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
JOIN oracle_analysis.competence ON competence.activity_key = statement.competence_key
WHERE NOT statement.voided
    AND verb.iri IN ('http://adlnet.gov/expapi/verbs/passed', 'https://w3id.org/xapi/tla/verbs/achieved')
    AND statement.success IS NOT FALSE
    AND statement.level_method IS DISTINCT FROM 'self'
    AND COALESCE(statement.level, competence.level) IS NOT NULL
GROUP BY
    person.pilot_key, person.agent_key, person.profile_item, competence.competence_key,
    CASE WHEN statement.phase IN ('pre', 'followup') THEN statement.phase::text ELSE 'post' END;

CREATE VIEW oracle_analysis.person_total AS
SELECT
    answered.pilot_key, answered.agent_key, answered.phase, answered.instrument_key, whole.items,
    answered.items = whole.items AS is_complete,
    CASE WHEN answered.items = whole.items THEN answered.total END AS total,
    CASE WHEN answered.items = whole.items THEN answered.item_values END AS item_values,
    answered.asked_items, answered.option_items, answered.responses
FROM (
    SELECT
        pilot_key, agent_key, phase, instrument_key, count(value) AS items, sum(value) AS total,
        array_agg(value ORDER BY item_key) FILTER (WHERE value IS NOT NULL) AS item_values,
        array_agg(item_key ORDER BY item_key) AS asked_items,
        array_agg(instrument_item_key ORDER BY item_key) AS option_items,
        array_agg(response ORDER BY item_key) AS responses
    FROM oracle_analysis.person_answer
    GROUP BY pilot_key, agent_key, phase, instrument_key
) AS answered
JOIN (
    SELECT pilot_key, phase, instrument_key, count(DISTINCT item_key) AS items
    FROM oracle_analysis.person_answer
    WHERE value IS NOT NULL
    GROUP BY pilot_key, phase, instrument_key
) AS whole
    ON whole.pilot_key = answered.pilot_key AND whole.phase = answered.phase
    AND whole.instrument_key = answered.instrument_key;

CREATE VIEW oracle_analysis.score AS
SELECT DISTINCT ON (
    statement.pilot_key, statement.actor_key, competence.competence_key,
    CASE WHEN competence.competence_key IS NULL THEN statement.competence_key END, statement.phase
)
    person.pilot_key, person.agent_key, person.profile_item,
    competence.competence_key,
    COALESCE(competence.competence_key, -statement.competence_key, 0) AS subject_key,
    statement.phase,
    statement.score_scaled AS score
FROM lrs.statement
JOIN lrs.verb ON verb.verb_key = statement.verb_key
JOIN oracle_analysis.person
    ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
LEFT JOIN oracle_analysis.competence ON competence.activity_key = statement.competence_key
WHERE NOT statement.voided
    AND verb.iri IN ('http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed')
    AND statement.phase IN ('pre', 'post', 'followup')
    AND statement.score_scaled IS NOT NULL
ORDER BY
    statement.pilot_key, statement.actor_key, competence.competence_key,
    CASE WHEN competence.competence_key IS NULL THEN statement.competence_key END, statement.phase,
    statement."timestamp" DESC, statement.statement_key DESC;

CREATE VIEW oracle_analysis.score_change AS
SELECT
    pilot_key, agent_key, profile_item, competence_key, subject_key,
    max(score) FILTER (WHERE phase = 'pre') AS pre,
    max(score) FILTER (WHERE phase = 'post') AS post
FROM oracle_analysis.score
WHERE phase IN ('pre', 'post')
GROUP BY pilot_key, agent_key, profile_item, competence_key, subject_key;

CREATE VIEW oracle_analysis.score_change_of_person AS
SELECT
    pilot_key, agent_key, profile_item,
    round(avg(pre) FILTER (WHERE post IS NOT NULL), 16) AS pre,
    round(avg(post) FILTER (WHERE pre IS NOT NULL), 16) AS post
FROM (
    -- Added up instead of joined: the planner would take both sides for a few rows, and compare each with each.
    SELECT pilot_key, agent_key, profile_item, NULL::numeric AS pre, NULL::numeric AS post FROM oracle_analysis.person
    UNION ALL
    SELECT pilot_key, agent_key, profile_item, pre, post FROM oracle_analysis.score_change
) AS listed
GROUP BY pilot_key, agent_key, profile_item;

CREATE VIEW oracle.attendance WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
session AS (
    SELECT
        session.pilot_key, session.position, session.held_on, session.hours, session.title, session.cohort,
        activity.activity_key, session.iri
    FROM training.pilot_session AS session
    LEFT JOIN lrs.activity ON activity.iri = session.iri
),
presence AS (
    SELECT DISTINCT person.pilot_key, statement.object_activity_key AS activity_key, person.agent_key
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN oracle_analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    WHERE NOT statement.voided
        AND verb.iri = 'http://adlnet.gov/expapi/verbs/attended'
        AND statement.object_activity_key IS NOT NULL
),
held AS (
    SELECT pilot_key, position, held_on, hours, title, cohort, activity_key, iri FROM session
    UNION ALL
    SELECT DISTINCT presence.pilot_key, NULL::integer, NULL::date, NULL::numeric, NULL, NULL, activity_key, activity.iri
    FROM presence
    JOIN lrs.activity USING (activity_key)
    WHERE NOT EXISTS (
        SELECT FROM session
        WHERE session.pilot_key = presence.pilot_key AND session.activity_key = presence.activity_key
    )
),
expected AS (
    SELECT held.pilot_key, held.position, held.activity_key, person.agent_key
    FROM held
    JOIN oracle_analysis.person ON person.pilot_key = held.pilot_key
    LEFT JOIN training.enrolment ON enrolment.pilot_key = person.pilot_key AND enrolment.agent_key = person.agent_key
    WHERE (held.cohort IS NULL OR enrolment.cohort = held.cohort)
        AND (held.held_on IS NULL OR person.withdrawn_on IS NULL OR person.withdrawn_on >= held.held_on)
),
counted AS (
    SELECT
        held.pilot_key, held.position, held.held_on, held.hours, held.title, held.iri,
        count(expected.agent_key) AS people,
        CASE WHEN held.iri IS NOT NULL THEN count(presence.agent_key) END AS attended
    FROM held
    LEFT JOIN expected
        ON expected.pilot_key = held.pilot_key AND expected.position IS NOT DISTINCT FROM held.position
        AND expected.activity_key IS NOT DISTINCT FROM held.activity_key
    LEFT JOIN presence
        ON presence.pilot_key = expected.pilot_key AND presence.activity_key = expected.activity_key
        AND presence.agent_key = expected.agent_key
    GROUP BY held.pilot_key, held.position, held.held_on, held.hours, held.title, held.iri
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(people, k) AND NOT COALESCE(evaluation.too_few(attended, k), false) AS shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.position,
    judged.iri AS session,
    judged.title AS session_title,
    judged.held_on,
    judged.hours AS planned_hours,
    CASE WHEN people_shown THEN people END AS n,
    CASE WHEN shown THEN people - COALESCE(attended, 0) END AS n_missing,
    CASE WHEN shown THEN attended END AS attended,
    CASE WHEN shown THEN attended::double precision / NULLIF(people, 0) END AS share,
    CASE WHEN shown THEN (evaluation.wilson_interval(attended, people)).low END AS share_low,
    CASE WHEN shown THEN (evaluation.wilson_interval(attended, people)).high END AS share_high,
    NOT shown AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key;

CREATE VIEW oracle.attrition_bias WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    -- Before, in the mean over the competences tested before: leavers have no other mean.
    SELECT
        pilot_key, agent_key, round(avg(pre), 16) AS pre, bool_or(pre IS NOT NULL AND post IS NOT NULL) AS stayed
    FROM (
        SELECT pilot_key, agent_key, NULL::numeric AS pre, NULL::numeric AS post FROM oracle_analysis.person
        UNION ALL
        SELECT pilot_key, agent_key, pre, post FROM oracle_analysis.score_change
    ) AS listed
    GROUP BY pilot_key, agent_key
),
counted AS (
    SELECT
        pilot_key,
        count(*) AS people,
        count(*) FILTER (WHERE pre IS NOT NULL AND stayed) AS stayers,
        count(*) FILTER (WHERE pre IS NOT NULL AND NOT stayed) AS leavers,
        (avg(pre) FILTER (WHERE stayed))::double precision AS stayers_mean,
        (avg(pre) FILTER (WHERE NOT stayed))::double precision AS leavers_mean,
        (var_samp(pre) FILTER (WHERE stayed))::double precision AS stayers_variance,
        (var_samp(pre) FILTER (WHERE NOT stayed))::double precision AS leavers_variance
    FROM person
    GROUP BY pilot_key
),
welch AS (
    SELECT
        counted.*,
        stayers_variance / stayers AS stayers_part,
        leavers_variance / leavers AS leavers_part,
        sqrt(
            ((stayers - 1) * stayers_variance + (leavers - 1) * leavers_variance)
                / NULLIF(stayers + leavers - 2, 0)
        ) AS pooled_sd
    FROM counted
    WHERE stayers > 1 AND leavers > 1
),
tested AS (
    SELECT
        pilot_key,
        (stayers_mean - leavers_mean) / NULLIF(sqrt(stayers_part + leavers_part), 0) AS t,
        (stayers_part + leavers_part) * (stayers_part + leavers_part) / NULLIF(
            stayers_part * stayers_part / (stayers - 1) + leavers_part * leavers_part / (leavers - 1), 0
        ) AS df,
        (stayers_mean - leavers_mean) / NULLIF(pooled_sd, 0)
            * evaluation.hedges_correction(stayers + leavers - 2) AS g
    FROM welch
),
judged AS (
    SELECT
        pilot.code, counted.*, tested.t, tested.df, tested.g,
        NOT (true = ANY (evaluation.hidden_cells(ARRAY[stayers, leavers], k))) AS shown,
        NOT evaluation.too_few(stayers + leavers, k) AND NOT evaluation.too_few(people, k) AS people_shown
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN counted ON counted.pilot_key = pilot.pilot_key
    LEFT JOIN tested ON tested.pilot_key = pilot.pilot_key
)
SELECT
    code AS pilot,
    CASE WHEN people_shown IS NOT FALSE THEN COALESCE(stayers + leavers, 0) END AS n,
    CASE WHEN people_shown IS NOT FALSE THEN COALESCE(people - stayers - leavers, 0) END AS n_missing,
    CASE WHEN shown IS NOT FALSE THEN COALESCE(stayers, 0) END AS stayers,
    CASE WHEN shown IS NOT FALSE THEN COALESCE(leavers, 0) END AS leavers,
    CASE WHEN shown THEN stayers_mean END AS stayers_mean,
    CASE WHEN shown THEN leavers_mean END AS leavers_mean,
    CASE WHEN shown THEN stayers_mean - leavers_mean END AS difference,
    CASE WHEN shown THEN t END AS t,
    CASE WHEN shown THEN df END AS df,
    CASE WHEN shown THEN evaluation.student_t_p(t, df) END AS p,
    CASE WHEN shown THEN g END AS g,
    NOT (shown IS NOT FALSE AND people_shown IS NOT FALSE) AS suppressed,
    now() AS as_of
FROM judged;

CREATE VIEW oracle.calibration WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM oracle_analysis.person
    GROUP BY pilot_key
),
judgement AS (
    SELECT
        pilot_key, competence_key,
        max(level) FILTER (WHERE measure = 'self-assessed') AS self_level,
        max(level) FILTER (WHERE measure = 'assessed') AS assessed_level
    FROM oracle_analysis.person_level
    WHERE phase = 'post'
    GROUP BY pilot_key, competence_key, agent_key
),
counted AS (
    SELECT
        pilot_key, competence_key,
        count(*) FILTER (WHERE self_level IS NOT NULL AND assessed_level IS NOT NULL) AS n,
        avg(self_level - assessed_level)::double precision AS bias,
        avg(abs(self_level - assessed_level))::double precision AS mean_absolute_error,
        evaluation.spearman(array_agg(self_level::double precision), array_agg(assessed_level::double precision))
            AS rank_correlation,
        ARRAY[
            count(*) FILTER (WHERE self_level > assessed_level),
            count(*) FILTER (WHERE self_level < assessed_level),
            count(*) FILTER (WHERE self_level = assessed_level)
        ] AS groups
    FROM judgement
    GROUP BY pilot_key, competence_key
),
judged AS (
    SELECT
        counted.*, enrolled.people,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        evaluation.hidden_cells(groups, k) AS hidden
    FROM counted
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN bias END AS bias,
    CASE WHEN shown THEN mean_absolute_error END AS mean_absolute_error,
    CASE WHEN shown THEN rank_correlation END AS rank_correlation,
    CASE WHEN shown AND NOT hidden[1] THEN groups[1]::double precision / NULLIF(n, 0) END AS share_over,
    CASE WHEN shown AND NOT hidden[2] THEN groups[2]::double precision / NULLIF(n, 0) END AS share_under,
    CASE WHEN shown AND NOT hidden[3] THEN groups[3]::double precision / NULLIF(n, 0) END AS share_exact,
    NOT (shown AND people_shown) OR true = ANY (hidden) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

CREATE VIEW oracle.cost WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
spent AS (
    SELECT pilot_key, currency, sum(amount) AS amount, count(*) AS lines
    FROM training.pilot_cost
    GROUP BY pilot_key, currency
),
person AS (
    SELECT
        pilot_key, count(*) AS enrolled, count(*) FILTER (WHERE started) AS started,
        count(*) FILTER (WHERE completed) AS completed
    FROM oracle_analysis.person_deeds
    GROUP BY pilot_key
),
raised AS (
    -- A level of a competence gained by a person: the highest that an award of the pilot holds.
    SELECT pilot_key, count(DISTINCT agent_key) AS people, sum(level) AS levels
    FROM (
        SELECT pilot_key, agent_key, competence_item_key, max(level) AS level
        FROM credential.award
        WHERE withdrawn_at IS NULL AND decision <> 'proposed'
        GROUP BY pilot_key, agent_key, competence_item_key
    ) AS held
    GROUP BY pilot_key
),
judged AS (
    SELECT
        pilot.code, spent.currency, spent.amount, spent.lines,
        COALESCE(person.enrolled, 0) AS enrolled, COALESCE(person.started, 0) AS started,
        COALESCE(person.completed, 0) AS completed, raised.levels,
        NOT evaluation.too_few(COALESCE(person.enrolled, 0), k) AS shown,
        NOT evaluation.too_few(COALESCE(person.started, 0), k) AS started_shown,
        NOT evaluation.too_few(COALESCE(person.completed, 0), k) AS completed_shown,
        NOT evaluation.too_few(COALESCE(raised.people, 0), k) AS levels_shown
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN spent ON spent.pilot_key = pilot.pilot_key
    LEFT JOIN person ON person.pilot_key = pilot.pilot_key
    LEFT JOIN raised ON raised.pilot_key = pilot.pilot_key
)
SELECT
    code AS pilot,
    currency,
    amount AS total,
    COALESCE(lines, 0) AS lines,
    CASE WHEN shown THEN enrolled END AS n,
    CASE WHEN shown AND started_shown THEN enrolled - started END AS n_missing,
    CASE WHEN shown THEN round(amount / NULLIF(enrolled, 0), 2) END AS per_participant,
    CASE WHEN shown AND completed_shown THEN round(amount / NULLIF(completed, 0), 2) END AS per_completer,
    CASE WHEN shown AND levels_shown THEN round(amount / NULLIF(levels, 0), 2) END AS per_level,
    NOT (shown AND started_shown AND completed_shown AND levels_shown) AS suppressed,
    now() AS as_of
FROM judged;

CREATE VIEW oracle.coverage WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
taught AS (
    SELECT curriculum_version_key, competence_key, max(level) AS level
    FROM training.curriculum_teaching
    GROUP BY curriculum_version_key, competence_key
),
assessed AS (
    SELECT curriculum_version_key, competence_key, max(level) AS level
    FROM training.curriculum_assessment
    GROUP BY curriculum_version_key, competence_key
),
run AS (
    SELECT version.curriculum_version_key, pilot.pilot_key, pilot.activity_key
    FROM training.curriculum_version AS version
    JOIN training.pilot ON pilot.curriculum_activity_key = version.activity_key
),
shown AS (
    -- Levels that people showed in pilots of the version, by statement or by award, but not before the training.
    SELECT
        run.curriculum_version_key, statement.actor_key AS agent_key,
        COALESCE(item.parent_key_of_level, item.item_key) AS competence_key,
        COALESCE(statement.level, item.level) AS level
    FROM run
    JOIN lrs.statement ON statement.pilot_key = run.activity_key
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN lrs.activity AS competence ON competence.activity_key = statement.competence_key
    JOIN (
        SELECT identifier, item_key, level, CASE kind WHEN 'level' THEN parent_key END AS parent_key_of_level
        FROM framework.item
        WHERE kind IN ('competence', 'level')
    ) AS item ON item.identifier = competence.cf_identifier
    WHERE NOT statement.voided
        AND verb.iri IN ('http://adlnet.gov/expapi/verbs/passed', 'https://w3id.org/xapi/tla/verbs/achieved')
        AND statement.success IS NOT FALSE
        AND statement.level_method IS DISTINCT FROM 'self'
        AND statement.phase IS DISTINCT FROM 'pre'
    UNION ALL
    SELECT run.curriculum_version_key, award.agent_key, award.competence_item_key, award.level
    FROM run
    JOIN credential.award ON award.pilot_key = run.pilot_key
    WHERE award.withdrawn_at IS NULL AND award.decision <> 'proposed'
        AND NOT EXISTS (
            SELECT FROM credential.award_evidence
            JOIN lrs.statement ON statement.statement_key = award_evidence.statement_key
            WHERE award_evidence.award_key = award.award_key AND statement.phase = 'pre'
        )
),
best AS (
    SELECT curriculum_version_key, competence_key, agent_key, max(level) AS level
    FROM shown
    GROUP BY curriculum_version_key, competence_key, agent_key
),
demand AS (
    SELECT
        version.curriculum_version_key, version.curriculum_key, version.version, version.state, version.document_key,
        profile.profile_key, target.competence_key, target.level,
        (
            SELECT count(*)
            FROM best
            WHERE best.curriculum_version_key = version.curriculum_version_key
                AND best.competence_key = target.competence_key
                AND best.level >= target.level
        ) AS people
    FROM training.curriculum_version AS version
    JOIN training.curriculum_profile AS profile USING (curriculum_version_key)
    JOIN framework.profile_target AS target ON target.profile_key = profile.profile_key
)
SELECT
    curriculum.code AS curriculum,
    demand.version AS curriculum_version,
    demand.state,
    ARRAY(
        SELECT partner.code
        FROM training.curriculum_partner AS owner
        JOIN training.partner USING (partner_key)
        WHERE owner.curriculum_key = demand.curriculum_key
        ORDER BY partner.code
    ) AS partners,
    document.code || ' ' || document.version AS framework,
    profile.code AS profile,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    demand.level AS target_level,
    taught.level AS taught_level,
    COALESCE(taught.level >= demand.level, false) AS taught,
    assessed.level AS assessed_level,
    COALESCE(assessed.level >= demand.level, false) AS assessed,
    demand.people > 0 AS evidenced,
    CASE WHEN NOT evaluation.too_few(demand.people, disclosure.k) THEN demand.people END AS evidenced_people,
    COALESCE(evaluation.too_few(demand.people, disclosure.k), false) AS suppressed,
    now() AS as_of
FROM demand
CROSS JOIN disclosure
JOIN training.curriculum ON curriculum.curriculum_key = demand.curriculum_key
JOIN framework.document ON document.document_key = demand.document_key
JOIN framework.item AS profile ON profile.item_key = demand.profile_key
JOIN framework.item AS competence ON competence.item_key = demand.competence_key
LEFT JOIN taught
    ON taught.curriculum_version_key = demand.curriculum_version_key
    AND taught.competence_key = demand.competence_key
LEFT JOIN assessed
    ON assessed.curriculum_version_key = demand.curriculum_version_key
    AND assessed.competence_key = demand.competence_key;

CREATE VIEW oracle.data_quality WITH (security_barrier = true) AS
WITH checked AS (
    -- A statement and what it was checked against: once for each template that it matches.
    SELECT
        conformance.pilot_key, conformance.statement_key, conformance.template_key, conformance.conforms,
        conformance.broken_rules, template.iri <> template.profile_version AS is_template
    FROM lrs.profile_conformance AS conformance
    JOIN lrs.profile_template AS template USING (template_key)
    JOIN lrs.statement USING (statement_key)
    WHERE NOT statement.voided
),
pilot_total AS (
    SELECT
        statement.pilot_key,
        count(*) AS n,
        count(*) FILTER (
            WHERE NOT EXISTS (
                SELECT FROM lrs.profile_conformance AS conformance
                WHERE conformance.statement_key = statement.statement_key
            )
        ) AS n_missing
    FROM lrs.statement
    WHERE NOT statement.voided AND statement.pilot_key IS NOT NULL
    GROUP BY statement.pilot_key
),
template_total AS (
    SELECT
        checked.pilot_key, checked.template_key, checked.is_template,
        count(*) AS n,
        count(*) FILTER (WHERE NOT checked.conforms) AS violations,
        min(checked.statement_key) FILTER (WHERE NOT checked.conforms) AS example_key
    FROM checked
    GROUP BY checked.pilot_key, checked.template_key, checked.is_template
),
rule_total AS (
    SELECT
        checked.pilot_key, checked.template_key, broken.number,
        count(*) AS violations,
        min(checked.statement_key) AS example_key
    FROM checked
    CROSS JOIN unnest(checked.broken_rules) AS broken (number)
    GROUP BY checked.pilot_key, checked.template_key, broken.number
),
note_total AS (
    SELECT
        statement.pilot_key, noted.note,
        count(*) AS violations,
        min(statement.statement_key) AS example_key
    FROM lrs.statement
    CROSS JOIN unnest(statement.quality_notes) AS noted (note)
    WHERE NOT statement.voided AND statement.pilot_key IS NOT NULL
    GROUP BY statement.pilot_key, noted.note
),
-- What statements name: few combinations, however many statements.
named AS (
    SELECT
        statement.pilot_key, statement.curriculum_key, statement.profile_key, statement.instrument_key,
        statement.item_key, statement.competence_key, statement.verb_key,
        count(*) AS n, min(statement.statement_key) AS first_key
    FROM lrs.statement
    WHERE NOT statement.voided AND statement.pilot_key IS NOT NULL
    GROUP BY
        statement.pilot_key, statement.curriculum_key, statement.profile_key, statement.instrument_key,
        statement.item_key, statement.competence_key, statement.verb_key
),
-- What of it nobody has defined here, or not as the pilot's. Among it is what statements of a verb have to name and do
-- not: it may stand there without a type, as something of which nothing is known yet.
dangling AS (
    SELECT statement.pilot_key, statement.n, statement.first_key, reference.demand
    FROM named AS statement
    JOIN training.pilot ON pilot.activity_key = statement.pilot_key
    JOIN lrs.verb USING (verb_key)
    LEFT JOIN training.instrument_version AS version ON version.activity_key = statement.instrument_key
    LEFT JOIN lrs.activity AS competence ON competence.activity_key = statement.competence_key
    LEFT JOIN lrs.activity AS profile ON profile.activity_key = statement.profile_key
    CROSS JOIN LATERAL (
        SELECT 'instrument: a defined version of an instrument' AS demand
        WHERE version.activity_key IS NULL
            AND (
                statement.instrument_key IS NOT NULL
                OR verb.iri IN (
                    'http://adlnet.gov/expapi/verbs/answered', 'http://adlnet.gov/expapi/verbs/passed',
                    'http://adlnet.gov/expapi/verbs/failed', 'https://w3id.org/xapi/iust/verbs/self-assessed'
                )
            )
        UNION ALL
        SELECT 'item: one of the instrument''s'
        WHERE (statement.item_key IS NOT NULL OR verb.iri = 'http://adlnet.gov/expapi/verbs/answered')
            AND NOT EXISTS (
                SELECT FROM training.instrument_item AS item
                WHERE item.activity_key = statement.item_key
                    AND (
                        version.instrument_version_key IS NULL
                        OR item.instrument_version_key = version.instrument_version_key
                    )
            )
        UNION ALL
        SELECT 'competence: one of a framework here'
        WHERE (
            statement.competence_key IS NOT NULL
            OR verb.iri IN (
                'https://w3id.org/xapi/iust/verbs/self-assessed', 'https://w3id.org/xapi/iust/verbs/applied',
                'https://w3id.org/xapi/tla/verbs/achieved', 'https://w3id.org/xapi/tla/verbs/planned'
            )
        )
            AND NOT EXISTS (
                SELECT FROM framework.item
                WHERE item.identifier = competence.cf_identifier AND item.kind IN ('competence', 'level')
            )
        UNION ALL
        SELECT 'curriculum: the pilot''s'
        WHERE statement.curriculum_key <> pilot.curriculum_activity_key
        UNION ALL
        SELECT 'staff profile: one of the pilot''s'
        WHERE statement.profile_key IS NOT NULL AND statement.profile_key <> ALL (
            SELECT pilot.profile_activity_key WHERE pilot.profile_activity_key IS NOT NULL
            UNION ALL
            SELECT further.profile_activity_key FROM training.pilot_profile AS further
            WHERE further.pilot_key = pilot.pilot_key AND further.profile_activity_key IS NOT NULL
        )
            AND profile.cf_identifier IS DISTINCT FROM pilot.profile_item
            AND NOT EXISTS (
                SELECT FROM training.pilot_profile AS further
                WHERE further.pilot_key = pilot.pilot_key AND further.profile_item = profile.cf_identifier
            )
    ) AS reference
),
dangling_total AS (
    SELECT pilot_key, demand, sum(n)::bigint AS violations, min(first_key) AS example_key
    FROM dangling
    GROUP BY pilot_key, demand
),
finding AS (
    -- Of the pilot as a whole: statements that declare the profile must match one of its templates.
    SELECT
        pilot_total.pilot_key, 'profile' AS source, NULL::integer AS template_key, NULL::smallint AS number,
        'statements that declare the profile match one of its templates' AS demand, NULL::text AS note,
        pilot_total.n, pilot_total.n_missing,
        COALESCE(sum(template_total.violations), 0)::bigint AS violations,
        min(template_total.example_key) AS example_key
    FROM pilot_total
    LEFT JOIN template_total
        ON template_total.pilot_key = pilot_total.pilot_key AND NOT template_total.is_template
    GROUP BY pilot_total.pilot_key, pilot_total.n, pilot_total.n_missing
    UNION ALL
    SELECT
        template_total.pilot_key, 'template', template_total.template_key, NULL, 'every rule of the template', NULL,
        template_total.n, 0, template_total.violations, template_total.example_key
    FROM template_total
    WHERE template_total.is_template
    UNION ALL
    SELECT
        rule_total.pilot_key, 'rule', rule_total.template_key, rule_total.number,
        rule.location || ': ' || rule.requirement, rule.note,
        template_total.n, 0, rule_total.violations, rule_total.example_key
    FROM rule_total
    JOIN template_total USING (pilot_key, template_key)
    JOIN lrs.profile_rule AS rule USING (template_key, number)
    UNION ALL
    SELECT
        note_total.pilot_key, 'extension', NULL, NULL, note_total.note, NULL,
        pilot_total.n, 0, note_total.violations, note_total.example_key
    FROM note_total
    JOIN pilot_total USING (pilot_key)
    UNION ALL
    SELECT
        dangling_total.pilot_key, 'reference', NULL, NULL, dangling_total.demand, NULL,
        pilot_total.n, 0, dangling_total.violations, dangling_total.example_key
    FROM dangling_total
    JOIN pilot_total USING (pilot_key)
)
SELECT
    pilot.code AS pilot,
    finding.source,
    template.iri AS template,
    template.name AS template_name,
    finding.number AS rule,
    finding.demand,
    finding.note,
    finding.n,
    finding.n_missing,
    finding.violations,
    example.statement_id AS example_statement_id,
    evaluation.pseudonym(enrolment.registration, pilot.pseudonym_secret, example.actor_key) AS example_person,
    now() AS as_of
FROM finding
JOIN training.pilot ON pilot.activity_key = finding.pilot_key
LEFT JOIN lrs.profile_template AS template ON template.template_key = finding.template_key
LEFT JOIN lrs.statement AS example ON example.statement_key = finding.example_key
LEFT JOIN training.enrolment
    ON enrolment.pilot_key = pilot.pilot_key AND enrolment.agent_key = example.actor_key;

CREATE VIEW oracle.distractor WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
choosable AS (
    SELECT
        item.instrument_item_key, offered.option_id, offered.position,
        EXISTS (
            SELECT FROM unnest(item.correct_responses) AS pattern
            WHERE offered.option_id = ANY (string_to_array(pattern, '[,]'))
        ) AS is_key
    FROM oracle_analysis.item
    CROSS JOIN LATERAL (
        SELECT option.option_id, option.position
        FROM training.instrument_option AS option
        WHERE option.instrument_item_key = item.instrument_item_key AND option.component = 'choices'
        UNION ALL
        SELECT truth.option_id, truth.position
        FROM (VALUES ('true', 1), ('false', 2)) AS truth (option_id, position)
        WHERE item.interaction = 'true-false'
    ) AS offered
    WHERE item.interaction IN ('choice', 'true-false') AND item.correct_responses IS NOT NULL
),
total AS (
    -- Thirds by the total; whoever has the same total as the last of a third is in it as well.
    SELECT
        pilot_key, phase, instrument_key, asked_items, option_items, responses,
        count(*) OVER (PARTITION BY pilot_key, phase, instrument_key) AS people,
        is_complete AND rank() OVER (everybody ORDER BY total) - 1 < count(*) OVER everybody / 3.0 AS is_lower,
        is_complete AND rank() OVER (everybody ORDER BY total DESC) - 1 < count(*) OVER everybody / 3.0 AS is_upper
    FROM oracle_analysis.person_total
    WINDOW everybody AS (PARTITION BY pilot_key, phase, instrument_key, is_complete)
),
answer AS (
    SELECT
        total.pilot_key, total.phase, total.instrument_key, total.people, total.is_lower, total.is_upper,
        given.item_key, given.instrument_item_key, string_to_array(given.response, '[,]') AS chosen
    FROM total
    CROSS JOIN LATERAL unnest(total.asked_items, total.option_items, total.responses)
        AS given (item_key, instrument_item_key, response)
    WHERE given.response IS NOT NULL
),
counted AS (
    SELECT
        answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, answer.people, choosable.option_id,
        choosable.position, choosable.is_key,
        count(*) AS answered,
        count(*) FILTER (WHERE choosable.option_id = ANY (chosen)) AS n,
        count(*) FILTER (WHERE is_lower) AS lower_n,
        count(*) FILTER (WHERE is_lower AND choosable.option_id = ANY (chosen)) AS lower_chose,
        count(*) FILTER (WHERE is_upper) AS upper_n,
        count(*) FILTER (WHERE is_upper AND choosable.option_id = ANY (chosen)) AS upper_chose
    FROM answer
    JOIN choosable USING (instrument_item_key)
    GROUP BY
        answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, answer.people, choosable.option_id,
        choosable.position, choosable.is_key
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(answered, k)
            AND NOT (evaluation.hidden_cells(array_agg(n) OVER item, k))[row_number() OVER item] AS shown,
        NOT evaluation.too_few(answered, k) AND NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(lower_n, k)
            AND NOT (evaluation.hidden_cells(array_agg(lower_chose) OVER item, k))[row_number() OVER item]
            AS lower_shown,
        NOT evaluation.too_few(upper_n, k)
            AND NOT (evaluation.hidden_cells(array_agg(upper_chose) OVER item, k))[row_number() OVER item]
            AS upper_shown
    FROM counted
    CROSS JOIN disclosure
    WINDOW item AS (
        PARTITION BY pilot_key, phase, instrument_key, item_key ORDER BY position
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    judged.position AS option_position,
    judged.option_id AS option,
    judged.is_key,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN people_shown THEN people - answered END AS n_missing,
    CASE WHEN shown THEN n::double precision / answered END AS share,
    CASE WHEN upper_shown THEN upper_chose::double precision / NULLIF(upper_n, 0) END AS share_of_upper_third,
    CASE WHEN lower_shown THEN lower_chose::double precision / NULLIF(lower_n, 0) END AS share_of_lower_third,
    NOT (shown AND people_shown AND lower_shown AND upper_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
JOIN oracle_analysis.item AS known ON known.instrument_key = judged.instrument_key AND known.item_key = judged.item_key;

CREATE VIEW oracle.dropout_point WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
leaver AS (
    -- Once a pilot is over, who has not completed it has left it, too.
    SELECT deeds.pilot_key, pilot.activity_key, deeds.agent_key
    FROM oracle_analysis.person_deeds AS deeds
    JOIN training.pilot ON pilot.pilot_key = deeds.pilot_key
    WHERE deeds.withdrew OR (pilot.state IN ('closed', 'reported') AND NOT deeds.completed)
),
last_deed AS (
    SELECT DISTINCT ON (leaver.pilot_key, leaver.agent_key)
        leaver.pilot_key, leaver.agent_key,
        COALESCE(statement.instrument_key, statement.object_activity_key) AS activity_key
    FROM leaver
    JOIN lrs.statement
        ON statement.pilot_key = leaver.activity_key AND statement.actor_key = leaver.agent_key
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    WHERE NOT statement.voided
        AND statement.object_activity_key IS NOT NULL
        AND verb.iri NOT IN (
            'http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered'
        )
    ORDER BY leaver.pilot_key, leaver.agent_key, statement."timestamp" DESC, statement.statement_key DESC
),
total AS (
    SELECT leaver.pilot_key, count(*) AS leavers, count(last_deed.agent_key) AS known
    FROM leaver
    LEFT JOIN last_deed USING (pilot_key, agent_key)
    GROUP BY leaver.pilot_key
),
counted AS (
    SELECT pilot_key, activity_key, count(*) AS n
    FROM last_deed
    GROUP BY pilot_key, activity_key
),
judged AS (
    SELECT
        counted.*, total.leavers, total.known,
        NOT evaluation.too_few(total.known, k)
            AND NOT (evaluation.hidden_cells(array_agg(n) OVER pilot, k))[row_number() OVER pilot] AS shown,
        NOT evaluation.too_few(total.known, k) AND NOT evaluation.too_few(total.leavers, k) AS leavers_shown
    FROM counted
    JOIN total USING (pilot_key)
    CROSS JOIN disclosure
    WINDOW pilot AS (
        PARTITION BY pilot_key ORDER BY activity_key ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    activity.iri AS last_activity,
    (
        SELECT session.title
        FROM training.pilot_session AS session
        WHERE session.pilot_key = judged.pilot_key AND session.iri = activity.iri
        ORDER BY session.position
        LIMIT 1
    ) AS session_title,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN leavers_shown THEN leavers - known END AS n_missing,
    CASE WHEN shown THEN n::double precision / known END AS share,
    NOT (shown AND leavers_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity ON activity.activity_key = judged.activity_key;

CREATE VIEW oracle.funnel WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
taken AS (
    SELECT
        deeds.pilot_key,
        count(*) AS enrolled,
        count(*) FILTER (WHERE started) AS started,
        count(*) FILTER (
            WHERE completed
                OR extract(epoch FROM attended) / 3600 >= NULLIF(pilot.planned_hours, 0) / 2
        ) AS half,
        count(*) FILTER (WHERE completed) AS completed,
        count(*) FILTER (WHERE assessed) AS assessed,
        count(*) FILTER (WHERE passed) AS passed,
        count(*) FILTER (WHERE EXISTS (
            SELECT FROM credential.award
            JOIN credential.credential ON credential.award_key = award.award_key
            WHERE award.pilot_key = deeds.pilot_key AND award.agent_key = deeds.agent_key
                AND award.withdrawn_at IS NULL
        )) AS credentialed,
        count(*) FILTER (WHERE followed_up) AS followed_up
    FROM oracle_analysis.person_deeds AS deeds
    JOIN training.pilot ON pilot.pilot_key = deeds.pilot_key
    GROUP BY deeds.pilot_key
),
counted AS (
    SELECT pilot.pilot_key, pilot.code, step.position, step.name, COALESCE(step.people, 0) AS n,
        COALESCE(taken.enrolled, 0) AS enrolled
    FROM training.pilot
    LEFT JOIN taken ON taken.pilot_key = pilot.pilot_key
    CROSS JOIN LATERAL (
        VALUES
            (1, 'enrolled', taken.enrolled), (2, 'started', taken.started), (3, 'half', taken.half),
            (4, 'completed', taken.completed), (5, 'assessed', taken.assessed), (6, 'passed', taken.passed),
            (7, 'credentialed', taken.credentialed), (8, 'followed up', taken.followed_up)
    ) AS step (position, name, people)
),
judged AS (
    SELECT
        counted.*,
        lag(n) OVER (PARTITION BY pilot_key ORDER BY position) AS previous,
        NOT evaluation.too_few(n, k) AND NOT evaluation.too_few(enrolled, k) AS shown,
        COALESCE(NOT evaluation.too_few(lag(n) OVER (PARTITION BY pilot_key ORDER BY position), k), true)
            AS previous_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    code AS pilot,
    position,
    name AS step,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown THEN enrolled - n END AS n_missing,
    CASE WHEN shown THEN n::double precision / NULLIF(enrolled, 0) END AS share_of_enrolled,
    CASE WHEN shown AND previous_shown THEN n::double precision / NULLIF(previous, 0) END AS share_of_previous,
    NOT (shown AND previous_shown) AS suppressed,
    now() AS as_of
FROM judged;

CREATE VIEW oracle.gain WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
found AS (
    SELECT pilot_key, evaluation.gain(pre, post, 1) AS estimate, count(*) AS people
    FROM oracle_analysis.score_change_of_person
    GROUP BY pilot_key
),
judged AS (
    SELECT
        pilot.code,
        COALESCE((found.estimate).n, 0) AS n,
        COALESCE(found.people, 0) AS people,
        found.estimate,
        NOT evaluation.too_few(COALESCE((found.estimate).n, 0), disclosure.k) AS shown,
        NOT evaluation.too_few(COALESCE(found.people, 0), disclosure.k) AS people_shown
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN found ON found.pilot_key = pilot.pilot_key
)
SELECT
    code AS pilot,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN (estimate).pre_mean END AS pre_mean,
    CASE WHEN shown THEN (estimate).post_mean END AS post_mean,
    CASE WHEN shown THEN (estimate).pre_sd END AS pre_sd,
    CASE WHEN shown THEN (estimate).post_sd END AS post_sd,
    CASE WHEN shown THEN (estimate).correlation END AS correlation,
    CASE WHEN shown THEN (estimate).gain_mean END AS gain_mean,
    CASE WHEN shown THEN (estimate).gain_sd END AS gain_sd,
    CASE WHEN shown THEN (estimate).gain_low END AS gain_low,
    CASE WHEN shown THEN (estimate).gain_high END AS gain_high,
    CASE WHEN shown THEN (estimate).t END AS t,
    CASE WHEN shown THEN (estimate).df END AS df,
    CASE WHEN shown THEN (estimate).p END AS p,
    CASE WHEN shown THEN (estimate).d_z END AS d_z,
    CASE WHEN shown THEN (estimate).d_z_se END AS d_z_se,
    CASE WHEN shown THEN (estimate).d_av END AS d_av,
    CASE WHEN shown THEN (estimate).d_av_se END AS d_av_se,
    CASE WHEN shown THEN (estimate).d_rm END AS d_rm,
    CASE WHEN shown THEN (estimate).g_av END AS g_av,
    CASE WHEN shown THEN (estimate).g_av_se END AS g_av_se,
    CASE WHEN shown THEN (estimate).normalised_gain END AS normalised_gain,
    CASE WHEN shown THEN (estimate).normalised_gain_of_people END AS normalised_gain_of_people,
    NOT (shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged;

CREATE VIEW oracle.gain_by_competence WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM oracle_analysis.person
    GROUP BY pilot_key
),
found AS (
    SELECT pilot_key, competence_key, evaluation.gain(pre, post, 1) AS estimate
    FROM oracle_analysis.score_change
    WHERE competence_key IS NOT NULL
    GROUP BY pilot_key, competence_key
),
judged AS (
    SELECT
        found.pilot_key, found.competence_key, found.estimate, enrolled.people,
        NOT evaluation.too_few((found.estimate).n, disclosure.k) AS shown,
        NOT evaluation.too_few(enrolled.people, disclosure.k) AS people_shown
    FROM found
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    CASE WHEN shown THEN (estimate).n END AS n,
    CASE WHEN shown AND people_shown THEN people - (estimate).n END AS n_missing,
    CASE WHEN shown THEN (estimate).pre_mean END AS pre_mean,
    CASE WHEN shown THEN (estimate).post_mean END AS post_mean,
    CASE WHEN shown THEN (estimate).pre_sd END AS pre_sd,
    CASE WHEN shown THEN (estimate).post_sd END AS post_sd,
    CASE WHEN shown THEN (estimate).correlation END AS correlation,
    CASE WHEN shown THEN (estimate).gain_mean END AS gain_mean,
    CASE WHEN shown THEN (estimate).gain_sd END AS gain_sd,
    CASE WHEN shown THEN (estimate).gain_low END AS gain_low,
    CASE WHEN shown THEN (estimate).gain_high END AS gain_high,
    CASE WHEN shown THEN (estimate).t END AS t,
    CASE WHEN shown THEN (estimate).df END AS df,
    CASE WHEN shown THEN (estimate).p END AS p,
    CASE WHEN shown THEN (estimate).d_z END AS d_z,
    CASE WHEN shown THEN (estimate).d_z_se END AS d_z_se,
    CASE WHEN shown THEN (estimate).d_av END AS d_av,
    CASE WHEN shown THEN (estimate).d_av_se END AS d_av_se,
    CASE WHEN shown THEN (estimate).d_rm END AS d_rm,
    CASE WHEN shown THEN (estimate).g_av END AS g_av,
    CASE WHEN shown THEN (estimate).g_av_se END AS g_av_se,
    CASE WHEN shown THEN (estimate).normalised_gain END AS normalised_gain,
    CASE WHEN shown THEN (estimate).normalised_gain_of_people END AS normalised_gain_of_people,
    NOT (shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

CREATE VIEW oracle.gain_by_profile WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
found AS (
    SELECT pilot_key, profile_item, evaluation.gain(pre, post, 1) AS estimate, count(*) AS people
    FROM oracle_analysis.score_change_of_person
    GROUP BY pilot_key, profile_item
),
judged AS (
    -- evaluation.gain and evaluation.pilot_overview tell the whole, so a hidden profile must not be what is left of it.
    SELECT
        pilot_key, profile_item, estimate, people,
        NOT (evaluation.hidden_cells(array_agg((estimate).n) OVER pilot, k))[row_number() OVER pilot] AS shown,
        NOT (evaluation.hidden_cells(array_agg(people) OVER pilot, k))[row_number() OVER pilot] AS people_shown
    FROM found
    CROSS JOIN disclosure
    WINDOW pilot AS (
        PARTITION BY pilot_key ORDER BY profile_item ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    CASE WHEN shown THEN (estimate).n END AS n,
    CASE WHEN shown AND people_shown THEN people - (estimate).n END AS n_missing,
    CASE WHEN shown THEN (estimate).pre_mean END AS pre_mean,
    CASE WHEN shown THEN (estimate).post_mean END AS post_mean,
    CASE WHEN shown THEN (estimate).pre_sd END AS pre_sd,
    CASE WHEN shown THEN (estimate).post_sd END AS post_sd,
    CASE WHEN shown THEN (estimate).correlation END AS correlation,
    CASE WHEN shown THEN (estimate).gain_mean END AS gain_mean,
    CASE WHEN shown THEN (estimate).gain_sd END AS gain_sd,
    CASE WHEN shown THEN (estimate).gain_low END AS gain_low,
    CASE WHEN shown THEN (estimate).gain_high END AS gain_high,
    CASE WHEN shown THEN (estimate).t END AS t,
    CASE WHEN shown THEN (estimate).df END AS df,
    CASE WHEN shown THEN (estimate).p END AS p,
    CASE WHEN shown THEN (estimate).d_z END AS d_z,
    CASE WHEN shown THEN (estimate).d_z_se END AS d_z_se,
    CASE WHEN shown THEN (estimate).d_av END AS d_av,
    CASE WHEN shown THEN (estimate).d_av_se END AS d_av_se,
    CASE WHEN shown THEN (estimate).d_rm END AS d_rm,
    CASE WHEN shown THEN (estimate).g_av END AS g_av,
    CASE WHEN shown THEN (estimate).g_av_se END AS g_av_se,
    CASE WHEN shown THEN (estimate).normalised_gain END AS normalised_gain,
    CASE WHEN shown THEN (estimate).normalised_gain_of_people END AS normalised_gain_of_people,
    NOT (shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS profile ON profile.identifier = judged.profile_item;

CREATE VIEW oracle.gap_profile WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    SELECT pilot_key, profile_item, count(*) AS people
    FROM oracle_analysis.person
    GROUP BY pilot_key, profile_item
),
found AS MATERIALIZED (
    SELECT
        pilot_key, profile_item, competence_key, measure, phase,
        count(*) AS n,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY level) AS median_level,
        avg(level)::double precision AS mean_level
    FROM oracle_analysis.person_level
    GROUP BY pilot_key, profile_item, competence_key, measure, phase
),
measured AS (
    SELECT DISTINCT pilot_key, measure, phase
    FROM found
),
counted AS (
    SELECT
        person.pilot_key, person.people, target.profile_key, target.competence_key, target.level AS target_level,
        target.weight, measured.measure, measured.phase,
        COALESCE(found.n, 0) AS n, found.median_level, found.mean_level,
        found.mean_level - target.level AS mean_gap
    FROM person
    JOIN framework.item AS profile ON profile.identifier = person.profile_item
    JOIN framework.profile_target AS target ON target.profile_key = profile.item_key
    JOIN measured ON measured.pilot_key = person.pilot_key
    LEFT JOIN found
        ON found.pilot_key = person.pilot_key AND found.profile_item = person.profile_item
        AND found.competence_key = target.competence_key
        AND found.measure = measured.measure AND found.phase = measured.phase
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    judged.measure,
    judged.phase,
    judged.target_level,
    judged.weight,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN median_level END AS median_level,
    CASE WHEN shown THEN mean_level END AS mean_level,
    CASE WHEN shown THEN mean_gap END AS mean_gap,
    NOT (shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS profile ON profile.item_key = judged.profile_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

CREATE VIEW oracle.item_analysis WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
answer AS MATERIALIZED (
    SELECT
        pilot_key, phase, instrument_key, item_key, agent_key, value,
        count(value) OVER person AS items, sum(value) OVER person AS total
    FROM oracle_analysis.person_answer
    WINDOW person AS (PARTITION BY pilot_key, phase, instrument_key, agent_key)
),
asked AS (
    SELECT
        pilot_key, phase, instrument_key,
        count(DISTINCT agent_key) AS people,
        count(DISTINCT item_key) FILTER (WHERE value IS NOT NULL) AS items
    FROM answer
    GROUP BY pilot_key, phase, instrument_key
    HAVING count(value) > 0
),
counted AS (
    SELECT
        pilot_key, phase, instrument_key, item_key, asked.people,
        count(value) AS n,
        avg(value)::double precision AS difficulty,
        count(value) FILTER (WHERE answer.items = asked.items) AS discrimination_n,
        evaluation.item_rest_correlation(value, total) FILTER (WHERE answer.items = asked.items) AS discrimination
    FROM answer
    JOIN asked USING (pilot_key, phase, instrument_key)
    GROUP BY pilot_key, phase, instrument_key, item_key, asked.people
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(discrimination_n, k) AS discrimination_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    known.competence,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN difficulty END AS difficulty,
    CASE WHEN discrimination_shown THEN discrimination_n END AS discrimination_n,
    CASE WHEN discrimination_shown THEN discrimination END AS discrimination,
    NOT (shown AND people_shown AND discrimination_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
LEFT JOIN oracle_analysis.item AS known
    ON known.instrument_key = judged.instrument_key AND known.item_key = judged.item_key
WHERE known.interaction IS DISTINCT FROM 'likert';

CREATE VIEW oracle.item_mcnemar WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
answer AS (
    SELECT
        pilot_key, item_key, agent_key,
        max(value) FILTER (WHERE phase = 'pre') >= 1 AS right_before,
        max(value) FILTER (WHERE phase = 'post') >= 1 AS right_after
    FROM oracle_analysis.person_answer AS answer
    LEFT JOIN oracle_analysis.item AS known USING (instrument_key, item_key)
    WHERE answer.phase IN ('pre', 'post') AND known.interaction IS DISTINCT FROM 'likert'
    GROUP BY pilot_key, item_key, agent_key
),
counted AS (
    SELECT
        pilot_key, item_key,
        count(*) AS people,
        count(*) FILTER (WHERE right_before IS NOT NULL AND right_after IS NOT NULL) AS n,
        count(*) FILTER (WHERE right_before AND right_after IS NOT NULL) AS right_before,
        count(*) FILTER (WHERE right_after AND right_before IS NOT NULL) AS right_after,
        count(*) FILTER (WHERE right_before AND NOT right_after) AS lost,
        count(*) FILTER (WHERE NOT right_before AND right_after) AS won
    FROM answer
    GROUP BY pilot_key, item_key
    HAVING count(right_before) > 0 AND count(right_after) > 0
),
tested AS (
    SELECT counted.*, evaluation.mcnemar_p(lost, won) AS p
    FROM counted
),
judged AS (
    SELECT
        tested.*,
        (evaluation.holm(array_agg(p) OVER pilot))[row_number() OVER pilot] AS p_holm,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(n, k) AND NOT evaluation.too_few(lost, k) AND NOT evaluation.too_few(won, k)
            AS change_shown
    FROM tested
    CROSS JOIN disclosure
    WINDOW pilot AS (
        PARTITION BY pilot_key ORDER BY item_key ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    item.iri AS item,
    known.item_text,
    known.competence,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN right_before::double precision / NULLIF(n, 0) END AS share_before,
    CASE WHEN shown THEN right_after::double precision / NULLIF(n, 0) END AS share_after,
    CASE WHEN change_shown THEN won END AS won,
    CASE WHEN change_shown THEN lost END AS lost,
    CASE WHEN shown THEN p END AS p,
    CASE WHEN shown THEN p_holm END AS p_holm,
    NOT (shown AND people_shown AND change_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
LEFT JOIN (
    -- Several versions of an instrument may have the item; one row of it is enough.
    SELECT DISTINCT ON (item_key) item_key, item_text, competence
    FROM oracle_analysis.item
    ORDER BY item_key, instrument_item_key DESC
) AS known ON known.item_key = judged.item_key;

CREATE VIEW oracle.level_transition WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM oracle_analysis.person
    GROUP BY pilot_key
),
transition AS (
    SELECT
        pilot_key, competence_key, measure,
        max(level) FILTER (WHERE phase = 'pre') AS level_before,
        max(level) FILTER (WHERE phase = 'post') AS level_after
    FROM oracle_analysis.person_level
    GROUP BY pilot_key, competence_key, measure, agent_key
),
cell AS (
    SELECT
        pilot_key, competence_key, measure, level_before, level_after, count(*) AS n,
        sum(count(*)) OVER (PARTITION BY pilot_key, competence_key, measure)::bigint AS total
    FROM transition
    WHERE level_before IS NOT NULL AND level_after IS NOT NULL
    GROUP BY pilot_key, competence_key, measure, level_before, level_after
),
judged AS (
    SELECT
        cell.*, enrolled.people,
        NOT (evaluation.hidden_cells(array_agg(n) OVER matrix, k))[row_number() OVER matrix] AS shown,
        NOT evaluation.too_few(total, k) AS total_shown,
        NOT evaluation.too_few(people, k) AS people_shown
    FROM cell
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
    WINDOW matrix AS (
        PARTITION BY pilot_key, competence_key, measure ORDER BY level_before, level_after
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    judged.measure,
    judged.level_before,
    judged.level_after,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN total_shown AND people_shown THEN people - total END AS n_missing,
    CASE WHEN shown THEN n::double precision / total END AS share,
    NOT (shown AND total_shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

CREATE VIEW oracle.likert WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
asked AS (
    SELECT pilot_key, phase, instrument_key, count(DISTINCT agent_key) AS people
    FROM oracle_analysis.person_answer
    GROUP BY pilot_key, phase, instrument_key
),
scale AS (
    SELECT instrument_item_key, position, option_id, labels, count(*) OVER (PARTITION BY instrument_item_key) AS length
    FROM training.instrument_option
    WHERE component = 'scale'
),
item AS (
    SELECT
        answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, answer.instrument_item_key,
        count(answer.value) AS answered,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY answer.value) AS median,
        avg(answer.value)::double precision AS mean,
        array_agg(answer.option_position) AS places,
        array_agg(answer.value) AS answers
    FROM oracle_analysis.person_answer AS answer
    JOIN training.instrument_item AS defined USING (instrument_item_key)
    WHERE defined.interaction = 'likert'
    GROUP BY answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, answer.instrument_item_key
),
counted AS (
    SELECT
        item.pilot_key, item.phase, item.instrument_key, item.item_key, item.answered, item.median, item.mean,
        scale.position, scale.option_id, scale.labels,
        (SELECT count(*) FROM unnest(item.places) AS place WHERE place = scale.position) AS people,
        (SELECT count(*) FROM unnest(item.answers) AS value WHERE value >= scale.length - 1) AS top_people
    FROM item
    JOIN scale USING (instrument_item_key)
),
judged AS (
    SELECT
        counted.*, asked.people AS asked,
        NOT evaluation.too_few(answered, k) AS shown,
        NOT evaluation.too_few(asked.people, k) AS asked_shown,
        NOT evaluation.too_few(answered, k)
            AND NOT (evaluation.hidden_cells(array_agg(counted.people) OVER item, k))[row_number() OVER item]
            AS people_shown,
        NOT evaluation.too_few(answered, k) AND NOT evaluation.too_few(top_people, k) AS top_shown
    FROM counted
    JOIN asked USING (pilot_key, phase, instrument_key)
    CROSS JOIN disclosure
    WINDOW item AS (
        PARTITION BY pilot_key, phase, instrument_key, item_key ORDER BY position
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    known.reversed,
    judged.position AS option_position,
    judged.option_id AS option,
    COALESCE(
        judged.labels ->> 'en', (SELECT value FROM jsonb_each_text(judged.labels) ORDER BY key LIMIT 1)
    ) AS option_label,
    CASE WHEN shown THEN answered END AS n,
    CASE WHEN shown AND asked_shown THEN asked - answered END AS n_missing,
    CASE WHEN people_shown THEN judged.people END AS people,
    CASE WHEN people_shown THEN judged.people::double precision / NULLIF(answered, 0) END AS share,
    CASE WHEN top_shown THEN top_people::double precision / NULLIF(answered, 0) END AS top_2_share,
    CASE WHEN shown THEN median END AS median,
    CASE WHEN shown THEN mean END AS mean,
    NOT (shown AND asked_shown AND people_shown AND top_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
JOIN oracle_analysis.item AS known ON known.instrument_key = judged.instrument_key AND known.item_key = judged.item_key;

CREATE VIEW oracle.manager_agreement WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
rating AS (
    -- A person's own, and what others tell with the person's registration. The last of each counts.
    SELECT DISTINCT ON (
        enrolment.pilot_key, enrolment.agent_key, statement.months_after, competence.competence_key, own.is_own
    )
        enrolment.pilot_key, enrolment.agent_key, statement.months_after, competence.competence_key, own.is_own,
        statement.success IS NOT FALSE AS applied
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN training.pilot ON pilot.activity_key = statement.pilot_key
    JOIN training.enrolment
        ON enrolment.pilot_key = pilot.pilot_key
        AND (enrolment.agent_key = statement.actor_key OR enrolment.registration = statement.registration)
    JOIN oracle_analysis.competence ON competence.activity_key = statement.competence_key
    CROSS JOIN LATERAL (SELECT enrolment.agent_key = statement.actor_key AS is_own) AS own
    WHERE NOT statement.voided
        AND statement.phase = 'followup'
        AND verb.iri = 'https://w3id.org/xapi/iust/verbs/applied'
        AND (
            own.is_own
            OR NOT EXISTS (
                SELECT FROM training.enrolment AS other
                WHERE other.pilot_key = pilot.pilot_key AND other.agent_key = statement.actor_key
            )
        )
    ORDER BY
        enrolment.pilot_key, enrolment.agent_key, statement.months_after, competence.competence_key, own.is_own,
        statement."timestamp" DESC, statement.statement_key DESC
),
pair AS (
    SELECT
        pilot_key, agent_key, months_after, competence_key,
        bool_or(applied) FILTER (WHERE is_own) AS own,
        bool_or(applied) FILTER (WHERE NOT is_own) AS managers
    FROM rating
    GROUP BY pilot_key, agent_key, months_after, competence_key
),
counted AS (
    SELECT
        pilot_key, months_after,
        count(DISTINCT agent_key) FILTER (WHERE own IS NOT NULL AND managers IS NOT NULL) AS people,
        count(*) FILTER (WHERE own IS NOT NULL AND managers IS NOT NULL) AS n,
        count(*) FILTER (WHERE own IS NULL OR managers IS NULL) AS n_missing,
        avg((own = managers)::integer)::double precision AS agreement,
        evaluation.cohen_kappa(array_agg(own::text), array_agg(managers::text)) AS kappa
    FROM pair
    GROUP BY pilot_key, months_after
),
judged AS (
    SELECT counted.*, NOT evaluation.too_few(people, k) AS shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.months_after,
    CASE WHEN shown THEN people END AS people,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown THEN n_missing END AS n_missing,
    CASE WHEN shown THEN agreement END AS agreement,
    CASE WHEN shown THEN kappa END AS kappa,
    NOT shown AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key;

CREATE VIEW oracle.missingness WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
asked AS (
    SELECT pilot_key, phase, instrument_key, count(DISTINCT agent_key) AS people
    FROM oracle_analysis.person_answer
    GROUP BY pilot_key, phase, instrument_key
),
counted AS (
    SELECT
        answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, asked.people,
        ARRAY[
            count(*) FILTER (WHERE nonresponse IS NULL),
            count(*) FILTER (WHERE nonresponse = 'omitted'),
            count(*) FILTER (WHERE nonresponse = 'not-reached'),
            count(*) FILTER (WHERE nonresponse = 'not-applicable'),
            count(*) FILTER (WHERE nonresponse = 'declined'),
            asked.people - count(*)
        ] AS cells
    FROM oracle_analysis.person_answer AS answer
    JOIN asked USING (pilot_key, phase, instrument_key)
    GROUP BY answer.pilot_key, answer.phase, answer.instrument_key, answer.item_key, asked.people
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(people, k) AS people_shown,
        evaluation.hidden_cells(cells, k) AS hidden
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    known.instrument_code,
    judged.phase::text AS phase,
    item.iri AS item,
    known.position,
    known.item_text,
    CASE WHEN people_shown THEN people END AS asked,
    CASE WHEN people_shown AND NOT hidden[1] THEN cells[1] END AS n,
    CASE WHEN people_shown AND NOT hidden[1] THEN people - cells[1] END AS n_missing,
    CASE WHEN people_shown AND NOT hidden[1] THEN (people - cells[1])::double precision / NULLIF(people, 0) END
        AS share_missing,
    CASE WHEN people_shown AND NOT hidden[2] THEN cells[2] END AS omitted,
    CASE WHEN people_shown AND NOT hidden[3] THEN cells[3] END AS not_reached,
    CASE WHEN people_shown AND NOT hidden[4] THEN cells[4] END AS not_applicable,
    CASE WHEN people_shown AND NOT hidden[5] THEN cells[5] END AS declined,
    CASE WHEN people_shown AND NOT hidden[6] THEN cells[6] END AS not_told,
    NOT people_shown OR true = ANY (hidden) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key
JOIN lrs.activity AS item ON item.activity_key = judged.item_key
LEFT JOIN oracle_analysis.item AS known
    ON known.instrument_key = judged.instrument_key AND known.item_key = judged.item_key;

CREATE VIEW oracle.pilot_comparison WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('publication') AS k
),
found AS (
    SELECT pilot_key, evaluation.gain(pre, post, 1) AS estimate, count(*) AS people
    FROM oracle_analysis.score_change_of_person
    GROUP BY pilot_key
),
judged AS (
    SELECT
        pilot.pilot_key, pilot.document_key, pilot.profile_item,
        COALESCE((found.estimate).n, 0) AS n,
        COALESCE(found.people, 0) AS people,
        (found.estimate).gain_mean, (found.estimate).g_av, (found.estimate).g_av_se,
        NOT evaluation.too_few(COALESCE((found.estimate).n, 0), k) AS shown,
        NOT evaluation.too_few(COALESCE(found.people, 0), k) AS people_shown
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN found ON found.pilot_key = pilot.pilot_key
),
pooled AS (
    SELECT document_key, profile_item, (pool.estimate).*
    FROM (
        SELECT
            document_key, profile_item,
            evaluation.random_effects(g_av, g_av_se) FILTER (WHERE shown AND g_av IS NOT NULL) AS estimate
        FROM judged
        GROUP BY document_key, profile_item
    ) AS pool
)
SELECT
    pilot.code AS pilot,
    document.code || ' ' || document.version AS framework,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    CASE WHEN shown THEN judged.n END AS n,
    CASE WHEN shown AND people_shown THEN people - judged.n END AS n_missing,
    CASE WHEN shown THEN gain_mean END AS gain_mean,
    CASE WHEN shown THEN g_av END AS g_av,
    CASE WHEN shown THEN g_av_se END AS g_av_se,
    CASE WHEN shown THEN g_av - evaluation.normal_quantile(0.975) * g_av_se END AS g_av_low,
    CASE WHEN shown THEN g_av + evaluation.normal_quantile(0.975) * g_av_se END AS g_av_high,
    CASE WHEN shown AND pooled.n >= 3 THEN
        1 / (g_av_se * g_av_se + tau_squared) * (pooled.se * pooled.se)
    END AS weight,
    COALESCE(pooled.n, 0) AS pilots,
    CASE WHEN pooled.n >= 3 THEN pooled.mean END AS pooled_mean,
    CASE WHEN pooled.n >= 3 THEN pooled.low END AS pooled_low,
    CASE WHEN pooled.n >= 3 THEN pooled.high END AS pooled_high,
    CASE WHEN pooled.n >= 3 THEN pooled.prediction_low END AS prediction_low,
    CASE WHEN pooled.n >= 3 THEN pooled.prediction_high END AS prediction_high,
    CASE WHEN pooled.n >= 3 THEN tau_squared END AS tau_squared,
    CASE WHEN pooled.n >= 3 THEN i_squared END AS i_squared,
    CASE WHEN pooled.n >= 3 THEN q END AS q,
    CASE WHEN pooled.n >= 3 THEN q_p END AS q_p,
    NOT (shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.document ON document.document_key = judged.document_key
JOIN framework.item AS profile ON profile.identifier = judged.profile_item
LEFT JOIN pooled ON pooled.document_key = judged.document_key AND pooled.profile_item = judged.profile_item;

CREATE VIEW oracle.pilot_overview WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
verb AS (
    -- Keys, so that each statement is compared by number. 0 is no verb's key.
    SELECT
        COALESCE(max(verb_key) FILTER (WHERE iri = 'http://adlnet.gov/expapi/verbs/registered'), 0) AS registered,
        COALESCE(max(verb_key) FILTER (WHERE iri = 'http://id.tincanapi.com/verb/unregistered'), 0) AS unregistered,
        COALESCE(max(verb_key) FILTER (WHERE iri = 'http://adlnet.gov/expapi/verbs/passed'), 0) AS passed,
        COALESCE(max(verb_key) FILTER (WHERE iri = 'http://adlnet.gov/expapi/verbs/failed'), 0) AS failed
    FROM lrs.verb
    WHERE iri IN (
        'http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered',
        'http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed'
    )
),
deeds AS (
    -- What each actor did in each pilot.
    SELECT
        statement.pilot_key AS pilot_activity_key,
        statement.actor_key AS agent_key,
        bool_or(
            statement.verb_key = verb.registered AND statement.object_activity_key = statement.pilot_key
        ) AS registered,
        bool_or(statement.verb_key NOT IN (verb.registered, verb.unregistered)) AS active,
        bool_or(statement.verb_key IN (verb.passed, verb.failed) AND statement.phase = 'pre') AS pre_tested,
        bool_or(statement.verb_key IN (verb.passed, verb.failed) AND statement.phase = 'post') AS post_tested,
        bool_or(statement.verb_key = verb.passed AND statement.phase IS DISTINCT FROM 'pre') AS passed,
        count(*) AS statements,
        min(statement."timestamp") AS first_at,
        max(statement."timestamp") AS last_at
    FROM lrs.statement
    CROSS JOIN verb
    WHERE NOT statement.voided
    GROUP BY statement.pilot_key, statement.actor_key
),
last_score AS (
    SELECT DISTINCT ON (statement.pilot_key, statement.actor_key, statement.competence_key, statement.phase)
        statement.pilot_key AS pilot_activity_key, statement.actor_key AS agent_key, statement.competence_key,
        statement.phase, statement.score_scaled
    FROM lrs.statement
    CROSS JOIN verb
    WHERE NOT statement.voided
        AND statement.verb_key IN (verb.passed, verb.failed)
        AND statement.phase IN ('pre', 'post')
        AND statement.score_scaled IS NOT NULL
    ORDER BY
        statement.pilot_key, statement.actor_key, statement.competence_key, statement.phase,
        statement."timestamp" DESC, statement.statement_key DESC
),
gain AS (
    -- A person's gain is the mean over the competences tested in both phases; null if there is none.
    SELECT pilot_activity_key, agent_key, avg(post - pre) AS gain
    FROM (
        SELECT
            pilot_activity_key, agent_key,
            max(score_scaled) FILTER (WHERE phase = 'pre') AS pre,
            max(score_scaled) FILTER (WHERE phase = 'post') AS post
        FROM last_score
        GROUP BY pilot_activity_key, agent_key, competence_key
    ) AS competence
    GROUP BY pilot_activity_key, agent_key
),
total AS (
    SELECT
        pilot_key,
        count(*) FILTER (WHERE enrolled) AS enrolled,
        count(*) FILTER (WHERE enrolled AND active) AS active,
        count(*) FILTER (WHERE enrolled AND pre_tested) AS pre_tested,
        count(*) FILTER (WHERE enrolled AND post_tested) AS post_tested,
        count(*) FILTER (WHERE enrolled AND passed) AS passed,
        count(gain) FILTER (WHERE enrolled) AS gain_pairs,
        avg(gain) FILTER (WHERE enrolled) AS gain_mean,
        count(acting_agent_key) AS people,
        sum(statements)::bigint AS statements,
        min(first_at) AS first_at,
        max(last_at) AS last_at
    FROM (
        -- Everybody who is enrolled or did something. Enrolled is who the pilot's list or a statement says so.
        SELECT
            pilot.pilot_key,
            enrolment.enrolment_key IS NOT NULL OR COALESCE(deeds.registered, false) AS enrolled,
            deeds.agent_key AS acting_agent_key, deeds.active, deeds.pre_tested, deeds.post_tested, deeds.passed,
            deeds.statements, deeds.first_at, deeds.last_at, gain.gain
        FROM deeds
        LEFT JOIN gain USING (pilot_activity_key, agent_key)
        FULL JOIN (
            SELECT pilot.activity_key, enrolment.agent_key, enrolment.enrolment_key
            FROM training.enrolment
            JOIN training.pilot USING (pilot_key)
        ) AS enrolment
            ON enrolment.activity_key = deeds.pilot_activity_key AND enrolment.agent_key = deeds.agent_key
        JOIN training.pilot ON pilot.activity_key = COALESCE(deeds.pilot_activity_key, enrolment.activity_key)
    ) AS person
    GROUP BY pilot_key
),
awarded AS (
    SELECT
        award.pilot_key, count(DISTINCT award.agent_key) AS people,
        count(DISTINCT (award.agent_key, award.competence_item_key, award.level)) AS awards,
        count(credential.credential_id) AS credentials
    FROM credential.award
    LEFT JOIN credential.credential ON credential.award_key = award.award_key
    WHERE award.withdrawn_at IS NULL AND award.decision <> 'proposed'
    GROUP BY award.pilot_key
),
counted AS (
    SELECT
        pilot.pilot_key,
        COALESCE(total.enrolled, 0) AS enrolled,
        COALESCE(total.active, 0) AS active,
        COALESCE(total.pre_tested, 0) AS pre_tested,
        COALESCE(total.post_tested, 0) AS post_tested,
        COALESCE(total.passed, 0) AS passed,
        COALESCE(awarded.people, 0) AS awarded,
        COALESCE(awarded.awards, 0) AS awards,
        COALESCE(awarded.credentials, 0) AS credentials,
        COALESCE(total.people, 0) AS people,
        COALESCE(total.statements, 0) AS statements,
        total.first_at,
        total.last_at,
        COALESCE(total.gain_pairs, 0) AS gain_pairs,
        total.gain_mean,
        disclosure.k
    FROM training.pilot
    CROSS JOIN disclosure
    LEFT JOIN total USING (pilot_key)
    LEFT JOIN awarded USING (pilot_key)
)
SELECT
    pilot.code AS pilot,
    pilot.title,
    ARRAY(
        SELECT partner.code FROM training.pilot_partner JOIN training.partner USING (partner_key)
        WHERE pilot_partner.pilot_key = pilot.pilot_key ORDER BY partner.code
    ) AS partners,
    document.code || ' ' || document.version AS framework,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    pilot.curriculum_iri AS curriculum,
    pilot.curriculum_version,
    pilot.planned_hours,
    pilot.state,
    pilot.starts_on,
    pilot.ends_on,
    CASE WHEN NOT evaluation.too_few(counted.enrolled, k) THEN counted.enrolled END AS n,
    CASE
        WHEN NOT evaluation.too_few(counted.enrolled, k) AND NOT evaluation.too_few(counted.active, k)
            THEN counted.enrolled - counted.active
    END AS n_missing,
    CASE WHEN NOT evaluation.too_few(counted.enrolled, k) THEN counted.enrolled END AS enrolled,
    CASE WHEN NOT evaluation.too_few(counted.active, k) THEN counted.active END AS active,
    CASE WHEN NOT evaluation.too_few(counted.pre_tested, k) THEN counted.pre_tested END AS with_pre_test,
    CASE WHEN NOT evaluation.too_few(counted.post_tested, k) THEN counted.post_tested END AS with_post_test,
    CASE WHEN NOT evaluation.too_few(counted.passed, k) THEN counted.passed END AS passed,
    CASE WHEN NOT evaluation.too_few(counted.awarded, k) THEN counted.awarded END AS awarded,
    CASE WHEN NOT evaluation.too_few(counted.awarded, k) THEN counted.awards END AS awards,
    CASE WHEN NOT evaluation.too_few(counted.awarded, k) THEN counted.credentials END AS credentials,
    CASE WHEN NOT evaluation.too_few(counted.people, k) THEN counted.statements END AS statements,
    CASE WHEN NOT evaluation.too_few(counted.people, k) THEN counted.first_at END AS first_statement_at,
    CASE WHEN NOT evaluation.too_few(counted.people, k) THEN counted.last_at END AS last_statement_at,
    CASE WHEN NOT evaluation.too_few(counted.gain_pairs, k) THEN counted.gain_pairs END AS gain_pairs,
    CASE WHEN NOT evaluation.too_few(counted.gain_pairs, k) THEN counted.gain_mean END AS gain_mean,
    evaluation.too_few(counted.enrolled, k) OR evaluation.too_few(counted.active, k)
        OR evaluation.too_few(counted.pre_tested, k) OR evaluation.too_few(counted.post_tested, k)
        OR evaluation.too_few(counted.passed, k) OR evaluation.too_few(counted.awarded, k)
        OR evaluation.too_few(counted.people, k) OR evaluation.too_few(counted.gain_pairs, k) AS suppressed,
    now() AS as_of
FROM training.pilot
JOIN counted USING (pilot_key)
JOIN framework.document USING (document_key)
JOIN framework.item AS profile ON profile.identifier = pilot.profile_item;

CREATE VIEW oracle.reliability WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
counted AS (
    SELECT
        pilot_key, phase, instrument_key, items,
        count(*) AS people,
        count(*) FILTER (WHERE is_complete) AS n,
        evaluation.cronbach_alpha(item_values) AS alpha,
        avg(total)::double precision AS total_mean,
        stddev_samp(total)::double precision AS total_sd
    FROM oracle_analysis.person_total
    GROUP BY pilot_key, phase, instrument_key, items
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    instrument.iri AS instrument,
    (SELECT min(known.instrument_code) FROM oracle_analysis.item AS known
        WHERE known.instrument_key = judged.instrument_key) AS instrument_code,
    judged.phase::text AS phase,
    judged.items,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN alpha END AS alpha,
    CASE WHEN shown THEN total_mean END AS total_mean,
    CASE WHEN shown THEN total_sd END AS total_sd,
    NOT (shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key;

CREATE VIEW oracle.response_rate WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
used AS (
    SELECT used.pilot_key, used.phase, version.activity_key AS instrument_key, used.instrument_version_key
    FROM training.pilot_instrument AS used
    JOIN training.instrument_version AS version USING (instrument_version_key)
),
answer AS (
    -- Parts of the instrument, or the whole as the object of a score.
    SELECT DISTINCT pilot.pilot_key, statement.phase, named.instrument_key, statement.actor_key AS agent_key
    FROM lrs.statement
    JOIN training.pilot ON pilot.activity_key = statement.pilot_key
    CROSS JOIN LATERAL (
        SELECT statement.instrument_key WHERE statement.instrument_key IS NOT NULL
        UNION
        SELECT version.activity_key
        FROM training.instrument_version AS version
        WHERE version.activity_key = statement.object_activity_key
    ) AS named (instrument_key)
    WHERE NOT statement.voided AND statement.phase IS NOT NULL AND statement.actor_key IS NOT NULL
),
asked AS (
    SELECT pilot_key, phase, instrument_key, instrument_version_key FROM used
    UNION ALL
    SELECT DISTINCT pilot_key, phase, instrument_key, NULL::bigint
    FROM answer
    WHERE NOT EXISTS (
        SELECT FROM used
        WHERE used.pilot_key = answer.pilot_key AND used.phase = answer.phase
            AND used.instrument_key = answer.instrument_key
    )
),
person AS MATERIALIZED (
    SELECT pilot_key, agent_key FROM oracle_analysis.person
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM person
    GROUP BY pilot_key
),
listed AS (
    SELECT pilot_key, phase, instrument_version_key, count(*) AS people
    FROM training.invitee
    GROUP BY pilot_key, phase, instrument_version_key
),
counted AS (
    SELECT
        asked.pilot_key, asked.phase, asked.instrument_key,
        CASE
            WHEN listed.people IS NOT NULL THEN 'invited by list'
            WHEN invitation.invited IS NOT NULL THEN 'invited'
            ELSE 'enrolled'
        END AS basis,
        COALESCE(invitation.invited, enrolled.people, 0) AS people,
        (
            SELECT count(*)
            FROM answer
            WHERE answer.pilot_key = asked.pilot_key AND answer.phase = asked.phase
                AND answer.instrument_key = asked.instrument_key
                AND CASE
                    WHEN listed.people IS NOT NULL THEN EXISTS (
                        SELECT FROM training.invitee
                        WHERE invitee.pilot_key = asked.pilot_key AND invitee.phase = asked.phase
                            AND invitee.instrument_version_key = asked.instrument_version_key
                            AND invitee.agent_key = answer.agent_key
                    )
                    WHEN invitation.invited IS NOT NULL THEN true
                    ELSE (asked.pilot_key, answer.agent_key) IN (SELECT person.pilot_key, person.agent_key FROM person)
                END
        ) AS returned
    FROM asked
    LEFT JOIN enrolled USING (pilot_key)
    LEFT JOIN training.invitation USING (pilot_key, phase, instrument_version_key)
    LEFT JOIN listed USING (pilot_key, phase, instrument_version_key)
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(people, k) AND NOT evaluation.too_few(returned, k) AS shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.phase::text AS phase,
    instrument.iri AS instrument,
    (SELECT min(known.instrument_code) FROM oracle_analysis.item AS known
        WHERE known.instrument_key = judged.instrument_key) AS instrument_code,
    judged.basis,
    CASE WHEN people_shown THEN people END AS n,
    CASE WHEN shown AND returned <= people THEN people - returned END AS n_missing,
    CASE WHEN shown THEN returned END AS returned,
    CASE WHEN shown AND returned <= people THEN returned::double precision / NULLIF(people, 0) END AS share,
    CASE WHEN shown THEN (evaluation.wilson_interval(returned, people)).low END AS share_low,
    CASE WHEN shown THEN (evaluation.wilson_interval(returned, people)).high END AS share_high,
    NOT shown AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN lrs.activity AS instrument ON instrument.activity_key = judged.instrument_key;

CREATE VIEW oracle.target_attainment WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    SELECT pilot_key, profile_item, count(*) AS people
    FROM oracle_analysis.person
    GROUP BY pilot_key, profile_item
),
found AS (
    SELECT
        level.pilot_key, target.profile_key, target.competence_key,
        count(*) AS n,
        count(*) FILTER (WHERE level.level >= target.level) AS reached,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY level.level) AS median_level,
        avg(level.level - target.level)::double precision AS mean_gap
    FROM oracle_analysis.person_level AS level
    JOIN framework.item AS profile ON profile.identifier = level.profile_item
    JOIN framework.profile_target AS target
        ON target.profile_key = profile.item_key AND target.competence_key = level.competence_key
    WHERE level.measure = 'assessed' AND level.phase = 'post'
    GROUP BY level.pilot_key, target.profile_key, target.competence_key
),
counted AS (
    SELECT
        person.pilot_key, person.people, target.profile_key, target.competence_key, target.level AS target_level,
        COALESCE(found.n, 0) AS n, COALESCE(found.reached, 0) AS reached, found.median_level, found.mean_gap
    FROM person
    JOIN framework.item AS profile ON profile.identifier = person.profile_item
    JOIN framework.profile_target AS target ON target.profile_key = profile.item_key
    LEFT JOIN found
        ON found.pilot_key = person.pilot_key AND found.profile_key = target.profile_key
        AND found.competence_key = target.competence_key
),
judged AS (
    SELECT
        counted.*,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown,
        NOT evaluation.too_few(n, k) AND NOT evaluation.too_few(reached, k) AS reached_shown
    FROM counted
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    profile.code AS profile,
    profile.full_statement AS profile_name,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    judged.target_level,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN reached_shown AND n > 0 THEN reached END AS reached,
    CASE WHEN reached_shown THEN reached::double precision / NULLIF(n, 0) END AS share_reached,
    CASE WHEN reached_shown THEN (evaluation.wilson_interval(reached, n)).low END AS share_low,
    CASE WHEN reached_shown THEN (evaluation.wilson_interval(reached, n)).high END AS share_high,
    CASE WHEN shown THEN median_level END AS median_level,
    CASE WHEN shown THEN mean_gap END AS mean_gap,
    NOT (shown AND people_shown AND reached_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
JOIN framework.item AS profile ON profile.item_key = judged.profile_key
JOIN framework.item AS competence ON competence.item_key = judged.competence_key
JOIN framework.document ON document.document_key = competence.document_key;

CREATE VIEW oracle.time_on_task WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
person AS (
    -- A single duration counts for a day at most: one that was measured over a night would be worth more than the rest.
    SELECT
        person.pilot_key, verb.iri AS verb, person.agent_key,
        extract(epoch FROM sum(LEAST(statement.duration, interval '24 hours')))::double precision / 3600 AS hours
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN oracle_analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    WHERE NOT statement.voided AND statement.duration > interval '0'
    GROUP BY person.pilot_key, verb.iri, person.agent_key
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM oracle_analysis.person
    GROUP BY pilot_key
),
counted AS (
    SELECT
        pilot_key, verb,
        count(*) AS n,
        avg(hours) AS mean,
        percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY hours) AS points
    FROM person
    GROUP BY pilot_key, verb
),
judged AS (
    SELECT
        counted.*, enrolled.people,
        NOT evaluation.too_few(n, k) AS shown,
        NOT evaluation.too_few(people, k) AS people_shown
    FROM counted
    JOIN enrolled USING (pilot_key)
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.verb,
    pilot.planned_hours,
    CASE WHEN shown THEN n END AS n,
    CASE WHEN shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN mean END AS mean_hours,
    CASE WHEN shown THEN points[2] END AS median_hours,
    CASE WHEN shown THEN points[1] END AS quartile_1_hours,
    CASE WHEN shown THEN points[3] END AS quartile_3_hours,
    CASE WHEN shown THEN points[4] END AS percentile_90_hours,
    CASE WHEN shown THEN points[2] / NULLIF(pilot.planned_hours, 0)::double precision END AS median_share_of_planned,
    NOT (shown AND people_shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key;

CREATE VIEW oracle.transfer WITH (security_barrier = true) AS
WITH disclosure AS MATERIALIZED (
    SELECT evaluation.threshold('internal') AS k
),
answer AS (
    SELECT
        person.pilot_key, person.agent_key, statement.months_after, competence.competence_key,
        verb.iri = 'https://w3id.org/xapi/iust/verbs/applied' AND statement.success IS NOT FALSE AS applied
    FROM lrs.statement
    JOIN lrs.verb ON verb.verb_key = statement.verb_key
    JOIN oracle_analysis.person
        ON person.pilot_activity_key = statement.pilot_key AND person.agent_key = statement.actor_key
    LEFT JOIN oracle_analysis.competence ON competence.activity_key = statement.competence_key
    WHERE NOT statement.voided AND statement.phase = 'followup'
),
enrolled AS (
    SELECT pilot_key, count(*) AS people
    FROM oracle_analysis.person
    GROUP BY pilot_key
),
asked AS (
    SELECT pilot_key, months_after, count(DISTINCT agent_key) AS n
    FROM answer
    GROUP BY pilot_key, months_after
),
counted AS (
    SELECT pilot_key, months_after, competence_key, count(DISTINCT agent_key) AS applied
    FROM answer
    WHERE applied AND competence_key IS NOT NULL
    GROUP BY pilot_key, months_after, competence_key
    UNION ALL
    SELECT pilot_key, months_after, NULL, count(DISTINCT agent_key) FILTER (WHERE applied)
    FROM answer
    GROUP BY pilot_key, months_after
),
judged AS (
    SELECT
        counted.*, asked.n, enrolled.people,
        NOT evaluation.too_few(asked.n, k) AS n_shown,
        NOT evaluation.too_few(enrolled.people, k) AS people_shown,
        NOT evaluation.too_few(asked.n, k) AND NOT evaluation.too_few(counted.applied, k) AS shown
    FROM counted
    JOIN asked
        ON asked.pilot_key = counted.pilot_key AND asked.months_after IS NOT DISTINCT FROM counted.months_after
    JOIN enrolled ON enrolled.pilot_key = counted.pilot_key
    CROSS JOIN disclosure
)
SELECT
    pilot.code AS pilot,
    judged.months_after,
    document.code || ' ' || document.version AS framework,
    competence.code AS competence,
    competence.full_statement AS competence_name,
    CASE WHEN n_shown THEN n END AS n,
    CASE WHEN n_shown AND people_shown THEN people - n END AS n_missing,
    CASE WHEN shown THEN applied END AS applied,
    CASE WHEN shown THEN applied::double precision / NULLIF(n, 0) END AS share,
    CASE WHEN shown THEN (evaluation.wilson_interval(applied, n)).low END AS share_low,
    CASE WHEN shown THEN (evaluation.wilson_interval(applied, n)).high END AS share_high,
    NOT (n_shown AND people_shown AND shown) AS suppressed,
    now() AS as_of
FROM judged
JOIN training.pilot ON pilot.pilot_key = judged.pilot_key
LEFT JOIN framework.item AS competence ON competence.item_key = judged.competence_key
LEFT JOIN framework.document ON document.document_key = competence.document_key;

RESET ROLE;
GRANT SELECT ON ALL TABLES IN SCHEMA oracle TO tessera_evaluator;
