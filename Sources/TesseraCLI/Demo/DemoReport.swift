import JSON

/// What the authors of the demonstration's report write, which is invented.
///
/// They leave the numbers to the tables.
enum DemoReport {
    /// The texts, by the section of the outline.
    static var narratives: [(section: Int, text: [UInt8])] {
        [
            (
                1,
                """
                Local police officers of Riga and Toruń were trained together for three days, in the competences that \
                their profile demands of them at night in the old town.

                They gained in every competence that was tested, least in mediation and de-escalation. Almost all who \
                began completed, and all who completed were found at a level in something.

                What follows: mediation gets a second exercise; a follow-up is missing and has to be planned; some \
                items of the tests do not tell people apart and are to be written anew.
                """
            ),
            (
                3,
                """
                Both cities have an old town that is crowded at night, and complaints that rise from spring on. The \
                partners noted the need in autumn, from the complaints of residents and from what patrols tell.

                The profile was chosen because patrols are there first, and because both cities chose it: so the \
                curriculum could be one.
                """
            ),
            (
                11,
                """
                No indicator of results was measured: complaints in the summer after the training will tell more. \
                Patrol leaders say that more conflicts end in talk; that is an impression, not a finding.
                """
            ),
            (
                13,
                """
                Effectiveness: most who were assessed reached the level that the profile demands.

                Efficiency: the cost of a level gained is in section 4; there is nothing yet to compare it with.

                Relevance: people found the training relevant to their work, and the needs still stand.

                Coherence: it fits the framework, and the cities' own training of instructors.

                EU added value: each city had half of the trainers; neither could have held it alone.
                """
            ),
            (
                14,
                """
                One group was tested before and after, so that the change may have other causes. The tests have two \
                items for each competence, which is few: reliability is low. Of many competences some gain by chance. \
                Who left is too few to say whether they stood elsewhere.
                """
            ),
        ].map { section, text in
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("text", string: text)
                writer.member("author", string: "Evaluation team of the City of Riga (invented)")
            }
            return (section, writer.bytes)
        }
    }
}
