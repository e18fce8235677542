internal import Gzip

/// The bits of a status list, one for each credential; the first is the left-most (Bitstring Status List v1.0).
///
/// ```swift
/// var bits = StatusBits()
/// bits[94567] = true
/// ```
public struct StatusBits: Hashable, Sendable {
    /// The fewest entries that a list may have, so that one credential can hide among the others.
    public static let minimumCount = 131_072
    /// The size beyond which bits that somebody else compressed aren't expanded.
    static let maximumBytes = 16 << 20

    /// The bits as bytes.
    public private(set) var bytes: [UInt8]

    /// Bits that aren't set; their number is rounded up to whole bytes.
    public init(count: Int = minimumCount) {
        bytes = [UInt8](repeating: 0, count: (max(count, Self.minimumCount) + 7) / 8)
    }

    /// How many bits there are.
    public var count: Int { bytes.count * 8 }

    /// Whether the bit of an entry is set.
    public subscript(index: Int) -> Bool {
        get { bytes[index / 8] & Self.mask(index) != 0 }
        set { if newValue { bytes[index / 8] |= Self.mask(index) } else { bytes[index / 8] &= ~Self.mask(index) } }
    }

    private static func mask(_ index: Int) -> UInt8 { 0x80 >> UInt8(index % 8) }

    /// The bits compressed with gzip, in multibase: the member `encodedList`.
    public func encoded() throws(CredentialError) -> String {
        let compressor: GzipCompressor
        do { compressor = try GzipCompressor() } catch {
            throw CredentialError(.invalidStatusList, "The list could not be compressed: \(error)")
        }
        return Multibase.base64URL(compressor.compress(bytes) + compressor.finish())
    }

    /// Reads bits that were compressed.
    /// - Throws: ``StatusListError`` when the text isn't of the form, or the bits are too many.
    public init(encoded text: String) async throws {
        guard text.utf8.first == UInt8(ascii: "u"), let compressed = Base64URL.decode(text.utf8.dropFirst()),
            !compressed.isEmpty
        else {
            throw StatusListError(.malformedValue, "The list is not in multibase base64url (u…).")
        }
        var bytes: [UInt8] = []
        do {
            let expander = try GzipExpander()
            try await expander.expand(compressed) { piece in
                bytes += piece
                guard bytes.count <= Self.maximumBytes else { throw Self.tooLarge }
            }
            try expander.finish()
        } catch let error as GzipError {
            throw StatusListError(.malformedValue, error.description)
        }
        self.bytes = bytes
    }

    private static let tooLarge = StatusListError(
        .malformedValue, "The list has more than \(maximumBytes) bytes when it is expanded.")
}
