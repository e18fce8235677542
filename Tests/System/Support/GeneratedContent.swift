import Crypto
import Foundation

/// Content that nobody holds: made piece by piece, the same each time, each piece unlike the others.
struct GeneratedContent: Sendable {
    static let pieceBytes = 64 << 10

    let byteCount: Int
    /// Tells one content from another.
    let seed: UInt64

    /// Calls a closure with each piece, in order.
    func forEachPiece(_ body: (ArraySlice<UInt8>) async throws -> Void) async rethrows {
        var piece = Self.noise
        var place = 0
        while place < byteCount {
            for shift in 0..<8 {
                piece[shift] = UInt8(truncatingIfNeeded: (seed &+ UInt64(place)) >> UInt64(8 * shift))
            }
            try await body(piece[..<min(Self.pieceBytes, byteCount - place)])
            place += Self.pieceBytes
        }
    }

    /// SHA-256 in hexadecimal.
    var sha256: String {
        get async {
            var digest = SHA256()
            await forEachPiece { digest.update(data: $0) }
            return digest.finalize().hexadecimal
        }
    }

    private static let noise: [UInt8] = (0..<pieceBytes).map { _ in UInt8.random(in: .min ... .max) }
}

extension Digest {
    /// The digest as hexadecimal digits.
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
