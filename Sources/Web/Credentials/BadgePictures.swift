internal import Credentials

/// The pictures of badges as pixels, each drawn once and kept: there is one for each level of each competence.
actor BadgePictures {
    /// Pictures that are kept.
    private static let maximum = 500
    /// Their width and height.
    private static let size = 512

    private var drawn: [BadgeArtwork: [UInt8]] = [:]

    /// The picture as PNG.
    func png(_ artwork: BadgeArtwork) throws -> [UInt8] {
        if let known = drawn[artwork] { return known }
        let picture = try artwork.png(size: Self.size)
        if drawn.count >= Self.maximum { drawn.removeAll() }
        drawn[artwork] = picture
        return picture
    }
}
