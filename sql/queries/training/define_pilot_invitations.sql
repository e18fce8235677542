-- Replaces whom a pilot asked to answer.
-- $1 the pilot's code; $2 an object with the list `invitations`, as training.define_pilot_invitations describes it.
SELECT training.define_pilot_invitations(
    training.own_pilot($1::text),
    training.definition_whole_list(training.definition_object($2::jsonb, '', '{invitations}'), '', 'invitations')
);
