/// Images that carry a credential: PNG and SVG (Open Badges 3.0, *Baked Badges*).
///
/// ```swift
/// let image = try BakedBadge.bake(secured.bytes, into: artwork.png(size: 512))
/// let credential = try BakedBadge.credential(in: image)
/// ```
public enum BakedBadge {
    /// The image with a credential in it, which is JSON or a compact JWS.
    ///
    /// - Throws: ``CredentialError`` when the image is neither PNG nor SVG, is damaged, or holds a credential already.
    public static func bake(_ credential: [UInt8], into image: [UInt8]) throws(CredentialError) -> [UInt8] {
        guard credential.count <= CompactJWS.maximumBytes, String(validating: credential, as: UTF8.self) != nil else {
            throw CredentialError(.invalidCredential, "The credential is too large for an image, or not UTF-8.")
        }
        guard credential.first == UInt8(ascii: "{") || (try? CompactJWS(parsing: credential)) != nil else {
            throw CredentialError(.invalidCredential, "The credential to be baked is neither JSON nor a compact JWS.")
        }
        if PNGChunks.isPNG(image) { return try BakedPNG.bake(credential, into: image) }
        return try BakedSVG.bake(credential, into: image)
    }

    /// The credential in an image, or attached to a PDF document.
    ///
    /// - Throws: ``CredentialError`` when the file holds none or several, or is damaged.
    public static func credential(in image: [UInt8]) throws(CredentialError) -> [UInt8] {
        if EmbeddedPDF.isPDF(image) { return try EmbeddedPDF.credential(in: image) }
        if PNGChunks.isPNG(image) { return try BakedPNG.credential(in: image) }
        return try BakedSVG.credential(in: image)
    }

    /// Whether bytes look like a file that may hold a credential: PNG, markup, or a PDF document.
    public static func isImage(_ bytes: [UInt8]) -> Bool {
        PNGChunks.isPNG(bytes) || EmbeddedPDF.isPDF(bytes)
            || bytes.first { !XMLScanner.isSpace($0) } == UInt8(ascii: "<")
    }
}
