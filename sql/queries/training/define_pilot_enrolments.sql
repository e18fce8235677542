-- Enrols people in a pilot, or brings their enrolments up to date; who is not listed stays.
-- $1 the pilot's code; $2 an object with the list `enrolments`, as training.define_pilot describes it.
SELECT training.enrol_in_pilot(training.own_pilot($1::text), $2::jsonb);
