/// An error of building, signing or reading credentials and the documents around them.
///
/// Whether a credential *verifies* is never told by an error: see ``VerificationReport``.
public struct CredentialError: Error, Hashable, Sendable {
    /// What kind of thing went wrong.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Base: String {
            case invalidBaseURL, invalidDID, invalidKey, invalidDocument, invalidToken, invalidCredential
            case invalidStatement, signingFailed, invalidGraph, tooComplex, invalidProof
            case unknownContext, unreadableName, invalidStatusList, invalidImage
        }

        private let base: Base

        private init(_ base: Base) { self.base = base }

        /// A base URL from which no issuer identity can be made.
        public static let invalidBaseURL = Self(.invalidBaseURL)
        /// A text that is no `did:web` identifier.
        public static let invalidDID = Self(.invalidDID)
        /// Key material of an unknown kind, or not in the form that its kind has.
        public static let invalidKey = Self(.invalidKey)
        /// A DID document that breaks the rules it is read by.
        public static let invalidDocument = Self(.invalidDocument)
        /// A token that isn't a compact JWS of the allowed kind.
        public static let invalidToken = Self(.invalidToken)
        /// Values that make no Open Badges credential.
        public static let invalidCredential = Self(.invalidCredential)
        /// An evidence statement that can't be brought into canonical form.
        public static let invalidStatement = Self(.invalidStatement)
        /// A signer that gave no usable signature.
        public static let signingFailed = Self(.signingFailed)
        /// N-Quads that can't be read, or a document whose graph wouldn't hold all that it says.
        public static let invalidGraph = Self(.invalidGraph)
        /// A proof that can't be read, or that doesn't belong to its document.
        public static let invalidProof = Self(.invalidProof)
        /// A status list that can't be made.
        public static let invalidStatusList = Self(.invalidStatusList)
        /// An image that is damaged, or that holds no credential or too many.
        public static let invalidImage = Self(.invalidImage)
        /// A document with a context that isn't known.
        public static let unknownContext = Self(.unknownContext)
        /// A document that says something under a name by which nobody would look for it.
        public static let unreadableName = Self(.unreadableName)
        /// A graph that would take more work than is spent on one.
        public static let tooComplex = Self(.tooComplex)

        /// The name of the code.
        public var description: String { base.rawValue }
    }

    /// The kind of the error.
    public let code: Code
    /// What is wrong, in a sentence without key material.
    public let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension CredentialError: CustomStringConvertible {
    /// The code and the message.
    public var description: String { "\(code): \(message)" }
}
