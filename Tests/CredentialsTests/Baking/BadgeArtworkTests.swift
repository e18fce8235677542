import Foundation
import Testing

@testable import Credentials

@Suite("Pictures of badges")
struct BadgeArtworkTests {
    let artwork = BadgeArtwork(code: "B3", level: 2, levels: 4, title: "Mediation & more, level 2")

    /// The colours of a drawing, and how often each stands in it.
    func colors(_ artwork: BadgeArtwork, size: Int = 64) -> [[UInt8]: Int] {
        let pixels = artwork.pixels(size: size)
        return stride(from: 0, to: pixels.count, by: 4).reduce(into: [:]) {
            $0[Array(pixels[$1..<$1 + 4]), default: 0] += 1
        }
    }

    @Test("Corners are transparent, the middle is not, and edges are smooth")
    func pixels() {
        let pixels = artwork.pixels(size: 64)
        #expect(pixels[3] == 0 && pixels[pixels.count - 1] == 0 && pixels[(32 * 64 + 32) * 4 + 3] == 255)
        #expect(colors(artwork).keys.contains { (1...254).contains($0[3]) })
    }

    @Test("At 64 pixels the code is white and the steps reached are gold, more of them at a higher level")
    func readable() {
        let gold: [UInt8] = [0xFF, 0xC9, 0x40, 0xFF]
        let white: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
        let counts = (1...4).map { colors(BadgeArtwork(code: "B3", level: $0, levels: 4, title: ""))[gold] ?? 0 }
        #expect(counts[0] > 10 && counts == counts.sorted() && Set(counts).count == 4)
        #expect(colors(artwork)[white] ?? 0 > 60)
        #expect(colors(BadgeArtwork(code: "C4.2", level: 1, levels: 4, title: ""))[white] ?? 0 > 40)
    }

    @Test(
        "Every level of every scale is drawn within the picture, whatever the code", arguments: [0, 1, 2, 5, 8, 12, 40])
    func scales(levels: Int) {
        for code in ["", "B3", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "Łuć?", "0123456789.-/"] {
            let shapes = BadgeArtwork(code: code, level: levels, levels: levels, title: "").shapes
            let points = shapes.flatMap(\.points)
            #expect(points.allSatisfy { (0...128).contains($0.x) && (0...128).contains($0.y) })
            #expect(shapes.filter(\.isFilled).count == 1 + min(max(levels, 1), 12))
        }
    }

    @Test("White can be read on each of the colours (4.5 to 1 at least)")
    func contrast() {
        func luminance(_ color: BadgeColor) -> Double {
            let parts = [color.red, color.green, color.blue].map { part in
                part / 255 <= 0.04045 ? part / 255 / 12.92 : pow((part / 255 + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        #expect(BadgeArtwork.colors.allSatisfy { 1.05 / (luminance($0) + 0.05) >= 4.5 })
    }

    @Test("The PNG is whole, its pixels come out of zlib's stream, and a credential can be baked into it")
    func png() throws {
        let png = try artwork.png(size: 64)
        let chunks = try PNGChunks(png).chunks
        #expect(chunks.map { String(decoding: $0.type, as: UTF8.self) } == ["IHDR", "IDAT", "IEND"])
        #expect(Array(chunks[0].data) == [0, 0, 0, 64, 0, 0, 0, 64, 8, 6, 0, 0, 0])
        #expect(chunks[1].data.starts(with: [0x78, 0x9C]) && png.count < 8192)
        let baked = try BakedBadge.bake(Array("{}".utf8), into: png)
        #expect(try BakedBadge.credential(in: baked) == Array("{}".utf8))
        #expect(try artwork.png(size: 1) == artwork.png(size: 16))
    }

    @Test("The SVG says what it shows, holds one path for each shape, and a credential can be baked into it")
    func svg() throws {
        let svg = String(decoding: artwork.svg, as: UTF8.self)
        #expect(svg.contains("<title>Mediation &amp; more, level 2</title>"))
        #expect(svg.components(separatedBy: "<path ").count - 1 == artwork.shapes.count)
        #expect(svg.contains("rgb(255,201,64)") && !svg.contains("nan"))
        let baked = try BakedBadge.bake(Array("{}".utf8), into: artwork.svg)
        #expect(try BakedBadge.credential(in: baked) == Array("{}".utf8))
    }

    @Test("Checksums are those of the standards' check values")
    func checksums() {
        #expect(Checksums.crc32("123456789".utf8) == 0xCBF4_3926)
        #expect(Checksums.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    }
}
