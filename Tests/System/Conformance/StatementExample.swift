import Foundation
import Testing

/// A statement that differs from a valid one in one place, and whether a store has to take it.
struct StatementExample: Sendable, CustomTestStringConvertible {
    let requirements: [String]
    /// The place, as a JSON Pointer.
    let pointer: String
    /// What is put there; nil when it is left out.
    let value: Draft?
    let base: Draft
    let isValid: Bool
    /// The versions in which this is so.
    let versions: [SpecificationVersion]

    var statement: String { base.with(pointer, value).text }

    var testDescription: String {
        let change = value.map { "\(pointer) = \($0.text.prefix(120))" } ?? "without \(pointer)"
        return requirements.joined(separator: " ") + " " + change
    }

    /// A statement that a store must refuse.
    static func refused(
        _ requirements: String..., at pointer: String, _ value: Draft?, in base: Draft = .statement,
        versions: [SpecificationVersion] = SpecificationVersion.allCases
    ) -> StatementExample {
        StatementExample(
            requirements: requirements, pointer: pointer, value: value, base: base, isValid: false, versions: versions)
    }

    /// A statement that a store must take.
    static func taken(
        _ requirements: String..., at pointer: String, _ value: Draft?, in base: Draft = .statement,
        versions: [SpecificationVersion] = SpecificationVersion.allCases
    ) -> StatementExample {
        StatementExample(
            requirements: requirements, pointer: pointer, value: value, base: base, isValid: true, versions: versions)
    }

    /// Sends the statement by POST and PUT, and looks at the answers.
    func check() async throws {
        for version in versions {
            let client = try Client.speaking(version)
            let id = UUID()
            let answers = [try await client.post(statement), try await client.put(statement, id: id)]
            let stored = try await client.statement(id)
            if isValid {
                #expect(answers.map(\.status) == [200, 204], "\(version.rawValue): \(answers)")
                #expect(stored.status == 200)
            } else {
                for answer in answers { try expectRefusal(answer, version) }
                #expect(stored.status == 404)
            }
        }
    }

    /// The answer is 400 and points to the place, to what is in it, or to what holds it.
    private func expectRefusal(_ answer: Answer, _ version: SpecificationVersion) throws {
        #expect(answer.status == 400, "\(version.rawValue): \(answer)")
        guard answer.status == 400 else { return }
        let pointers = (try answer.decoded(as: Problem.self).violations ?? []).map(\.pointer)
        let holder = pointer.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        #expect(pointers.contains { $0.hasPrefix(pointer) || $0 == holder }, "\(version.rawValue): \(answer)")
    }
}
