/// Makes a zip archive: the same bytes for the same files.
struct ZipWriter {
    private var archive: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a file, compressed.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let compressed = Deflate.compressed(content)
        let data = compressed ?? content
        var entry: [UInt8] = []
        Self.append16(20, to: &entry)  // deflate needs version 2.0
        Self.append16(0x0800, to: &entry)  // names are UTF-8
        Self.append16(compressed == nil ? 0 : 8, to: &entry)
        // No time of writing: midnight on 1 January 1980, the first that the format knows.
        Self.append16(0, to: &entry)
        Self.append16(0x0021, to: &entry)
        Self.append32(Deflate.checksum(content), to: &entry)
        Self.append32(UInt32(truncatingIfNeeded: data.count), to: &entry)
        Self.append32(UInt32(truncatingIfNeeded: content.count), to: &entry)
        Self.append16(UInt16(truncatingIfNeeded: name.utf8.count), to: &entry)
        Self.append16(0, to: &entry)

        let offset = archive.count
        Self.append32(0x0403_4B50, to: &archive)
        archive += entry
        archive += name.utf8
        archive += data

        Self.append32(0x0201_4B50, to: &directory)
        Self.append16(20, to: &directory)
        directory += entry
        Self.append16(0, to: &directory)  // no comment
        Self.append16(0, to: &directory)  // the first disk
        Self.append16(0, to: &directory)
        Self.append32(0, to: &directory)
        Self.append32(UInt32(truncatingIfNeeded: offset), to: &directory)
        directory += name.utf8
        count += 1
    }

    /// The whole archive.
    func finish() -> [UInt8] {
        var bytes = archive + directory
        Self.append32(0x0605_4B50, to: &bytes)
        Self.append32(0, to: &bytes)
        Self.append16(UInt16(truncatingIfNeeded: count), to: &bytes)
        Self.append16(UInt16(truncatingIfNeeded: count), to: &bytes)
        Self.append32(UInt32(truncatingIfNeeded: directory.count), to: &bytes)
        Self.append32(UInt32(truncatingIfNeeded: archive.count), to: &bytes)
        Self.append16(0, to: &bytes)
        return bytes
    }

    private static func append16(_ value: UInt16, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    }

    private static func append32(_ value: UInt32, to bytes: inout [UInt8]) {
        append16(UInt16(truncatingIfNeeded: value), to: &bytes)
        append16(UInt16(truncatingIfNeeded: value >> 16), to: &bytes)
    }
}
