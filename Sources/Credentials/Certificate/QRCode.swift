/// A QR code (ISO/IEC 18004): bytes at error level Q, which a quarter of it may be lost of.
///
/// ```swift
/// let code = try QRCode("https://tessera.example/v/6Zk…")
/// let isDark = code[0, 0]
/// ```
public struct QRCode: Sendable, Equatable {
    /// The version, 1 to 40: how large it is.
    public let version: Int
    /// The mask that was laid over the data, 0 to 7.
    public let mask: Int
    /// Modules on each side, without the light border of four that has to surround it.
    public var size: Int { 4 * version + 17 }

    private let isDark: [Bool]

    /// The width of the light border, in modules.
    public static let border = 4

    /// The smallest code of a text.
    ///
    /// - Parameter mask: The mask; nil to choose the one that makes the code easiest to read.
    /// - Throws: ``CredentialError`` when the text has more than the 1,663 bytes that the largest code holds.
    public init(_ text: String, mask: Int? = nil) throws(CredentialError) {
        let bytes = Array(text.utf8)
        guard let version = (1...40).first(where: { bytes.count <= QRCapacity(version: $0).bytes }) else {
            throw CredentialError(.invalidCredential, "A QR code cannot hold \(bytes.count) bytes.")
        }
        let capacity = QRCapacity(version: version)
        var matrix = QRMatrix(version: version)
        matrix.drawFunctions()
        matrix.draw(codewords: QRCodewords(bytes, capacity: capacity).interleaved)
        let candidates = (mask.map { $0...$0 } ?? 0...7).map { mask in
            var masked = matrix
            masked.apply(mask: mask)
            masked.drawFormat(mask: mask)
            return (mask: mask, matrix: masked)
        }
        let best =
            candidates.count == 1
            ? candidates[0] : candidates.min { $0.matrix.penalty < $1.matrix.penalty } ?? candidates[0]
        self.version = version
        self.mask = best.mask
        isDark = best.matrix.isDark
    }

    /// Whether the module in a row and a column is dark.
    public subscript(row: Int, column: Int) -> Bool { isDark[row * size + column] }

    /// The runs of dark modules, row by row: their row, first column and length.
    var runs: [(row: Int, column: Int, length: Int)] {
        var runs: [(row: Int, column: Int, length: Int)] = []
        for row in 0..<size {
            for column in 0..<size where self[row, column] {
                if let last = runs.last, last.row == row, last.column + last.length == column {
                    runs[runs.count - 1].length += 1
                } else {
                    runs.append((row, column, 1))
                }
            }
        }
        return runs
    }
}
