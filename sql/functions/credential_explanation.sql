CREATE OR REPLACE FUNCTION credential.explanation(of_agent bigint, of_competence bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    weighed credential.weighed_evidence[] := ARRAY(
        SELECT w FROM credential.weigh(ARRAY[of_agent], ARRAY[of_competence]) AS w
    );
    judged credential.judgement[] := ARRAY(SELECT j FROM credential.judge(weighed) AS j);
    reached credential.judgement[] := ARRAY(SELECT e FROM credential.eligible(weighed, judged) AS e);
    pilots bigint[];
    explained jsonb;
BEGIN
    -- Where the person has shown something or takes part; otherwise, what holds outside of pilots.
    SELECT COALESCE(array_agg(DISTINCT place.pilot_key), '{0}') INTO pilots
    FROM (
        SELECT COALESCE(e.pilot_key, 0) AS pilot_key
        FROM credential.evidence_of(ARRAY[of_agent], ARRAY[of_competence]) AS e
        UNION
        SELECT enrolment.pilot_key FROM training.enrolment WHERE enrolment.agent_key = of_agent
    ) AS place;

    WITH decides AS (
        SELECT rules.level, rules.rule_key, array_agg(pilot.code ORDER BY pilot.code) AS pilots
        FROM credential.rules_for(array_fill(of_competence, ARRAY[cardinality(pilots)]), pilots) AS rules
        LEFT JOIN training.pilot ON pilot.pilot_key = rules.pilot_key
        GROUP BY rules.level, rules.rule_key
    ),
    -- Evidence may be enough in one pilot and not in another; the fullest count is shown.
    counted AS (
        SELECT DISTINCT ON (c.level, c.condition_key) c.level, c.condition_key, c.number, c.statements
        FROM (
            SELECT
                w.level, w.condition_key, w.pilot_key, count(*) AS number,
                jsonb_agg(w.statement_id ORDER BY w.statement_key) AS statements
            FROM unnest(weighed) AS w
            WHERE w.condition_key IS NOT NULL
            GROUP BY w.level, w.condition_key, w.pilot_key
        ) AS c
        ORDER BY c.level, c.condition_key, c.number DESC, c.pilot_key
    ),
    condition AS (
        SELECT
            decides.level, decides.rule_key, c.condition_key,
            greatest(c.minimum - COALESCE(counted.number, 0), 0) AS lacking,
            jsonb_strip_nulls(jsonb_build_object(
                'condition', c.position, 'kind', c.kind, 'minimum', c.minimum, 'minimumScore', c.minimum_score,
                'maximumAge', c.maximum_age::text, 'assessors', c.assessors,
                'found', COALESCE(counted.number, 0), 'statements', COALESCE(counted.statements, '[]')
            )) AS shown,
            credential.condition_in_words(c, greatest(c.minimum - COALESCE(counted.number, 0), 0)) AS words
        FROM decides
        JOIN credential.rule_condition AS c ON c.rule_key = decides.rule_key
        LEFT JOIN counted ON counted.level = decides.level AND counted.condition_key = c.condition_key
    ),
    ruled AS (
        SELECT
            decides.level,
            EXISTS (
                SELECT FROM unnest(judged) AS j
                WHERE j.is_current AND j.level = decides.level AND j.rule_key = decides.rule_key
            ) AS is_met,
            rule.code, rule.version, rule.description, decides.pilots,
            (
                SELECT jsonb_agg(
                    condition.shown || jsonb_build_object('met', condition.lacking = 0)
                    ORDER BY (condition.shown ->> 'condition')::integer
                )
                FROM condition WHERE condition.level = decides.level AND condition.rule_key = decides.rule_key
            ) AS conditions,
            -- Each alternative is one way to the level: what it lacks.
            (
                SELECT jsonb_agg(way.lacks ORDER BY way.alternative)
                FROM (
                    SELECT
                        part.alternative,
                        COALESCE(
                            jsonb_agg(condition.words ORDER BY condition.condition_key)
                                FILTER (WHERE condition.lacking > 0), '[]'
                        ) AS lacks
                    FROM credential.rule_alternative AS part
                    JOIN condition
                        ON condition.condition_key = part.condition_key AND condition.rule_key = decides.rule_key
                        AND condition.level = decides.level
                    WHERE part.rule_key = decides.rule_key
                    GROUP BY part.alternative
                ) AS way
            ) AS ways
        FROM decides
        JOIN credential.rule ON rule.rule_key = decides.rule_key
    )
    SELECT jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
            'level', level.number,
            'reached', EXISTS (SELECT FROM unnest(reached) AS r WHERE r.level = level.number),
            'awards', credential.awards_in_detail(of_agent, of_competence, level.number),
            'rules', (
                SELECT jsonb_agg(
                    jsonb_build_object(
                        'rule', ruled.code, 'version', ruled.version, 'description', ruled.description,
                        'pilots', to_jsonb(array_remove(ruled.pilots, NULL)), 'met', ruled.is_met,
                        'conditions', ruled.conditions,
                        'missing', CASE WHEN ruled.is_met THEN '[]' ELSE ruled.ways END
                    )
                    ORDER BY ruled.code
                )
                FROM ruled WHERE ruled.level = level.number
            )
        ))
        ORDER BY level.number
    )
    INTO explained
    FROM unnest('{1,2,3,4}'::smallint[]) AS level (number);
    RETURN jsonb_build_object(
        'person', (
            SELECT jsonb_build_object('homePage', agent.home_page, 'name', agent.identifier)
            FROM lrs.agent WHERE agent.agent_key = of_agent
        ),
        'competence', (SELECT item.code FROM framework.item WHERE item.item_key = of_competence),
        'framework', (
            SELECT document.code || ' ' || document.version
            FROM framework.item JOIN framework.document USING (document_key) WHERE item.item_key = of_competence
        ),
        'reached', COALESCE((SELECT max(r.level) FROM unnest(reached) AS r), 0),
        'levels', explained
    );
END
$$;

COMMENT ON FUNCTION credential.explanation(bigint, bigint) IS
    'A person''s levels of a competence, explained: the awards with the statements that met their conditions; and for '
    'each level the rules that decide it now, what their conditions count, and what is missing, one list for each way '
    'to the level.';

REVOKE EXECUTE ON FUNCTION credential.explanation(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION credential.explanation(bigint, bigint) TO tessera_service;
