import Synchronization
import Testing

/// Which tests show which requirements, as far as the tests are part of this run.
enum Coverage {
    private static let tests = Mutex<[String: [String: Int]]>([:])

    /// The tests of each requirement, with the number of their examples.
    static var byRequirement: [String: [String: Int]] { tests.withLock { $0 } }

    static func add(_ requirements: [String], of test: Test) {
        let path = test.id.nameComponents.dropFirst().dropLast().filter { $0 != "ConformanceTests" }
        let suite = path.joined(separator: " ").replacing("SharedServerTests ", with: "")
        let name = suite + ": " + (test.displayName ?? test.name)
        tests.withLock { for requirement in requirements { $0[requirement, default: [:]][name, default: 0] += 1 } }
    }
}

/// Says which requirements a test shows; see ``Requirement``.
struct CoveredRequirements: TestTrait {
    let ids: [String]

    /// Called for every test of a run before the first of them starts.
    func prepare(for test: Test) async throws { Coverage.add(ids, of: test) }
}

extension Trait where Self == CoveredRequirements {
    /// The test shows these requirements.
    static func covers(_ ids: String...) -> Self { Self(ids: ids) }

    /// The test shows what its examples show.
    static func covers(_ examples: [StatementExample]) -> Self { Self(ids: examples.flatMap(\.requirements)) }
}
