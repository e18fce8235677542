/// Gives the files of a zip archive that is held in memory, by name; nothing is ever written to a disk.
///
/// What the files expand to is bounded before anything is expanded: a file is expanded to exactly the size its entry
/// says, and the sizes of all files that are asked for count against one limit.
struct ZipReader {
    private struct Entry {
        let method: Int
        let checksum: UInt32
        let compressed: Int
        let expanded: Int
        let offset: Int
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]
    private var budget: Int

    /// Looks through an archive's directory.
    init(_ bytes: [UInt8], maximumExpanded: Int) throws(ContainerError) {
        self.bytes = bytes
        budget = maximumExpanded
        let end = try endRecord()
        guard let count = number16(end + 10), let start = number32(end + 16) else { throw Self.cut }
        var offset = start
        for _ in 0..<count {
            guard number32(offset) == 0x0201_4B50, let flags = number16(offset + 8), let method = number16(offset + 10),
                let checksum = number32(offset + 16), let compressed = number32(offset + 20),
                let expanded = number32(offset + 24), let nameLength = number16(offset + 28),
                let extraLength = number16(offset + 30), let commentLength = number16(offset + 32),
                let local = number32(offset + 42), offset + 46 + nameLength <= bytes.count
            else { throw Self.cut }
            guard flags & 1 == 0 else { throw ContainerError("The file is encrypted.") }
            let name = String(decoding: bytes[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self)
            let entry = Entry(
                method: method, checksum: UInt32(truncatingIfNeeded: checksum), compressed: compressed,
                expanded: expanded, offset: local)
            guard entries.updateValue(entry, forKey: name) == nil else {
                throw ContainerError("The archive has \"\(name)\" twice.")
            }
            offset += 46 + nameLength + extraLength + commentLength
        }
    }

    /// The content of a file; nil when there is none of the name.
    mutating func content(_ name: String) throws(ContainerError) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard entry.expanded <= budget else { throw ContainerError("The workbook expands to more than the limit.") }
        budget -= entry.expanded
        guard number32(entry.offset) == 0x0403_4B50, let nameLength = number16(entry.offset + 26),
            let extraLength = number16(entry.offset + 28)
        else { throw Self.cut }
        let start = entry.offset + 30 + nameLength + extraLength
        guard start + entry.compressed <= bytes.count else { throw Self.cut }
        let data = Array(bytes[start..<(start + entry.compressed)])
        let content: [UInt8]?
        switch entry.method {
        case 0: content = data.count == entry.expanded ? data : nil
        case 8: content = Deflate.expanded(data, count: entry.expanded)
        default: throw ContainerError("\"\(name)\" is compressed in a way that workbooks are not.")
        }
        guard let content, Deflate.checksum(content) == entry.checksum else {
            throw ContainerError("\"\(name)\" is damaged.")
        }
        return content
    }

    private static let cut = ContainerError("The file is no workbook (.xlsx), or it is damaged.")

    /// The last record of the archive, which a comment of up to 65,535 bytes may follow.
    private func endRecord() throws(ContainerError) -> Int {
        guard bytes.count >= 22 else { throw Self.cut }
        for offset in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 0xFFFF), by: -1)
        where bytes[offset] == 0x50 && number32(offset) == 0x0605_4B50 {
            return offset
        }
        throw Self.cut
    }

    private func number16(_ offset: Int) -> Int? {
        guard offset >= 0, offset + 2 <= bytes.count else { return nil }
        return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    }

    private func number32(_ offset: Int) -> Int? {
        guard let low = number16(offset), let high = number16(offset + 2) else { return nil }
        return low | high << 16
    }
}
