extension BadgeArtwork {
    /// The picture as PNG on a transparent ground, drawn without any library.
    ///
    /// - Parameter size: the width and height in pixels, from 16 to 1024.
    public func png(size: Int) throws(CredentialError) -> [UInt8] {
        let size = min(max(size, 16), 1024)
        let pixels = pixels(size: size)
        var lines: [UInt8] = []
        lines.reserveCapacity(size * (size * 4 + 1))
        for line in 0..<size {
            // No filter: areas of one colour compress well as they are.
            lines.append(0)
            lines += pixels[line * size * 4..<(line + 1) * size * 4]
        }
        // Eight bits each of red, green, blue and opacity.
        let header = PNGChunks.bigEndian(UInt32(size)) + PNGChunks.bigEndian(UInt32(size)) + [8, 6, 0, 0, 0]
        return PNGChunks.signature + PNGChunks.chunk("IHDR", header)
            + PNGChunks.chunk("IDAT", try ZlibStream.compress(lines)) + PNGChunks.chunk("IEND", [])
    }

    /// Red, green, blue and opacity of each pixel, line by line.
    func pixels(size: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: size * size * 4)
        let scale = Double(size) / Self.size
        for shape in shapes {
            // Nothing is drawn further from the shape's points than half the line and a pixel.
            let margin = shape.width / 2 + 1 / scale
            let columns = Self.range(shape.points.map(\.x), margin, scale, size)
            for line in Self.range(shape.points.map(\.y), margin, scale, size) {
                for column in columns {
                    let place = BadgePoint((Double(column) + 0.5) / scale, (Double(line) + 0.5) / scale)
                    let cover = 0.5 - shape.distance(place) * scale
                    if cover > 0 {
                        Self.blend(shape.color, min(1, cover), into: &pixels, at: (line * size + column) * 4)
                    }
                }
            }
        }
        return pixels
    }

    private static func range(_ values: [Double], _ margin: Double, _ scale: Double, _ size: Int) -> Range<Int> {
        let first = Int((((values.min() ?? 0) - margin) * scale).rounded(.down))
        let last = Int((((values.max() ?? 0) + margin) * scale).rounded(.up))
        return min(max(first, 0), size)..<min(max(last, max(first, 0)), size)
    }

    private static func blend(_ color: BadgeColor, _ cover: Double, into pixels: inout [UInt8], at index: Int) {
        let below = Double(pixels[index + 3]) / 255
        let opacity = cover + below * (1 - cover)
        for (offset, part) in [color.red, color.green, color.blue].enumerated() {
            let old = Double(pixels[index + offset])
            let mixed = (part * cover + old * below * (1 - cover)) / opacity
            pixels[index + offset] = UInt8(min(255, mixed.rounded()))
        }
        pixels[index + 3] = UInt8((opacity * 255).rounded())
    }
}
