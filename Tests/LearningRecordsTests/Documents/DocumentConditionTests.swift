import LearningRecords
import LibPQ
import TestSupport
import Testing

@Suite("conditions of changing documents", .migratedDatabase)
struct DocumentConditionTests {
    let store: DocumentStore

    init() throws {
        store = DocumentStore(pool: try MigratedDatabase.current.service)
    }

    /// A condition, and whether it holds for no document, for one tagged as "old", for another.
    struct Case: Sendable, CustomTestStringConvertible {
        let condition: DocumentCondition
        let absent: Bool
        let old: Bool
        let other: Bool

        var testDescription: String { "\(condition)" }
    }

    private static let old = DocumentContent.json(#"{"a":"old"}"#)
    private static let other = DocumentContent.json(#"{"a":"other"}"#)
    private static let new = DocumentContent.json(#"{"a":"new"}"#)

    static let cases = [
        Case(condition: .none, absent: true, old: true, other: true),
        Case(condition: .absent, absent: true, old: false, other: false),
        Case(condition: DocumentCondition(required: .any), absent: false, old: true, other: true),
        Case(condition: DocumentCondition(required: .tagged([old.tag])), absent: false, old: true, other: false),
        Case(condition: DocumentCondition(required: .tagged(["x", old.tag])), absent: false, old: true, other: false),
        Case(condition: DocumentCondition(required: .tagged([])), absent: false, old: false, other: false),
        Case(condition: DocumentCondition(excluded: .tagged([old.tag])), absent: true, old: false, other: true),
        Case(condition: DocumentCondition(excluded: .tagged([])), absent: true, old: true, other: true),
        Case(
            condition: DocumentCondition(required: .any, excluded: .tagged([old.tag])),
            absent: false, old: false, other: true),
        Case(condition: DocumentCondition(required: .any, excluded: .any), absent: false, old: false, other: false),
    ]

    @Test("a document is put, merged and deleted just when the condition holds", arguments: cases)
    func holds(_ test: Case) async throws {
        let situations: [(DocumentContent?, Bool)] = [
            (nil, test.absent), (Self.old, test.old), (Self.other, test.other),
        ]
        for collection in DocumentCollection.fresh {
            for (number, (before, holds)) in situations.enumerated() {
                for action in ["put", "merge", "delete"] {
                    let key = DocumentKey(collection, id: "\(action) \(number)")
                    if let before { _ = try await store.put(before, at: key) }
                    let held =
                        switch action {
                        case "put": try await store.put(Self.new, at: key, if: test.condition) != .conditionFailed
                        case "merge": try await store.merge(Self.new, into: key, if: test.condition) != .conditionFailed
                        default: try await store.delete(key, if: test.condition)
                        }
                    #expect(held == holds, "\(action) with \(before.map(\.tag) ?? "nothing")")
                    let after = try await store.document(key)?.content
                    #expect(after == (holds ? (action == "delete" ? nil : Self.new) : before))
                }
            }
        }
    }
}
