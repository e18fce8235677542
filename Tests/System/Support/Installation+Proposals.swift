import Foundation

extension Installation {
    /// Adds proposals against version 2.0 of the sample framework, unless they are there: one that was accepted, one that
    /// no longer fits because of that, and one that was withdrawn.
    func addSampleProposals() async throws {
        try await administrator(
            """
            DO $sample$
            BEGIN
                PERFORM pg_advisory_xact_lock(hashtext('sample proposals'));
                IF EXISTS (
                    SELECT FROM framework.proposal JOIN framework.document AS d USING (document_key)
                    WHERE d.code = 'SAMPLE' AND d.version = '2.0'
                ) THEN
                    RETURN;
                END IF;
                PERFORM framework.make_proposal('SAMPLE', '2.0', 'riga', '{
                    "title": "Say <plainly> what is meant",
                    "reason": "Nobody in the pilot understood it.\\nThree trainers asked.",
                    "edits": [
                        {"kind": "text", "item": "A1.2", "field": "fullStatement",
                         "to": "Does A1 well at level 2, and says so"},
                        {"kind": "text", "item": "A1", "field": "fullStatement", "language": "fr", "to": "Voir loin"},
                        {"kind": "text", "item": "A1", "field": "notes", "to": null},
                        {"kind": "target", "profile": "P1", "competence": "B1", "to": {"level": 2, "weight": 1.5}},
                        {"kind": "target", "profile": "P2", "competence": "A1", "to": null}
                    ]}');
                PERFORM framework.comment_proposal(
                    'SAMPLE', '2.0', 1, 'nice', '{"text": "D''accord & merci.\\nEncore mieux.", "language": "fr"}');
                PERFORM framework.endorse_proposal('SAMPLE', '2.0', 1, 'nice', true);
                PERFORM framework.endorse_proposal('SAMPLE', '2.0', 1, 'toscana', true);
                PERFORM framework.make_proposal('SAMPLE', '2.0', null, '{
                    "title": "Ein Ziel mehr", "reason": "Ohne das geht es nicht.", "language": "de",
                    "edits": [
                        {"kind": "target", "profile": "P2", "competence": "A1", "to": {"level": 4}},
                        {"kind": "target", "profile": "P4", "competence": "B1", "to": {"level": 1}}
                    ]}');
                PERFORM framework.decide_proposal(
                    'SAMPLE', '2.0', 1, null, '{"outcome": "accepted", "reason": "The pilots asked for it."}');
                PERFORM framework.make_proposal('SAMPLE', '2.0', 'madrid', '{
                    "title": "Never mind", "reason": "A test.",
                    "edits": [{"kind": "text", "item": "B2", "field": "notes", "to": "Wait."}]}');
                PERFORM framework.withdraw_proposal('SAMPLE', '2.0', 3, 'madrid', '{"reason": "A slip."}');
            END
            $sample$
            """)
    }
}
