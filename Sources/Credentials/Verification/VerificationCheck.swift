/// One named check of a credential and what came out.
public struct VerificationCheck: Hashable, Sendable {
    /// The checks, in the order in which they are made.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        /// It is a credential in a form that is known, and the parts that are told twice agree.
        case format
        /// It has the members that Open Badges 3.0 asks for, in their shapes.
        case schema
        /// The signature was made with the key.
        case signature
        /// The key is really one that the issuer lists for signing credentials.
        case issuer
        /// Of an SD-JWT VC: what is disclosed is what was signed.
        case disclosures
        /// Of an SD-JWT VC: the holder signed what is shown.
        case binding
        /// The issuer hasn't revoked it.
        case status
        /// It is in force.
        case dates
        /// It is about the person that somebody named.
        case recipient

        /// The checks of every form but SD-JWT VC, which has all.
        public static let common = allCases.filter { $0 != .disclosures && $0 != .binding }
    }

    /// Which check.
    public let name: Name
    /// What came out.
    public let outcome: CheckOutcome
    /// The faults one by one, where there can be several.
    public let faults: [SchemaFault]

    init(_ name: Name, _ outcome: CheckOutcome, faults: [SchemaFault] = []) {
        self.name = name
        self.outcome = outcome
        self.faults = faults
    }

    /// The outcome in plain words.
    public var text: String {
        outcome.reason ?? (outcome == .passed ? passedText : "Nobody was named to compare with.")
    }

    private var passedText: String {
        switch name {
        case .format: "It is a credential in a form that can be checked."
        case .schema: "It has everything that an Open Badge 3.0 must have."
        case .signature: "The signature fits: nothing was changed since it was signed."
        case .issuer: "The key that it names is one that the issuer itself publishes for signing credentials."
        case .disclosures: "All that is disclosed stands as a digest in what was signed."
        case .binding:
            "Whoever showed it has the key that it is bound to. For whom and to which question it was shown only they can tell."
        case .status: "The issuer has not revoked it."
        case .dates: "It is in force."
        case .recipient: "It was issued to the person you named."
        }
    }
}
