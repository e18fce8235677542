internal import Awarding
internal import Credentials
internal import FoundationEssentials
internal import HTTPTypes
internal import Hummingbird

/// `/achievements/{competence}.{level}`: what credentials attest, a competence at a level; with its picture.
///
/// Credentials name the competence by its identifier. People may give its code, such as in `A1.3`, which the newest
/// published framework then interprets.
struct AchievementsController {
    let achievements: AchievementStore
    let files: CredentialFiles
    let pages: Pages

    private static let data = ["application/ld+json", "application/json"]

    func addRoutes(to router: Router<TesseraRequestContext>) {
        router.get("achievements/:code") { request, context in
            let achievement = try await found(context)
            let best = Accept(request.headers[.accept]).best(of: ["text/html"] + Self.data)
            let headers: HTTPFields = [
                .vary: "Accept", .accessControlAllowOrigin: "*", .cacheControl: "public, max-age=300",
            ]
            if best == "text/html" {
                return try pages.page("achievement", AchievementPage(achievement), headers: headers)
            }
            guard let best else {
                let served = (["text/html"] + Self.data).joined(separator: ", ")
                throw Problem(.notAcceptable, "not-acceptable", "Served are: \(served).")
            }
            return .json(achievement.achievementDocument, headers: headers.with(.contentType, best))
        }
        router.get("achievements/:code/:picture") { request, context in
            let name = try context.parameters.require("picture")
            guard let file = [CredentialFile.png, .svg].first(where: { "badge.\($0.rawValue)" == name }) else {
                throw Problem(.notFound, "not-found", "There are badge.png and badge.svg.")
            }
            return try await files.picture(
                BadgeArtwork(ReadableCredential(found(context).json)), as: file)
        }
    }

    private func found(_ context: TesseraRequestContext) async throws -> OpenBadgeCredential {
        let code = try FrameworkWish.segment("code", context)
        let unknown = Problem(.notFound, "not-found", "There is no achievement \(code.prefix(100)).")
        guard let point = code.lastIndex(of: "."), let level = Int16(code[code.index(after: point)...]),
            let achievement = try await achievements.achievement(String(code[..<point]), level: level)
        else { throw unknown }
        return achievement
    }
}

extension HTTPFields {
    /// The fields with one more.
    fileprivate func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var fields = self
        fields[name] = value
        return fields
    }
}

/// What the page of an achievement shows.
private struct AchievementPage {
    let name: String
    let code: String
    let picture: String
    let descriptor: String
    let competence: String
    let competenceURL: String
    let framework: String
    let issuer: String
    let scale: LevelScale
    let criteria: [String]

    init(_ achievement: OpenBadgeCredential) throws {
        let credential = try ReadableCredential(achievement.json)
        name = credential.name
        code = credential.code
        picture = achievement.award.achievementID + "/badge.svg"
        descriptor = credential.descriptor
        competence = credential.competence
        competenceURL = achievement.award.competence.uri
        framework = credential.framework ?? ""
        issuer = credential.issuerName
        scale = LevelScale(credential, reached: "this one")
        criteria = credential.criteria.split(separator: "\n").map(String.init)
    }
}
