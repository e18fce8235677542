-- Replaces a pilot's plan.
-- $1 the pilot's code; $2 the plan, as training.define_pilot_plan describes it.
SELECT training.define_pilot_plan(training.own_pilot($1::text), $2::jsonb, '');
