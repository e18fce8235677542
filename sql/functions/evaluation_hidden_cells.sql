-- plpgsql, since it keeps its plan: SQL that cannot become part of a query is begun anew at each call.
CREATE OR REPLACE FUNCTION evaluation.hidden_cells(people bigint[], threshold integer) RETURNS boolean[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    size integer := cardinality(people);
    hidden boolean[] := array_fill(false, ARRAY[size]);
    is_any boolean := false;
    cell bigint;
    before_it integer;
    people_before_it bigint;
BEGIN
    IF size = 0 THEN
        RETURN NULL;
    END IF;
    -- Mostly no cell is too small, and then none is hidden.
    FOREACH cell IN ARRAY people LOOP
        is_any := is_any OR COALESCE(cell >= 1 AND cell < threshold, false);
    END LOOP;
    IF NOT is_any THEN
        RETURN hidden;
    END IF;
    IF size > 12 THEN
        -- From the smallest on: those under the threshold, then more until they are two and together not too few.
        RETURN (
            SELECT array_agg(
                COALESCE(
                    evaluation.too_few(cell_people, threshold)
                        OR cell_people > 0 AND (counted.before_it < 2 OR counted.people_before_it < threshold),
                    false
                )
                ORDER BY place
            )
            FROM (
                SELECT
                    place, cell_people,
                    count(*) FILTER (WHERE cell_people > 0) OVER smaller AS before_it,
                    COALESCE(sum(cell_people) OVER smaller, 0) AS people_before_it
                FROM unnest(people) WITH ORDINALITY AS listed (cell_people, place)
                WINDOW smaller AS (
                    ORDER BY cell_people, place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                )
            ) AS counted
        );
    END IF;
    -- The same for few cells, which is quicker so.
    FOR place IN 1 .. size LOOP
        cell := people[place];
        CONTINUE WHEN cell IS NULL OR cell <= 0;
        before_it := 0;
        people_before_it := 0;
        FOR other IN 1 .. size LOOP
            IF people[other] > 0 AND (people[other] < cell OR people[other] = cell AND other < place) THEN
                before_it := before_it + 1;
                people_before_it := people_before_it + people[other];
            END IF;
        END LOOP;
        hidden[place] := cell < threshold OR before_it < 2 OR people_before_it < threshold;
    END LOOP;
    RETURN hidden;
END
$$;

COMMENT ON FUNCTION evaluation.hidden_cells(bigint[], integer) IS
    'Which cells of a margin are hidden, in the order given, where the whole is known: those of 1 to threshold - 1 '
    'people, and of the others the smallest until at least two cells with at least threshold people in all are hidden, '
    'so that subtraction tells no small one. Nobody is not hidden. Over rows: (evaluation.hidden_cells(array_agg(n) '
    'OVER (PARTITION BY margin), k))[row_number() OVER (PARTITION BY margin)].';

REVOKE EXECUTE ON FUNCTION evaluation.hidden_cells(bigint[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evaluation.hidden_cells(bigint[], integer)
    TO tessera_evaluator, tessera_reporting, tessera_service;
