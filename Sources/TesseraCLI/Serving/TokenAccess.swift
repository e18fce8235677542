import Foundation
import Operations

/// The verifier of bearer tokens that the settings describe.
enum TokenAccess {
    /// Bytes of a set of keys.
    private static let maximumBytes = 1 << 20

    /// - Throws: `Settings.Invalid` when only part of an issuer is set, or its keys come by an open way.
    static func verifier(_ settings: Settings) throws -> TokenVerifier? {
        let parts = [settings.tokenIssuer, settings.tokenAudience, settings.tokenKeysURL]
        guard parts.contains(where: { $0 != nil }) else { return nil }
        guard let issuer = settings.tokenIssuer, let audience = settings.tokenAudience,
            let keysURL = settings.tokenKeysURL
        else {
            throw Settings.Invalid(
                name: "token_issuer", rule: "token_issuer, token_audience and token_keys_url are set together.")
        }
        guard let url = URL(string: keysURL), let host = url.host, HTTPExchange.isSafe(scheme: url.scheme, host: host)
        else {
            throw Settings.Invalid(
                name: "token_keys_url", rule: "\"\(keysURL)\" is no https URL (http is for this machine itself only).")
        }
        let description = TokenIssuer(
            issuer: issuer, audience: audience, scopeClaim: settings.tokenScopeClaim,
            scopePrefix: settings.tokenScopePrefix, partnerClaim: settings.tokenPartnerClaim)
        let refresh = Duration.seconds(settings.tokenKeysRefreshSeconds)
        let keys = IssuerKeys(schedule: .init(refresh: refresh)) { try await download(url) }
        return TokenVerifier(description, keys: keys)
    }

    private static func download(_ url: URL) async throws -> [UInt8] {
        struct Refused: Error { let status: Int }
        let (status, body) = try await HTTPExchange.with(timeout: .seconds(5)) { exchange in
            try await exchange.send(to: url.absoluteString, maximumBytes: maximumBytes)
        }
        guard status == 200 else { throw Refused(status: status) }
        return body
    }
}
