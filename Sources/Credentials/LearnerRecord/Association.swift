/// How two achievements of a learner record belong together (CLR 2.0, `Association`).
struct Association: Hashable, Sendable {
    /// The id of the achievement that comes first.
    let source: String
    /// The id of the achievement that it leads to.
    let target: String

    /// The next higher level that the person has on the same scale, for each level.
    ///
    /// Of renewals, which are the same achievement again, only one counts.
    static func levels(of credentials: [RecordedCredential]) -> [Association] {
        var scales: [[UInt8]: [Int: String]] = [:]
        for credential in credentials {
            guard let scale = credential.scale, let level = credential.level, let achievement = credential.achievement
            else { continue }
            scales[Array(scale.utf8), default: [:]][level] = achievement
        }
        let inOrder = scales.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { scale in
            scale.value.sorted { $0.key < $1.key }.map(\.value)
        }
        return inOrder.flatMap { achievements in
            zip(achievements, achievements.dropFirst()).map { Association(source: $0.0, target: $0.1) }
        }
    }

    var tree: JSONTree {
        .object(
            .init("type", "Association"), .init("associationType", "precedes"), .init("sourceId", source),
            .init("targetId", target))
    }
}
