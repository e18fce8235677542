-- Eighty level descriptors: four cumulative levels of each competence. The EQF reference is indicative only;
-- throughout it is the level plus three.

INSERT INTO framework.item (
    document_key, identifier, kind, code, full_statement, abbreviated_statement, parent_key, level, eqf_reference,
    position, notes, last_change
)
SELECT
    d.document_key, framework.name_uuid(d.identifier, 'item/' || competence.code || '.' || descriptor.level), 'level',
    competence.code || '.' || descriptor.level, descriptor.statement,
    (ARRAY['L1 Foundation', 'L2 Practitioner', 'L3 Advanced', 'L4 Strategic'])[descriptor.level],
    competence.item_key, descriptor.level, descriptor.level + 3, descriptor.level, NULL, d.last_change
FROM (
    VALUES
        ('A1', 1,
            'Collects observations, complaints and basic figures for a safety walk or audit with a given checklist.'),
        ('A1', 2,
            'Plans and runs a diagnosis of one area, choosing sources and joining figures, site visits and '
            'residents'' views.'),
        ('A1', 3,
            'Leads a city-wide diagnosis with several agencies, weighs contradictory evidence and states what it '
            'cannot show.'),
        ('A1', 4,
            'Designs the diagnosis method of a city or network and renews it as new forms of insecurity emerge.'),
        ('A2', 1,
            'Reads simple tables, maps and trends on local incidents and points out clear changes and gaps.'),
        ('A2', 2,
            'Analyses incidents by place, time and group with an accepted problem-solving method and drafts '
            'hypotheses on causes.'),
        ('A2', 3,
            'Combines police, social and survey data lawfully, tests competing explanations and judges how strong '
            'the evidence is.'),
        ('A2', 4,
            'Builds a shared analysis function across organisations and directs research that fills gaps in local '
            'knowledge.'),
        ('A3', 1,
            'Spots evident hazards and weak points in a public space and reports them through the right channel.'),
        ('A3', 2,
            'Carries out a structured vulnerability assessment of one site and proposes proportionate measures.'),
        ('A3', 3,
            'Assesses crowded or many-owner sites, ranks risks and negotiates measures that keep the space open.'),
        ('A3', 4,
            'Sets risk policy and acceptance criteria for the city''s public spaces and adapts them to threats '
            'without precedent.'),
        ('B1', 1,
            'Explains the main risk and protective factors and refers people to existing prevention services.'),
        ('B1', 2,
            'Delivers or arranges a prevention activity suited to a group and adjusts it to how it is received.'),
        ('B1', 3,
            'Selects and adapts programmes on evidence of what works and steers their delivery across services.'),
        ('B1', 4,
            'Shapes long-term social prevention policy that joins education, health, housing and youth, and tests '
            'innovation.'),
        ('B2', 1,
            'Names design features that help or hinder safe use of a place and marks them on a plan.'),
        ('B2', 2,
            'Reads plans and drawings, applies design principles to a small site and writes workable recommendations.'),
        ('B2', 3,
            'Integrates safety into large schemes, balancing access, heritage, climate, gender and cost with other '
            'disciplines.'),
        ('B2', 4,
            'Sets design standards and planning procedures for a city and evaluates their effect on safety and '
            'inclusion over years.'),
        ('B3', 1,
            'Recognises rising tension, stays calm, applies basic de-escalation and calls for help when needed.'),
        ('B3', 2,
            'Mediates everyday conflicts over the use of space and agrees simple arrangements with those involved.'),
        ('B3', 3,
            'Handles lasting or group conflicts with several parties and coaches colleagues who intervene on the '
            'street.'),
        ('B3', 4,
            'Develops the organisation''s mediation policy from research and from review of hard cases.'),
        ('B4', 1,
            'Receives a person who reports harm with respect, gives first information and refers to support.'),
        ('B4', 2,
            'Identifies the needs of victims and groups at risk, gender-based ones included, and arranges suitable '
            'help.'),
        ('B4', 3,
            'Organises a joined-up response of police, justice and support services and removes barriers to '
            'reporting.'),
        ('B4', 4,
            'Directs policy that lowers repeat victimisation and unequal exposure to insecurity and accounts for its '
            'effects.'),
        ('C1', 1,
            'Knows which local bodies do what in urban security and passes information to the right one within given '
            'rules.'),
        ('C1', 2,
            'Takes part in a partnership for the own service, keeps commitments and solves practical problems '
            'between services.'),
        ('C1', 3,
            'Coordinates a local partnership, mediates between professional cultures and decides where roles are '
            'unclear.'),
        ('C1', 4,
            'Designs and renews security governance across levels of government, with shared goals, money and '
            'accountability.'),
        ('C2', 1,
            'Relates own tasks to the aims of the local security plan.'),
        ('C2', 2,
            'Drafts objectives, actions and indicators for one theme of the plan from a diagnosis.'),
        ('C2', 3,
            'Leads an integrated local strategy, arbitrates between prevention, sanction and cohesion, and secures '
            'its adoption.'),
        ('C2', 4,
            'Sets long-term direction under uncertainty and revises it on evidence and foresight.'),
        ('C3', 1,
            'Acts within the powers of the role and explains the main rights of people in public space.'),
        ('C3', 2,
            'Applies rules on powers, information sharing and non-discrimination to everyday cases and asks when in '
            'doubt.'),
        ('C3', 3,
            'Judges complex cases on necessity and proportionality and advises partners on lawful, ethical options.'),
        ('C3', 4,
            'Leads legal and ethical oversight of local security policy and contributes to reform of the rules.'),
        ('C4', 1,
            'Names the main European bodies, programmes and networks active in urban security.'),
        ('C4', 2,
            'Finds and uses practices, guidance and funding calls from other European cities in own work.'),
        ('C4', 3,
            'Leads a transnational exchange or project and transfers a practice with regard to the local context.'),
        ('C4', 4,
            'Represents the city in European policy making and helps shape programmes, standards and research '
            'agendas.'),
        ('D1', 1,
            'Informs residents about safety initiatives and gathers their views with given tools.'),
        ('D1', 2,
            'Runs a participatory activity that reaches groups seldom heard and reports back on the outcome.'),
        ('D1', 3,
            'Leads co-production of measures with residents, businesses and associations through conflicts of '
            'interest.'),
        ('D1', 4,
            'Builds durable forms of shared responsibility for safety and evaluates who is included and who is not.'),
        ('D2', 1,
            'Gives clear and accurate safety information to the public in familiar situations.'),
        ('D2', 2,
            'Prepares messages for distinct audiences with care for fear of crime and stigma.'),
        ('D2', 3,
            'Manages communication in tense or fast-moving events with partners and media.'),
        ('D2', 4,
            'Directs a long-term communication strategy on safety and tests its effect on trust and perception.'),
        ('D3', 1,
            'Treats people of all backgrounds with respect and notices own assumptions.'),
        ('D3', 2,
            'Adapts contact and language to different groups and keeps steady working relations with them.'),
        ('D3', 3,
            'Repairs strained relations between institutions and communities and corrects practices that '
            'discriminate.'),
        ('D3', 4,
            'Transforms organisational practice so that fair treatment and trust are measured, discussed and '
            'improved.'),
        ('E1', 1,
            'Carries out visible presence and routine checks in a public space on instruction.'),
        ('E1', 2,
            'Organises presence, opening, upkeep and small events on one site with the services concerned.'),
        ('E1', 3,
            'Directs the safety of large events, night-time districts or transport hubs where conditions change fast.'),
        ('E1', 4,
            'Sets policy for the shared use of public space that reconciles liveliness, rights and safety.'),
        ('E2', 1,
            'Uses assigned devices correctly and protects the personal data they produce.'),
        ('E2', 2,
            'Assesses whether a given tool is useful, lawful and proportionate for a defined problem.'),
        ('E2', 3,
            'Leads selection, impact assessment and oversight of technology, algorithmic tools included, with legal '
            'and technical experts.'),
        ('E2', 4,
            'Sets the city''s policy on security technology, opens it to scrutiny and ends uses that fail their test.'),
        ('E3', 1,
            'Knows the own role in the emergency plan and acts on it in an exercise or incident.'),
        ('E3', 2,
            'Prepares the own service''s procedures, briefs staff and works with emergency services during an '
            'incident.'),
        ('E3', 3,
            'Coordinates several services before, during and after a crisis and draws lessons from review.'),
        ('E3', 4,
            'Builds the city''s resilience policy with scenarios, exercises and recovery plans for threats not met '
            'before.'),
        ('F1', 1,
            'Completes assigned project tasks on time and reports progress and problems.'),
        ('F1', 2,
            'Manages a small project with budget, schedule and risks and supervises helpers.'),
        ('F1', 3,
            'Manages a complex or co-funded programme with several partners under changing conditions.'),
        ('F1', 4,
            'Governs a portfolio, allocates resources on evidence and redirects or stops what does not work.'),
        ('F2', 1,
            'Records activities and results completely and correctly with given tools.'),
        ('F2', 2,
            'Sets indicators and before-and-after measures for an activity and reads the results with care.'),
        ('F2', 3,
            'Designs an evaluation with an adequate comparison, deals with bias and missing data and turns findings '
            'into feedback actions.'),
        ('F2', 4,
            'Establishes shared evaluation methods across organisations and adds to knowledge of what works.'),
        ('F3', 1,
            'Reviews own work with a colleague and names a next learning step.'),
        ('F3', 2,
            'Keeps own competence up to date by plan and passes knowledge on to colleagues.'),
        ('F3', 3,
            'Trains, mentors and assesses others against the framework and improves training on feedback.'),
        ('F3', 4,
            'Leads the development of a professional community, its curricula and its standards.')
) AS descriptor (competence, level, statement)
JOIN framework.document AS d ON d.code = 'IUS' AND d.version = '0.1'
    AND d.adoption_status IN ('Draft', 'Private Draft')
JOIN framework.item AS competence
    ON competence.document_key = d.document_key AND competence.kind = 'competence'
    AND competence.code = descriptor.competence
ON CONFLICT (identifier) DO UPDATE SET
    code = excluded.code, full_statement = excluded.full_statement,
    abbreviated_statement = excluded.abbreviated_statement, parent_key = excluded.parent_key,
    level = excluded.level, eqf_reference = excluded.eqf_reference, position = excluded.position,
    notes = excluded.notes, last_change = excluded.last_change
WHERE (item.code, item.full_statement, item.abbreviated_statement, item.parent_key, item.level, item.eqf_reference,
       item.position, item.notes)
    IS DISTINCT FROM (excluded.code, excluded.full_statement, excluded.abbreviated_statement, excluded.parent_key,
       excluded.level, excluded.eqf_reference, excluded.position, excluded.notes);
