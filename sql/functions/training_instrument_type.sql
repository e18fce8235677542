CREATE OR REPLACE FUNCTION training.instrument_type(kind text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
RETURN CASE kind
    WHEN 'survey' THEN 'https://w3id.org/xapi/iust/activity-types/survey'
    WHEN 'follow-up' THEN 'https://w3id.org/xapi/iust/activity-types/survey'
    WHEN 'self-assessment' THEN 'https://w3id.org/xapi/iust/activity-types/self-assessment'
    ELSE 'http://adlnet.gov/expapi/activities/assessment'
END;

COMMENT ON FUNCTION training.instrument_type(text) IS
    'The xAPI activity type of a kind of instrument: tests and observations are assessments, follow-ups are surveys.';

REVOKE EXECUTE ON FUNCTION training.instrument_type(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.instrument_type(text) TO tessera_service, tessera_reporting;
