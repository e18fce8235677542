/// The modules of a QR code while it is drawn.
struct QRMatrix {
    let version: Int
    let size: Int
    private(set) var isDark: [Bool]
    /// Modules that are not data: patterns, format and version.
    private var isFunction: [Bool]

    init(version: Int) {
        self.version = version
        size = 4 * version + 17
        isDark = Array(repeating: false, count: size * size)
        isFunction = isDark
    }

    func dark(_ row: Int, _ column: Int) -> Bool { isDark[row * size + column] }

    private mutating func set(_ row: Int, _ column: Int, _ value: Bool) {
        isDark[row * size + column] = value
        isFunction[row * size + column] = true
    }

    /// Draws what codes of the version have in common, and keeps the place of the format.
    mutating func drawFunctions() {
        for index in 0..<size {
            set(6, index, index.isMultiple(of: 2))
            set(index, 6, index.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        let places = alignments
        for (i, row) in places.enumerated() {
            for (j, column) in places.enumerated() {
                let isCorner =
                    (i == 0 && j == 0) || (i == 0 && j == places.count - 1) || (i == places.count - 1 && j == 0)
                if !isCorner { drawAlignment(row, column) }
            }
        }
        drawFormat(mask: 0)
        drawVersion()
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for dy in -4...4 {
            for dx in -4...4 {
                let (y, x) = (row + dy, column + dx)
                guard (0..<size).contains(y), (0..<size).contains(x) else { continue }
                let distance = max(abs(dx), abs(dy))
                set(y, x, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment(_ row: Int, _ column: Int) {
        for dy in -2...2 { for dx in -2...2 { set(row + dy, column + dx, max(abs(dx), abs(dy)) != 1) } }
    }

    /// Where alignment patterns are, in rows as in columns.
    private var alignments: [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).map { size - 7 - $0 * step }.reversed()
    }

    /// Draws the level and the mask, twice.
    mutating func drawFormat(mask: Int) {
        // Level Q is 3.
        let data = 3 << 3 | mask
        var rest = data
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (data << 10 | rest) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { set(index, 8, bit(index)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for index in 9..<15 { set(8, 14 - index, bit(index)) }
        for index in 0..<8 { set(8, size - 1 - index, bit(index)) }
        for index in 8..<15 { set(size - 15 + index, 8, bit(index)) }
        set(size - 8, 8, true)
    }

    private mutating func drawVersion() {
        guard version >= 7 else { return }
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version << 12 | rest
        for index in 0..<18 {
            let (long, short) = (size - 11 + index % 3, index / 3)
            set(short, long, bits >> index & 1 == 1)
            set(long, short, bits >> index & 1 == 1)
        }
    }

    /// Draws the data: in pairs of columns from the right, up and down in turn.
    mutating func draw(codewords: [UInt8]) {
        var index = 0
        for pair in stride(from: size - 1, through: 1, by: -2) {
            let right = pair <= 6 ? pair - 1 : pair
            for step in 0..<size {
                let isUpward = (right + 1) & 2 == 0
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isFunction[row * size + column] && index < codewords.count * 8 {
                    isDark[row * size + column] = codewords[index / 8] >> UInt8(7 - index % 8) & 1 == 1
                    index += 1
                }
            }
        }
    }

    /// Inverts the data where a mask says so.
    mutating func apply(mask: Int) {
        for y in 0..<size {
            for x in 0..<size where !isFunction[y * size + x] && Self.inverts(mask, y, x) {
                isDark[y * size + x].toggle()
            }
        }
    }

    private static func inverts(_ mask: Int, _ y: Int, _ x: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }
}
