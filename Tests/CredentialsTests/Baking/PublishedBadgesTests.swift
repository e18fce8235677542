import Credentials
import Foundation
import JSON
import Testing

/// 1EdTech's baked badges; without the archive they are skipped.
@Suite(
    "1EdTech's baked badges",
    .enabled(if: PublishedVectors.isPresent, "no \(PublishedSamples.archive): set TESSERA_VECTORS"))
struct PublishedBadgesTests {
    static let samples = Result { try PublishedVectors.folder("ob3/validator-samples") }

    @Test("The credentials are found", arguments: ["simple-json.png", "simple-json.svg"])
    func json(name: String) throws {
        let credential = try BakedBadge.credential(in: #require(Self.samples.get()[name]))
        #expect(try JSONDocument(parsing: credential).root["type"]?[1]?.string == "OpenBadgeCredential")
    }

    @Test(
        "The tokens are found",
        arguments: ["simple-jwt.png", "simple-jwt.svg", "simple-jwt_v1.png", "simple-jwt_v1.svg"])
    func token(name: String) throws {
        let credential = try BakedBadge.credential(in: #require(Self.samples.get()[name]))
        #expect(credential.starts(with: "eyJ".utf8) && credential.split(separator: UInt8(ascii: ".")).count == 3)
    }
}
