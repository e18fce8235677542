internal import Frameworks

/// A level as words and as a row of four cells.
struct LevelMeter {
    /// One of the four cells.
    struct Cell {
        let isFull: Bool
    }

    let number: Int
    /// The level's name; `Level 3` where it has none.
    let name: PageText
    let cells: [Cell]

    init(_ level: Int, name: FrameworkText? = nil) {
        number = level
        self.name = name.map { PageText($0) } ?? PageText("Level \(level)", language: "en")
        cells = (1...4).map { Cell(isFull: $0 <= level) }
    }
}

/// One of the levels of a competence, with its descriptor.
struct LevelCard {
    /// The element's id, to which links to the level lead.
    let anchor: String
    let meter: LevelMeter
    let descriptor: PageText
    let eqf: Int?

    init(_ level: FrameworkContent.Item) {
        anchor = PathSegment.encoded(level.code)
        meter = LevelMeter(level.level ?? 0, name: level.name)
        descriptor = PageText(level.statement)
        eqf = level.eqf
    }
}
