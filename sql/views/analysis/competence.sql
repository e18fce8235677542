-- Which competence of the framework an activity is, whether statements name it or one of its levels.

CREATE OR REPLACE VIEW analysis.competence AS
SELECT
    activity.activity_key,
    COALESCE(level_of.item_key, item.item_key) AS competence_key,
    CASE WHEN item.kind = 'level' THEN item.level END AS level
FROM lrs.activity
JOIN framework.item ON item.identifier = activity.cf_identifier AND item.kind IN ('competence', 'level')
LEFT JOIN framework.item AS level_of ON level_of.item_key = item.parent_key AND item.kind = 'level';

ALTER VIEW analysis.competence OWNER TO tessera_reporting;

COMMENT ON VIEW analysis.competence IS 'Activities that are competences of a framework, or levels of competences.';
COMMENT ON COLUMN analysis.competence.activity_key IS 'The activity that statements name.';
COMMENT ON COLUMN analysis.competence.competence_key IS 'The competence in framework.item.';
COMMENT ON COLUMN analysis.competence.level IS 'The level, where the activity is one; otherwise null.';
