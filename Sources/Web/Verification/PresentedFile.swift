internal import Credentials
internal import FoundationEssentials

/// What somebody handed in, whatever it is kept in: the credential itself, or a file that holds one.
struct PresentedFile {
    /// The token or JSON; an error where the file should hold one and doesn't.
    let credential: Result<[UInt8], CredentialError>

    init(_ bytes: [UInt8]) {
        guard !bytes.starts(with: Self.photo) else {
            credential = .failure(
                CredentialError(
                    .invalidImage,
                    "A photo (JPEG) holds no credential. If it shows a QR code, hand in the link below the code."))
            return
        }
        guard BakedBadge.isImage(bytes) else {
            credential = .success(bytes)
            return
        }
        do { credential = .success(try BakedBadge.credential(in: bytes)) } catch { credential = .failure(error) }
    }

    /// How JPEG files begin.
    private static let photo: [UInt8] = [0xFF, 0xD8, 0xFF]

    /// What a verifier finds for now.
    func report(by verifier: CredentialVerifier, recipient: String?) async -> VerificationReport {
        switch credential {
        case .success(let credential): await verifier.verify(credential, at: Date(), recipient: recipient)
        case .failure(let error): .unreadable(error, recipient: recipient, at: Date())
        }
    }
}
