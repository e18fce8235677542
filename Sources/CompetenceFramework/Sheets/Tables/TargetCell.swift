/// A target as a text: `3`, or with a weight `3*1.5`.
struct TargetCell: Equatable {
    let level: Int
    let weight: ExactNumber?

    init(level: Int, weight: ExactNumber?) {
        self.level = level
        self.weight = weight
    }

    /// Reads a text; nil when it is no target.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            .map { Trimmed.text(String($0) ?? "") }
        guard (1...2).contains(parts.count), let level = Int(parts[0]) else { return nil }
        self.level = level
        guard parts.count == 2 else {
            weight = nil
            return
        }
        guard let number = ExactNumber(parts[1]) else { return nil }
        weight = number
    }

    /// The text.
    var text: String { "\(level)" + (weight.map { "*\($0)" } ?? "") }
}

/// Texts without the white space around them.
enum Trimmed {
    static func text(_ text: String) -> String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let bytes = text.utf8.drop(while: isSpace)
        guard let last = bytes.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(bytes[...last]) ?? text
    }
}
