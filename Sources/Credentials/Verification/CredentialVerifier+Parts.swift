import FoundationEssentials
internal import JSON

extension CredentialVerifier {
    /// How many credentials of a learner record are verified; further ones are told to be too many.
    private static let maximumParts = 200

    /// Verifies each credential of a learner record by itself: who made the record can't make them true.
    func parts(of presented: PresentedCredential, at instant: Date) async -> [VerificationReport] {
        guard presented.root.isLearnerRecord, let list = presented.root["credentialSubject"]?["verifiableCredential"]
        else { return [] }
        var reports: [VerificationReport] = []
        for part in list.elements {
            guard reports.count < Self.maximumParts, !part.isLearnerRecord else {
                let reason = "Records within records, and more than \(Self.maximumParts) credentials, are not checked."
                reports.append(.unreadable(.couldNotCheck(reason), recipient: nil, at: instant))
                if reports.count > Self.maximumParts { break }
                continue
            }
            reports.append(await verify(Array(part.bytes), at: instant))
        }
        return reports
    }
}
