-- The methodology that the scheme begins with. An installation makes its own versions of it; this one is never put back.
-- Pilots that had started before there was any follow it.

DO $seed$
DECLARE
    definition jsonb := $json$
{
    "code": "common",
    "version": "1.0",
    "title": "Common evaluation methodology of the training scheme",
    "description": "How every pilot is evaluated, so that what one partner finds can be read beside what another found. The report judges by the criteria of the European Commission; what people learned and did with it is ordered by the levels of Kirkpatrick. Numbers are those of the evaluation views, each with the people that it is about.",
    "models": [
        {
            "id": "kirkpatrick",
            "name": "Kirkpatrick, in the New World reading",
            "note": "Levels 1 and 2 are measured in the pilot, level 3 four to six months later by asking participants and their line managers, level 4 by leading indicators and in words. Return on investment is not computed; cost per participant, completer and level gained is.",
            "parts": [
                {
                    "id": "l1",
                    "name": "Level 1, reaction",
                    "question": "Were people satisfied and engaged, and was it relevant to their work?"
                },
                {
                    "id": "l2",
                    "name": "Level 2, learning",
                    "question": "What do people know and can they do that they did not before, and are they confident and committed to use it?"
                },
                {
                    "id": "l3",
                    "name": "Level 3, behaviour",
                    "question": "Do people apply it at work, and what helps or hinders them there?"
                },
                {
                    "id": "l4",
                    "name": "Level 4, results",
                    "question": "Do the indicators that announce results in the city move the right way?"
                }
            ]
        },
        {
            "id": "commission",
            "name": "Criteria of the European Commission",
            "note": "Each is assessed, or the report explains why it is not.",
            "parts": [
                {
                    "id": "effectiveness",
                    "name": "Effectiveness",
                    "question": "Did people reach the levels that their profile demands, and what of that comes from the training?"
                },
                {
                    "id": "efficiency",
                    "name": "Efficiency",
                    "question": "What did it cost in money and time for what was reached, and could it be had for less?"
                },
                {
                    "id": "relevance",
                    "name": "Relevance",
                    "question": "Does the training answer the needs that the partner noted, and do they still stand?"
                },
                {
                    "id": "coherence",
                    "name": "Coherence",
                    "question": "Does it fit the framework, the partner's other training and that of the other partners?"
                },
                {
                    "id": "eu-added-value",
                    "name": "EU added value",
                    "question": "What came of doing it together that no partner would have had alone?"
                }
            ]
        },
        {
            "id": "cipp",
            "name": "Context, input, process, product",
            "note": "Orders the report: context and input are told by the partner, process and product by data.",
            "parts": [
                {"id": "context", "name": "Context", "question": "Which needs and which profile, and why?"},
                {
                    "id": "input",
                    "name": "Input",
                    "question": "Which curriculum, trainers, instruments and costs were planned?"
                },
                {
                    "id": "process",
                    "name": "Process",
                    "question": "What was delivered, and who took part how far?"
                },
                {
                    "id": "product",
                    "name": "Product",
                    "question": "What was learned and applied, and what follows from it?"
                }
            ]
        }
    ],
    "phases": [
        {
            "phase": "pre",
            "when": "In the two weeks before the first session.",
            "purpose": "Where people stand: the same competences as afterwards, and their own judgement."
        },
        {
            "phase": "during",
            "when": "From the first session to the last.",
            "purpose": "Attendance, time and what is practised."
        },
        {
            "phase": "post",
            "when": "Within two weeks after the last session.",
            "purpose": "What was learned, how the training was received, and which levels were found."
        },
        {
            "phase": "followup",
            "when": "At three and at six months after the last session.",
            "purpose": "What is applied at work, as people and their line managers tell it."
        }
    ],
    "instruments": [
        {
            "phase": "pre",
            "kind": "pre-test",
            "required": true,
            "purpose": "Knowledge and skill in each competence that the curriculum teaches, by items shared with the test afterwards or equally hard."
        },
        {
            "phase": "pre",
            "kind": "self-assessment",
            "required": true,
            "purpose": "One's own judgement of each competence on the framework's levels."
        },
        {
            "phase": "during",
            "kind": "observation",
            "required": false,
            "purpose": "What assessors see in exercises and simulations."
        },
        {
            "phase": "post",
            "kind": "post-test",
            "required": true,
            "purpose": "The same competences as before, with the levels that they show."
        },
        {
            "phase": "post",
            "kind": "self-assessment",
            "required": true,
            "purpose": "One's own judgement again; a question about how one sees the time before tells a shift of the yardstick."
        },
        {
            "phase": "post",
            "kind": "survey",
            "required": true,
            "purpose": "Relevance, engagement, confidence, commitment and delivery."
        },
        {
            "phase": "post",
            "kind": "observation",
            "required": false,
            "purpose": "Levels that a test cannot find, by assessors whom the pilot authorised."
        },
        {
            "phase": "followup",
            "kind": "follow-up",
            "required": true,
            "purpose": "What was applied, how often, and barriers and drivers; line managers are asked the same."
        }
    ],
    "thresholds": {
        "internal": 5,
        "publication": 10,
        "comparison": {"pilots": 3, "people": 10},
        "cutScores": [
            "The cut score of a test is fixed with its items and published before the first person takes it.",
            "It is set for one level of one competence, by at least two people who know the work, from what somebody who just reaches the level would answer.",
            "A test before the training tells where people stand; it finds no level.",
            "Who misses the cut score has not failed the training: the report tells shares, never names."
        ],
        "minimums": [
            "Numbers about one to four people are not shown in a partner's own evaluation, and about one to nine not in what is published or compared.",
            "Where one cell of a margin is hidden another is, so that it cannot be computed from the total.",
            "Under 10 people a gain is told with its interval and without a p value.",
            "Under 30 people reliability, difficulty and discrimination are hints to look at items, not judgements of them.",
            "Pilots are compared from three on with ten people each, as a picture of intervals, never as a ranking."
        ]
    },
    "formulas": [
        {
            "id": "response-rate",
            "name": "Response rate",
            "formula": "returned / invited, with Wilson's interval",
            "view": "response_rate",
            "column": "share",
            "caveat": "Who was invited comes from the definition, not from statements."
        },
        {
            "id": "missing-share",
            "name": "Missing answers",
            "formula": "answers not given / people asked",
            "view": "missingness",
            "column": "share_missing",
            "caveat": "Tells by reason where platforms say it: omitted, not reached, not applicable, declined."
        },
        {
            "id": "attrition",
            "name": "Attrition bias",
            "formula": "g = (mean before of stayers - of leavers) / pooled SD, corrected",
            "view": "attrition_bias",
            "column": "g",
            "caveat": "Says whether those who left stood elsewhere at the start; of few leavers it says little."
        },
        {
            "id": "funnel",
            "name": "Funnel",
            "formula": "people who reached the step / enrolled",
            "view": "funnel",
            "column": "share_of_enrolled",
            "caveat": "People are counted once a step."
        },
        {
            "id": "drop-out",
            "name": "Point of drop-out",
            "formula": "people whose last sign is the activity / people who did not complete",
            "view": "dropout_point",
            "column": "share"
        },
        {
            "id": "attendance",
            "name": "Attendance",
            "formula": "people present / enrolled, by session",
            "view": "attendance",
            "column": "share"
        },
        {
            "id": "time-on-task",
            "name": "Time on task",
            "formula": "median over people of the sum of durations",
            "view": "time_on_task",
            "column": "median_hours",
            "caveat": "Only what platforms report."
        },
        {
            "id": "reaction",
            "name": "Top two boxes",
            "formula": "people at the two most favourable places / people who answered",
            "view": "likert",
            "column": "top_2_share",
            "caveat": "Scales are ordinal: read shares and median before the mean."
        },
        {
            "id": "mean-gain",
            "name": "Mean gain",
            "formula": "mean of d = post - pre, with d +- t(0.975, n - 1) s_d / sqrt(n)",
            "view": "gain",
            "column": "gain_mean",
            "caveat": "One group before and after shows change, not its cause."
        },
        {
            "id": "mean-gain-by-competence",
            "name": "Mean gain by competence",
            "formula": "as the mean gain, over the test of one competence",
            "view": "gain_by_competence",
            "column": "gain_mean",
            "caveat": "Of many competences some gain by chance."
        },
        {
            "id": "mean-gain-by-profile",
            "name": "Mean gain by profile",
            "formula": "as the mean gain, over the people of one profile",
            "view": "gain_by_profile",
            "column": "gain_mean"
        },
        {
            "id": "paired-t",
            "name": "Paired t",
            "formula": "mean gain / (s_d / sqrt(n))",
            "view": "gain",
            "column": "t",
            "caveat": "Secondary to the interval."
        },
        {
            "id": "d-av",
            "name": "Effect size d_av",
            "formula": "mean gain / ((s_pre + s_post) / 2)",
            "view": "gain",
            "column": "d_av",
            "caveat": "The effect size to report (Lakens 2013)."
        },
        {
            "id": "d-z",
            "name": "Effect size d_z",
            "formula": "mean gain / s_d",
            "view": "gain",
            "column": "d_z",
            "caveat": "For planning; large where scores before and after go together."
        },
        {
            "id": "g-av",
            "name": "Hedges' g",
            "formula": "d_av (1 - 3 / (4 (n - 1) - 1))",
            "view": "gain",
            "column": "g_av",
            "caveat": "The effect size to compare by."
        },
        {
            "id": "normalised-gain",
            "name": "Normalised gain of the group",
            "formula": "(mean post - mean pre) / (1 - mean pre)",
            "view": "gain",
            "column": "normalised_gain",
            "caveat": "Under 0.3 low, over 0.7 high; undefined where everybody was at the top."
        },
        {
            "id": "normalised-gain-people",
            "name": "Normalised gain of people",
            "formula": "mean of (post - pre) / (1 - pre)",
            "view": "gain",
            "column": "normalised_gain_of_people",
            "caveat": "One person close to the top may dominate it."
        },
        {
            "id": "levels-reached",
            "name": "Target attainment",
            "formula": "people at or above the target level / people with a level",
            "view": "target_attainment",
            "column": "share_reached",
            "caveat": "By competence and profile."
        },
        {
            "id": "gap",
            "name": "Mean gap",
            "formula": "mean of target level - level",
            "view": "gap_profile",
            "column": "mean_gap",
            "caveat": "Levels are ordinal: read the transitions too."
        },
        {
            "id": "transition",
            "name": "Transition of levels",
            "formula": "people from one level to another / people with both",
            "view": "level_transition",
            "column": "share"
        },
        {
            "id": "difficulty",
            "name": "Item difficulty",
            "formula": "mean score of the item / its maximum",
            "view": "item_analysis",
            "column": "difficulty"
        },
        {
            "id": "discrimination",
            "name": "Item discrimination",
            "formula": "correlation of the item with the rest of the test",
            "view": "item_analysis",
            "column": "discrimination",
            "caveat": "Below zero: look at the key."
        },
        {
            "id": "distractors",
            "name": "Distractors",
            "formula": "share of the upper third that chose the option",
            "view": "distractor",
            "column": "share_of_upper_third"
        },
        {
            "id": "mcnemar",
            "name": "McNemar, exact",
            "formula": "2 sum over k <= min(b, c) of C(b + c, k) / 2^(b + c), at most 1",
            "view": "item_mcnemar",
            "column": "p_holm",
            "caveat": "Corrected over the items by Holm."
        },
        {
            "id": "alpha",
            "name": "Cronbach's alpha",
            "formula": "k / (k - 1) (1 - sum of item variances / variance of the total)",
            "view": "reliability",
            "column": "alpha",
            "caveat": "Of complete answers; not a proof of one dimension."
        },
        {
            "id": "calibration",
            "name": "Bias of self-assessment",
            "formula": "mean of own level - assessed level",
            "view": "calibration",
            "column": "bias"
        },
        {
            "id": "calibration-rank",
            "name": "Rank correlation of self-assessment",
            "formula": "Spearman's rho of own and assessed level",
            "view": "calibration",
            "column": "rank_correlation"
        },
        {
            "id": "transfer",
            "name": "Transfer",
            "formula": "people who applied the competence at least once / people followed up",
            "view": "transfer",
            "column": "share",
            "caveat": "Of those who answer months later."
        },
        {
            "id": "managers",
            "name": "Agreement with line managers",
            "formula": "Cohen's kappa = (p_o - p_e) / (1 - p_e)",
            "view": "manager_agreement",
            "column": "kappa"
        },
        {
            "id": "between-pilots",
            "name": "Effect over pilots",
            "formula": "DerSimonian and Laird: weights 1 / (se^2 + tau^2)",
            "view": "pilot_comparison",
            "column": "pooled_mean",
            "caveat": "From three pilots with ten people each."
        },
        {
            "id": "heterogeneity",
            "name": "Heterogeneity",
            "formula": "I^2 = max(0, (Q - df) / Q)",
            "view": "pilot_comparison",
            "column": "i_squared"
        },
        {
            "id": "cost",
            "name": "Cost per level gained",
            "formula": "total cost / levels of competences gained",
            "view": "cost",
            "column": "per_level",
            "caveat": "Costs are entered by partners; currencies are not converted."
        }
    ],
    "outline": [
        {
            "number": 0,
            "title": "Cover data",
            "parts": [
                "Pilot, partners, profiles and curriculum version",
                "Versions of framework and methodology",
                "Dates, data as of, authors, smallest number of people shown"
            ]
        },
        {
            "number": 1,
            "title": "Summary",
            "parts": ["Who was trained in what", "The gain", "Three findings", "Three actions"]
        },
        {
            "number": 2,
            "title": "Reporting status",
            "parts": ["Invited, enrolled and responding, by instrument and phase", "What is missing, with reasons"]
        },
        {
            "number": 3,
            "title": "Context and needs",
            "parts": ["Why this profile", "Local needs and how they are known"]
        },
        {
            "number": 4,
            "title": "Training delivered",
            "parts": ["Curriculum by competence, hours and method", "Planned and delivered", "Trainers", "Cost"]
        },
        {
            "number": 5,
            "title": "Participants",
            "parts": ["By profile, organisation and experience, as far as their number allows"]
        },
        {
            "number": 6,
            "title": "Participation",
            "parts": ["Funnel", "Attendance", "Time", "Drop-out and attrition"]
        },
        {
            "number": 7,
            "title": "Reaction (level 1)",
            "parts": ["Answers on scales", "Relevance", "Engagement"]
        },
        {
            "number": 8,
            "title": "Learning (level 2)",
            "parts": [
                "Gain and effect sizes",
                "Levels before and after",
                "Target attainment",
                "Items and reliability",
                "Confidence and commitment"
            ]
        },
        {"number": 9, "title": "Self-assessment", "parts": ["Gap profile", "Calibration"]},
        {
            "number": 10,
            "title": "Transfer (level 3)",
            "parts": ["What was applied at three and six months", "Barriers and drivers", "What line managers see"]
        },
        {
            "number": 11,
            "title": "Results and leading indicators (level 4)",
            "parts": ["Indicators", "In words"]
        },
        {
            "number": 12,
            "title": "Comparison",
            "parts": ["Pilots on the same target, where their number allows"]
        },
        {
            "number": 13,
            "title": "Judgement by criterion",
            "parts": ["Effectiveness", "Efficiency", "Relevance", "Coherence", "EU added value"]
        },
        {"number": 14, "title": "Limits", "parts": ["Design", "Attrition", "Instruments", "Multiple tests"]},
        {
            "number": 15,
            "title": "Feedback actions",
            "parts": ["Register of findings and actions", "Musts that nobody has answered"]
        },
        {
            "number": 16,
            "title": "Follow-up of earlier actions",
            "parts": ["Actions of the previous report", "Their effect in this run"]
        }
    ],
    "annexes": [
        {"title": "Instruments", "parts": ["Every version that was used, with its items"]},
        {"title": "Methodology", "parts": ["The version that the pilot follows"]},
        {"title": "Data quality", "parts": ["Statements that break the profile's rules, by rule"]},
        {"title": "Codebook", "parts": ["Tables, columns and their meaning"]},
        {"title": "Query versions", "parts": ["Version of the schema and of each view"]},
        {
            "title": "Data protection",
            "parts": ["Purpose, legal basis, pseudonyms, periods", "What is hidden and by which rule"]
        }
    ]
}
$json$;
    faults jsonb;
BEGIN
    IF EXISTS (SELECT FROM training.methodology WHERE code = 'common' AND version = '1.0') THEN
        RETURN;
    END IF;
    faults := training.define_methodology(definition);
    ASSERT faults = '[]', faults::text;
    PERFORM training.publish_methodology(training.own_methodology('common', '1.0'), 'seed');
    UPDATE training.pilot SET methodology_key = training.own_methodology('common', '1.0')
    WHERE state <> 'planned' AND methodology_key IS NULL;
END
$seed$;
