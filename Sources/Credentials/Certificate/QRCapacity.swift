/// How much a QR code of a version holds at level Q, and in which blocks (ISO/IEC 18004, table 9).
struct QRCapacity {
    let version: Int
    /// Codewords of error correction in each block.
    let correctionPerBlock: Int
    /// Blocks that the data are spread over.
    let blocks: Int

    private static let corrections = [
        13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30, 30,
        30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ]
    private static let blockCounts = [
        1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43,
        45,
        48, 51, 53, 56, 59, 62, 65, 68,
    ]

    init(version: Int) {
        self.version = version
        correctionPerBlock = Self.corrections[version - 1]
        blocks = Self.blockCounts[version - 1]
    }

    /// All codewords of the code.
    var codewords: Int {
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let alignments = version / 7 + 2
            modules -= (25 * alignments - 10) * alignments - 55
            if version >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    /// Codewords of data.
    var dataCodewords: Int { codewords - blocks * correctionPerBlock }

    /// Bits of the number that tells how many bytes follow.
    var countBits: Int { version < 10 ? 8 : 16 }

    /// How many bytes fit.
    var bytes: Int { dataCodewords - (4 + countBits + 7) / 8 }
}
