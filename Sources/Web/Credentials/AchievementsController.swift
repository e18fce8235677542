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
            try await response(found(context), to: request)
        }
        router.get("achievements/:code/:part") { request, context in
            let part = try context.parameters.require("part")
            if let file = [CredentialFile.png, .svg].first(where: { "badge.\($0.rawValue)" == part }) {
                return try await files.picture(BadgeArtwork(ReadableCredential(found(context).json)), as: file)
            }
            return try await response(found(context, language: part), to: request)
        }
    }

    private func response(_ achievement: OpenBadgeCredential, to request: Request) throws -> Response {
        let best = Accept(request.headers[.accept]).best(of: ["text/html"] + Self.data)
        let headers: HTTPFields = [
            .vary: "Accept", .accessControlAllowOrigin: "*", .cacheControl: "public, max-age=300",
            .contentLanguage: achievement.award.language,
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

    private func found(_ context: TesseraRequestContext, language: String? = nil) async throws -> OpenBadgeCredential {
        let code = try FrameworkWish.segment("code", context)
        guard let point = code.lastIndex(of: "."), let level = Int16(code[code.index(after: point)...]),
            let achievement = try await achievements.achievement(
                String(code[..<point]), level: level, language: language)
        else {
            let wanted = [code.prefix(100), language?.prefix(100)].compactMap(\.self).joined(separator: " in ")
            throw Problem(.notFound, "not-found", "There is no achievement \(wanted), nor a file of that name.")
        }
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
    struct Translation {
        let url: String
        let language: String
        let name: String

        init(_ translation: AchievementTranslation) {
            url = translation.id
            language = translation.language
            name = LanguageNames.name(of: translation.language)
        }
    }

    let language: String
    let translations: [Translation]
    let isTranslated: Bool
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
        picture = achievement.award.image.map { $0.replacing("badge.png", with: "badge.svg") } ?? ""
        language = achievement.award.language
        translations = achievement.award.translations.map(Translation.init)
        isTranslated = !translations.isEmpty
        descriptor = credential.descriptor
        competence = credential.competence
        competenceURL = achievement.award.competence.uri
        framework = credential.framework ?? ""
        issuer = credential.issuerName
        scale = LevelScale(credential, reached: "this one")
        criteria = credential.criteria.split(separator: "\n").map(String.init)
    }
}
