extension BadgeArtwork {
    /// The picture of a credential.
    public init(_ credential: ReadableCredential) {
        let level = credential.level.flatMap { Int($0.number) } ?? 0
        // The code is the competence's and the level's, joined by a point.
        let code = credential.code.split(separator: ".").dropLast().joined(separator: ".")
        self.init(
            code: code.isEmpty ? credential.code : code, level: level, levels: credential.levels.count,
            title: "\(credential.competence), level \(level) of \(credential.levels.count)")
    }
}
