CREATE OR REPLACE FUNCTION training.report_outline(of_synthesis boolean)
    RETURNS TABLE (title text, narrative text, tables text[])
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT part.title, part.narrative, CASE WHEN of_synthesis THEN part.of_several ELSE part.of_pilot END
    FROM (
        VALUES
            ('Cover data', 'none', '{}'::text[], '{}'::text[]),
            ('Summary', 'required', '{}', '{}'),
            (
                'Reporting status', 'optional', '{response_rate,missingness}',
                '{published.pilots,published.response_rate,pilot_overview}'
            ),
            ('Context and needs', 'required', '{}', '{}'),
            ('Training delivered', 'optional', '{coverage,cost}', '{cost}'),
            ('Participants', 'optional', '{pilot_overview}', '{published.participants}'),
            (
                'Participation', 'optional', '{funnel,attendance,time_on_task,dropout_point,attrition_bias}',
                '{published.funnel,funnel}'
            ),
            ('Reaction (level 1)', 'optional', '{reaction_summary,likert}', '{published.reaction,reaction_summary}'),
            (
                'Learning (level 2)', 'optional',
                '{gain,gain_by_competence,gain_by_profile,level_transition,target_attainment,item_analysis,'
                'item_mcnemar,distractor,reliability,confidence_commitment,credential_status}',
                '{published.gain,published.target_attainment,gain,target_attainment}'
            ),
            ('Self-assessment', 'optional', '{gap_profile,calibration}', '{calibration}'),
            ('Transfer (level 3)', 'optional', '{transfer,manager_agreement}', '{published.transfer,transfer}'),
            ('Results and leading indicators (level 4)', 'required', '{}', '{}'),
            (
                'Comparison', 'optional', '{published.gain,published.pooled_gain}',
                '{published.pooled_gain,pilot_comparison}'
            ),
            ('Judgement by criterion', 'required', '{}', '{}'),
            ('Limits', 'required', '{}', '{}'),
            ('Feedback actions', 'optional', '{findings,feedback_actions}', '{findings,feedback_actions}'),
            ('Follow-up of earlier actions', 'optional', '{earlier_actions}', '{}'),
            -- Annexes.
            ('Data quality', 'none', '{data_quality}', '{data_quality}')
    ) AS part (title, narrative, of_pilot, of_several)
$$;

COMMENT ON FUNCTION training.report_outline(boolean) IS
    'Which tables stand in which section or annex of a report, by its title in the methodology''s outline, and whether '
    'the section has a narrative: required, optional or none. Where no table answers it, authors have to. What another '
    'outline calls otherwise has a narrative, which is required, and no tables.';

REVOKE EXECUTE ON FUNCTION training.report_outline(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION training.report_outline(boolean) TO tessera_service;
