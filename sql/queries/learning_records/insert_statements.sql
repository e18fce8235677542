-- Stores a merged batch of many requests in one statement and one commit.
--
-- A request whose statement exists with other content clashes: none of its statements is stored. A statement that
-- exists with the same content is simply there already. The answer names both. Requests that arrive in the same
-- moment from another process meet at the unique index: the whole batch fails with 23505 and is sent again.
--
-- $1 to $36: the columns of the statements, in the order of `incoming`. Then rows that belong to a statement by its
-- position from 1: $37 to $39 activities and $40 to $42 agents with their roles, $43 and $44 competences after the
-- first, $45 and $46 notes on the quality of the scheme's extensions. $47 when each statement was stored, if that was in
-- another store whose time it keeps, null for now; $48 its number among those of this batch that keep one millisecond.
WITH moment AS MATERIALIZED (
    SELECT date_trunc('milliseconds', clock_timestamp()) AS stored
),
incoming AS MATERIALIZED (
    SELECT *
    FROM unnest(
        $1::uuid[], $2::int[], $3::uuid[], $4::json[], $5::json[],
        $6::timestamptz[], $7::bool[], $8::bool[], $9::text[], $10::int[], $11::int[], $12::text[],
        $13::bigint[], $14::bigint[], $15::bigint[], $16::uuid[], $17::uuid[],
        $18::numeric[], $19::numeric[], $20::numeric[], $21::numeric[],
        $22::bool[], $23::bool[], $24::text[], $25::interval[],
        $26::bigint[], $27::bigint[], $28::bigint[], $29::bigint[], $30::bigint[], $31::bigint[],
        $32::text[], $33::smallint[], $34::text[], $35::smallint[], $36::text[],
        $47::timestamptz[], $48::int[]
    ) WITH ORDINALITY AS t (
        statement_id, request, fingerprint, payload, received,
        happened, id_sent, version_sent, version, verb_key, authority_key, object_kind,
        actor_key, object_activity_key, object_agent_key, target_id, registration,
        score_scaled, score_raw, score_min, score_max,
        success, completion, response, duration,
        pilot_key, curriculum_key, profile_key, instrument_key, item_key, competence_key,
        phase, level, level_method, months_after, nonresponse,
        kept, nth,
        position
    )
),
known AS MATERIALIZED (
    SELECT
        i.position, i.request, i.statement_id,
        -- Timestamps count only when the client sent both: otherwise the store set one of them.
        s.fingerprint = i.fingerprint
            AND (NOT s.timestamp_sent OR i.happened IS NULL OR s."timestamp" = i.happened) AS same
    FROM incoming AS i
    JOIN lrs.statement AS s ON s.statement_id = i.statement_id
),
clash AS (
    SELECT request, statement_id FROM known WHERE NOT same
),
fresh AS MATERIALIZED (
    SELECT
        CASE
            WHEN i.kept IS NULL
                THEN lrs.first_key_at(moment.stored) + (nextval('lrs.statement_sequence') & 1048575)
            ELSE lrs.kept_key(i.kept, i.nth)
        END AS statement_key,
        coalesce(date_trunc('milliseconds', i.kept), moment.stored) AS stored,
        i.*
    FROM incoming AS i
    CROSS JOIN moment
    WHERE NOT EXISTS (SELECT FROM clash WHERE clash.request = i.request)
        AND NOT EXISTS (SELECT FROM known WHERE known.position = i.position)
),
statements AS (
    INSERT INTO lrs.statement (
        statement_key, statement_id, stored, "timestamp", fingerprint, payload,
        id_sent, timestamp_sent, version_sent, version, verb_key, authority_key, object_kind,
        actor_key, object_activity_key, object_agent_key, target_id, registration,
        score_scaled, score_raw, score_min, score_max, success, completion, response, duration,
        pilot_key, curriculum_key, profile_key, instrument_key, item_key, competence_key, other_competence_keys,
        phase, level, level_method, months_after, nonresponse, quality_notes, voided
    )
    SELECT
        f.statement_key, f.statement_id, f.stored, coalesce(f.happened, f.stored), f.fingerprint, f.payload,
        f.id_sent, f.happened IS NOT NULL, f.version_sent, f.version, f.verb_key, f.authority_key,
        f.object_kind::lrs.object_kind,
        f.actor_key, f.object_activity_key, f.object_agent_key, f.target_id, f.registration,
        f.score_scaled, f.score_raw, f.score_min, f.score_max, f.success, f.completion, f.response, f.duration,
        f.pilot_key, f.curriculum_key, f.profile_key, f.instrument_key, f.item_key, f.competence_key,
        (
            SELECT array_agg(c.activity_key ORDER BY c.activity_key)
            FROM unnest($43::int[], $44::bigint[]) AS c (position, activity_key)
            WHERE c.position = f.position
        ),
        f.phase::lrs.phase, f.level, f.level_method::lrs.level_method, f.months_after,
        f.nonresponse::lrs.nonresponse,
        (
            SELECT array_agg(q.note)
            FROM unnest($45::int[], $46::text[]) AS q (position, note)
            WHERE q.position = f.position
        ),
        EXISTS (
            SELECT FROM lrs.statement AS v
            WHERE v.target_id = f.statement_id
                AND v.verb_key = (SELECT verb_key FROM lrs.verb WHERE iri = 'http://adlnet.gov/expapi/verbs/voided')
                AND f.verb_key <> v.verb_key
        )
    FROM fresh AS f
    -- In the order of ids: processes that store the same ids wait at the unique index, and never in a circle.
    ORDER BY f.statement_id
),
originals AS (
    INSERT INTO lrs.statement_received (statement_key, received)
    SELECT statement_key, received FROM fresh WHERE received IS NOT NULL
),
activities AS (
    INSERT INTO lrs.statement_activity (activity_key, statement_key, role)
    SELECT l.activity_key, f.statement_key, l.role::lrs.activity_role
    FROM unnest($37::int[], $38::bigint[], $39::text[]) AS l (position, activity_key, role)
    JOIN fresh AS f ON f.position = l.position
),
agents AS (
    INSERT INTO lrs.statement_agent (agent_key, statement_key, role)
    SELECT l.agent_key, f.statement_key, l.role::lrs.agent_role
    FROM unnest($40::int[], $41::bigint[], $42::text[]) AS l (position, agent_key, role)
    JOIN fresh AS f ON f.position = l.position
),
news AS (
    INSERT INTO lrs.outbox (statement_key)
    SELECT statement_key FROM fresh WHERE pilot_key IS NOT NULL OR competence_key IS NOT NULL
)
SELECT request, statement_id, same FROM known;
