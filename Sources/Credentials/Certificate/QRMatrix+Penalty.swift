extension QRMatrix {
    /// How hard the code is to read (ISO/IEC 18004 §7.8.3): long runs, blocks, what looks like a finder, imbalance.
    var penalty: Int {
        let lines =
            (0..<size).map { row in (0..<size).map { dark(row, $0) } }
            + (0..<size).map { column in (0..<size).map { dark($0, column) } }
        return lines.reduce(0) { $0 + Self.runs($1) + Self.finders($1) } + blocks + imbalance
    }

    /// Five or more modules of a colour in a row.
    private static func runs(_ line: [Bool]) -> Int {
        var (penalty, length) = (0, 1)
        for index in 1...line.count {
            if index < line.count, line[index] == line[index - 1] {
                length += 1
            } else {
                if length >= 5 { penalty += length - 2 }
                length = 1
            }
        }
        return penalty
    }

    /// Dark and light in the proportion 1:1:3:1:1 with four light ones before or after.
    private static func finders(_ line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        var penalty = 0
        for start in 0...(line.count - finder.count) where Array(line[start..<(start + 7)]) == finder {
            let before = (start - 4)..<start, after = (start + 7)..<(start + 11)
            let isLight = [before, after].contains { range in
                range.allSatisfy { !line.indices.contains($0) || !line[$0] }
            }
            if isLight { penalty += 40 }
        }
        return penalty
    }

    /// Squares of two by two in a colour.
    private var blocks: Int {
        var count = 0
        for row in 1..<size {
            for column in 1..<size {
                let color = dark(row, column)
                if dark(row - 1, column) == color, dark(row, column - 1) == color, dark(row - 1, column - 1) == color {
                    count += 1
                }
            }
        }
        return count * 3
    }

    /// How far the dark modules are from half of all.
    private var imbalance: Int {
        let total = size * size
        let dark = isDark.lazy.filter(\.self).count
        return (abs(dark * 20 - total * 10) * 10 / total / 10) * 10
    }
}
