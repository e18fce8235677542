internal import Credentials
internal import HTTPTypes

/// The forms in which a credential is kept as a file.
enum CredentialFile: String, CaseIterable {
    /// Its JSON-LD with the proof within.
    case json
    /// A compact JWS.
    case jwt
    /// The badge with the credential baked in, as pixels.
    case png
    /// The badge with the credential baked in, as shapes.
    case svg
    /// The certificate for print.
    case pdf

    /// The media type.
    var mediaType: String {
        switch self {
        case .json: "application/vc"
        case .jwt: JWTSecuring.mediaType
        case .png: "image/png"
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        }
    }

    /// Whether browsers show it in pages.
    var isPicture: Bool { self == .png || self == .svg }

    /// The header fields of the file.
    ///
    /// - Parameter name: The file's name, without what tells its form.
    func headers(name: String) -> HTTPFields {
        let kind = isPicture ? "inline" : "attachment"
        return [
            .contentType: mediaType, .contentDisposition: "\(kind); filename=\"\(name).\(rawValue)\"",
            .xContentTypeOptions: "nosniff", .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
        ]
    }
}
