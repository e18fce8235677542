-- Stores a merged batch of many requests in one statement and one commit.
--
-- A request whose statement exists with other content clashes: none of its statements is stored. A statement that
-- exists with the same content is simply there already. The answer names both. Requests that arrive in the same
-- moment from another process meet at the unique index: the whole batch fails with 23505 and is sent again.
--
-- $1 the statements, in the order of ids, so that processes which store the same ids wait at the unique index and never
-- in a circle. Other rows name a statement by its place in the order of arrival, from 1: $2 to $4 activities and $5 to
-- $7 agents with their roles, and $8 to $12 what the scheme's profile makes of it: pilot, template, whether it conforms,
-- numbers of broken rules as an array in PostgreSQL's notation, for there are no arrays of arrays of unequal lengths.
WITH moment AS MATERIALIZED (
    -- The key is lrs.first_key_at's, which PostgreSQL would plan anew at each call.
    SELECT t.stored, (floor(extract(epoch FROM t.stored) * 1000)::bigint - 946684800000) << 20 AS first_key
    FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS stored) AS t
),
incoming AS MATERIALIZED (
    SELECT * FROM unnest($1::lrs.incoming_statement[])
),
known AS MATERIALIZED (
    SELECT
        i.arrival, i.request, i.statement_id,
        -- Timestamps count only when the client sent both: otherwise the store set one of them.
        s.fingerprint = i.fingerprint
            AND (NOT s.timestamp_sent OR i.happened IS NULL OR s."timestamp" = i.happened) AS same
    FROM incoming AS i
    JOIN lrs.statement AS s ON s.statement_id = i.statement_id
),
-- The keys by the places of arrival; null for statements that are not stored. A batch takes 1,024 numbers at a time of
-- the 2^20 of its millisecond.
assigned AS MATERIALIZED (
    SELECT
        array_agg(
            CASE
                WHEN (SELECT EXISTS (SELECT FROM known))
                    AND (
                        i.arrival IN (SELECT arrival FROM known)
                        OR i.request IN (SELECT request FROM known WHERE NOT same)
                    )
                    THEN NULL
                WHEN i.kept IS NULL
                    THEN (SELECT first_key FROM moment)
                        + ((
                            SELECT array_agg(nextval('lrs.statement_sequence') & 1023)
                            FROM generate_series(0, (SELECT max(arrival) FROM incoming) / 1024)
                        ))[i.arrival / 1024 + 1] * 1024
                        + i.arrival % 1024
                ELSE lrs.kept_key(i.kept, i.nth)
            END
        ) AS keys
    FROM (SELECT arrival, request, kept, nth FROM incoming ORDER BY arrival) AS i
),
statements AS (
    INSERT INTO lrs.statement (
        statement_key, statement_id, stored, "timestamp", fingerprint, payload,
        id_sent, timestamp_sent, version_sent, version, verb_key, authority_key, object_kind,
        actor_key, object_activity_key, object_agent_key, target_id, registration,
        score_scaled, score_raw, score_min, score_max, success, completion, response, duration,
        pilot_key, curriculum_key, profile_key, instrument_key, item_key, competence_key, other_competence_keys,
        phase, level, level_method, months_after, nonresponse, quality_notes
    )
    SELECT
        ((SELECT keys FROM assigned))[i.arrival],
        i.statement_id,
        coalesce(date_trunc('milliseconds', i.kept), (SELECT stored FROM moment)),
        coalesce(i.happened, date_trunc('milliseconds', i.kept), (SELECT stored FROM moment)),
        i.fingerprint, i.payload,
        i.id_sent, i.happened IS NOT NULL, i.version_sent, i.version, i.verb_key, i.authority_key,
        i.object_kind::lrs.object_kind,
        i.actor_key, i.object_activity_key, i.object_agent_key, i.target_id, i.registration,
        i.score_scaled, i.score_raw, i.score_min, i.score_max, i.success, i.completion, i.response, i.duration,
        i.pilot_key, i.curriculum_key, i.profile_key, i.instrument_key, i.item_key, i.competence_key,
        i.other_competence_keys::bigint[],
        i.phase::lrs.phase, i.level, i.level_method::lrs.level_method, i.months_after,
        i.nonresponse::lrs.nonresponse, i.quality_notes::text[]
    FROM incoming AS i
    WHERE ((SELECT keys FROM assigned))[i.arrival] IS NOT NULL
),
originals AS (
    INSERT INTO lrs.statement_received (statement_key, received)
    SELECT ((SELECT keys FROM assigned))[i.arrival], i.received
    FROM incoming AS i
    WHERE i.received IS NOT NULL
        AND ((SELECT keys FROM assigned))[i.arrival] IS NOT NULL
),
activities AS (
    INSERT INTO lrs.statement_activity (activity_key, statement_key, role)
    SELECT l.activity_key, ((SELECT keys FROM assigned))[l.arrival], l.role::lrs.activity_role
    FROM unnest($2::int[], $3::bigint[], $4::text[]) AS l (arrival, activity_key, role)
    WHERE ((SELECT keys FROM assigned))[l.arrival] IS NOT NULL
),
agents AS (
    INSERT INTO lrs.statement_agent (agent_key, statement_key, role)
    SELECT l.agent_key, ((SELECT keys FROM assigned))[l.arrival], l.role::lrs.agent_role
    FROM unnest($5::int[], $6::bigint[], $7::text[]) AS l (arrival, agent_key, role)
    WHERE ((SELECT keys FROM assigned))[l.arrival] IS NOT NULL
),
conformance AS (
    INSERT INTO lrs.profile_conformance (statement_key, pilot_key, template_key, conforms, broken_rules)
    SELECT ((SELECT keys FROM assigned))[f.arrival], f.pilot_key, f.template_key, f.conforms, f.broken_rules::smallint[]
    FROM unnest($8::int[], $9::bigint[], $10::int[], $11::bool[], $12::text[])
        AS f (arrival, pilot_key, template_key, conforms, broken_rules)
    WHERE ((SELECT keys FROM assigned))[f.arrival] IS NOT NULL
),
news AS (
    INSERT INTO lrs.outbox (statement_key)
    SELECT ((SELECT keys FROM assigned))[i.arrival]
    FROM incoming AS i
    -- Those that keep a time of storing may come behind the place of whoever reads statements in the order of storing.
    WHERE (i.competence_key IS NOT NULL OR i.kept IS NOT NULL AND i.pilot_key IS NOT NULL)
        AND ((SELECT keys FROM assigned))[i.arrival] IS NOT NULL
)
SELECT request, statement_id, same FROM known;
