internal import Credentials

/// The levels of a competence, as pages show them.
struct LevelScale {
    /// A level.
    struct Level {
        let number: String
        let name: String
        let descriptor: String
        let eqf: String?
        let isReached: Bool
    }

    let levels: [Level]
    /// What stands beside the level that is meant.
    let reachedWord: String

    init(_ credential: ReadableCredential, reached word: String = "reached") {
        reachedWord = word
        levels = credential.levels.map { level in
            Level(
                number: level.number, name: level.name, descriptor: level.descriptor,
                eqf: level.eqf.map { "Referenced to EQF \($0) by the framework." }, isReached: level.isReached)
        }
    }
}
