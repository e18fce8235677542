/// The level items of competences by their number.
struct LevelTable {
    private struct Rung: Hashable {
        let competence: Int
        let level: Int
    }

    private var positions: [Rung: Int] = [:]

    init(_ items: [CFItem], _ parents: [Int?]) {
        for (position, item) in items.enumerated() where item.kind == .level {
            guard let competence = parents[position], let level = item.level else { continue }
            let rung = Rung(competence: competence, level: level)
            if positions[rung] == nil { positions[rung] = position }
        }
    }

    /// The first level item of a number below a competence.
    func position(_ level: Int, of competence: Int) -> Int? {
        positions[Rung(competence: competence, level: level)]
    }
}
