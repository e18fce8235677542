internal import JSON

extension VerifiedContent {
    init?(_ presented: PresentedCredential) {
        let root = presented.root
        guard let id = root["id"]?.string, let issuerID = presented.issuerID else { return nil }
        let subject = root["credentialSubject"]
        let achievement = subject?["achievement"]
        let name = subject?["identifier"]?.elements.first { identifier in
            identifier["hashed"]?.boolean == false
                && (identifier["identityType"]?.string.map { sameBytes($0, "name") } ?? false)
        }
        self.init(
            json: presented.document.bytes, id: id, name: root["name"]?.string, issuerID: issuerID,
            issuerName: root["issuer"]?["name"]?.string, achievementName: achievement?["name"]?.string,
            achievementCode: achievement?["humanCode"]?.string,
            achievementDescription: achievement?["description"]?.string,
            criteria: achievement?["criteria"]?["narrative"]?.string,
            achievedLevel: subject?["result"]?.elements.lazy.compactMap { $0["achievedLevel"]?.string }.first,
            recipientName: name?["identityHash"]?.string,
            validFrom: root[presented.dataModel.start]?.string.flatMap(DateTime.parse)?.date,
            validUntil: root[presented.dataModel.end]?.string.flatMap(DateTime.parse)?.date)
    }
}
