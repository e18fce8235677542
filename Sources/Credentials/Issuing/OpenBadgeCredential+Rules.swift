extension OpenBadgeCredential {
    /// Refuses what would make a credential that a strict verifier refuses or that reads differently as a graph.
    func check() throws(CredentialError) {
        let competence = award.competence
        let levels = competence.levels
        try require(Set(levels.map(\.number)).count == levels.count, "A level stands twice on the scale.")
        try require(levels.allSatisfy { $0.number > 0 }, "Levels are counted from 1.")
        try require(levels.compactMap(\.indicativeEQF).allSatisfy((1...8).contains), "EQF knows levels 1 to 8.")
        let texts = [
            award.issuer.name, competence.code, competence.name, competence.framework.name, award.criteria,
            level.descriptor,
        ]
        try require(texts.allSatisfy { !$0.isEmpty }, "A text that a badge must have is empty.")
        try require(levels.allSatisfy { !$0.name.isEmpty }, "A level has no name.")
        for uri in uris {
            try require(Self.isURI(uri), "“\(uri)” is not an absolute URI.")
        }
        // Nodes with the same id are one node in the graph that is signed by embedded proofs.
        let nodes =
            [id, subjectID, award.achievementID, competence.uri, award.issuer.id] + levels.map(\.uri)
            + [award.source?.id].compactMap(\.self) + award.translations.map(\.id)
        try require(Set(nodes.map { [UInt8]($0.utf8) }).count == nodes.count, "Two different things have the same URI.")
        try require((award.status?.index ?? 0) >= 0, "The index on the status list is negative.")
        try checkDates()
        try require(
            award.evidence.allSatisfy { $0.digestMultibase.utf8.first == UInt8(ascii: "u") && !$0.name.isEmpty },
            "A piece of evidence has no name, or a digest that is not multibase base64url.")
    }

    private func checkDates() throws(CredentialError) {
        let dates = [award.validFrom, award.validUntil, award.awardedDate].compactMap(\.self).map {
            Instant($0).seconds
        }
        try require(dates.allSatisfy(DateTime.nameable.contains), "A date is outside the years 1 to 9999.")
        if let validUntil = award.validUntil {
            let lasts = Instant(validUntil).seconds > Instant(award.validFrom).seconds
            try require(lasts, "The credential would end before it begins.")
        }
    }

    private var uris: [String] {
        let competence = award.competence
        let optional = [
            award.issuer.url, award.issuer.image, competence.framework.uri, award.source?.id, award.status?.list,
            award.image,
        ]
        return [award.issuer.id, award.achievementID, competence.uri] + competence.levels.map(\.uri)
            + optional.compactMap(\.self) + award.translations.map(\.id)
    }

    private func require(_ condition: Bool, _ message: String) throws(CredentialError) {
        guard condition else { throw CredentialError(.invalidCredential, message) }
    }

    /// Whether a text is a scheme, a colon and something without white space.
    static func isURI(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].allSatisfy(isSchemeCharacter) && parts[1].allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func isSchemeCharacter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
    }
}
