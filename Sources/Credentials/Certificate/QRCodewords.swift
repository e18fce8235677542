/// The codewords of a QR code: the data in byte mode, split into blocks, each with its Reed-Solomon correction.
struct QRCodewords {
    private let data: [UInt8]
    private let capacity: QRCapacity

    init(_ bytes: [UInt8], capacity: QRCapacity) {
        self.capacity = capacity
        var bits = BitWriter()
        bits.append(0b0100, count: 4)
        bits.append(bytes.count, count: capacity.countBits)
        for byte in bytes { bits.append(Int(byte), count: 8) }
        let room = capacity.dataCodewords * 8
        bits.append(0, count: min(4, room - bits.count))
        var data = bits.bytes
        for index in 0..<(capacity.dataCodewords - data.count) { data.append(index.isMultiple(of: 2) ? 0xEC : 0x11) }
        self.data = data
    }

    /// The codewords in the order in which the code has them: one of each block in turn.
    var interleaved: [UInt8] {
        let shortLength = capacity.dataCodewords / capacity.blocks
        let shortBlocks = capacity.blocks - capacity.dataCodewords % capacity.blocks
        let generator = ReedSolomon.generator(degree: capacity.correctionPerBlock)
        var blocks: [ArraySlice<UInt8>] = []
        var rest = data[...]
        for index in 0..<capacity.blocks {
            let length = shortLength + (index < shortBlocks ? 0 : 1)
            blocks.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        let corrections = blocks.map { ReedSolomon.remainder(of: $0, by: generator) }
        var result: [UInt8] = []
        for place in 0...shortLength {
            for block in blocks where place < block.count { result.append(block[block.startIndex + place]) }
        }
        for place in 0..<capacity.correctionPerBlock { result += corrections.map { $0[place] } }
        return result
    }
}

/// Bits, the most significant first.
private struct BitWriter {
    private(set) var count = 0
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: Int, count bits: Int) {
        for bit in stride(from: bits - 1, through: 0, by: -1) {
            if count % 8 == 0 { bytes.append(0) }
            if value >> bit & 1 == 1 { bytes[count / 8] |= 0x80 >> UInt8(count % 8) }
            count += 1
        }
    }
}

/// Reed-Solomon codes over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1.
private enum ReedSolomon {
    /// The generator, without its leading 1.
    static func generator(degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                result[index] = multiply(result[index], root)
                if index + 1 < degree { result[index] ^= result[index + 1] }
            }
            root = multiply(root, 2)
        }
        return result
    }

    static func remainder(of data: ArraySlice<UInt8>, by generator: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for index in result.indices { result[index] ^= multiply(generator[index], factor) }
        }
        return result
    }

    private static func multiply(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var product = 0
        for bit in stride(from: 7, through: 0, by: -1) {
            product = product << 1 ^ (product >> 7) * 0x11D
            if other >> UInt8(bit) & 1 == 1 { product ^= Int(one) }
        }
        return UInt8(product)
    }
}
