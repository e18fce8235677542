/// The formats in which wallets get credentials, by OpenID4VCI's names.
public enum WalletFormat: String, Sendable, CaseIterable {
    /// Open Badges 3.0 with a Data Integrity proof within it.
    case document = "ldp_vc"
    /// Open Badges 3.0 as a JWT.
    case token = "jwt_vc_json"
    /// SD-JWT VC.
    case selective = "dc+sd-jwt"

    /// The name of the format's credential configuration in the issuer's metadata.
    public var configuration: String {
        switch self {
        case .document: "CompetenceCredential_ldp_vc"
        case .token: "CompetenceCredential_jwt_vc_json"
        case .selective: "CompetenceCredential_sd_jwt_vc"
        }
    }
}
