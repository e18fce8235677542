internal import Awarding
internal import FoundationEssentials
internal import JSON

/// What the page of a holder shows.
struct HolderPage {
    /// An area of the framework, with what is held of it.
    struct Area {
        let name: String
        let credentials: [HeldCredentialEntry]
    }

    let identity: String
    let summary: String
    let endsAt: String
    /// Whether only a partner's credentials are shown.
    let partner: String?
    let areas: [Area]
    /// Whether a credential stands, and so a passport can be had.
    let hasGood: Bool

    /// - Parameter json: What ``HolderStore/credentials(of:)`` gives.
    init(_ json: JSONValue, of holder: Holder, baseURL: String) {
        identity = holder.identity
        partner = holder.partner
        endsAt = String(holder.sessionEndsAt.formatted(.iso8601).dropFirst(11).prefix(5))
        var areas: [(name: String, credentials: [HeldCredentialEntry])] = []
        for entry in json.entries("credentials") {
            let name = entry.saidIfAny("area") ?? entry.said("framework")
            let credential = HeldCredentialEntry(entry, baseURL: baseURL)
            if areas.last?.name == name {
                areas[areas.count - 1].credentials.append(credential)
            } else {
                areas.append((name, [credential]))
            }
        }
        self.areas = areas.map { Area(name: $0.name, credentials: $0.credentials) }
        let all = areas.flatMap(\.credentials)
        let good = all.filter(\.isGood).count
        hasGood = good > 0
        switch all.count {
        case 0: summary = "There is no credential yet. When you have shown a level of competence, it appears here."
        case 1: summary = "One credential, which is \(good == 1 ? "valid" : "not valid any more")."
        default: summary = "\(all.count) credentials, of which \(good) \(good == 1 ? "is" : "are") valid."
        }
    }
}

/// A credential on the page of its holder.
struct HeldCredentialEntry {
    /// A link that shows it.
    struct Share {
        let id: String
        let label: String
        let about: String
        let isGood: Bool
        /// Whether it shows the holder's name.
        let showsName: Bool
    }

    let id: String
    let name: String
    let code: String
    let level: String
    let levelName: String
    let levels: String
    let descriptor: String
    let profile: String?
    let framework: String
    let eqf: String?
    let state: String
    let tone: String
    let reason: String?
    /// When it was signed anew, so that what was handed on before is worth nothing any more.
    let signedAnew: String?
    let isGood: Bool
    let isRevoked: Bool
    let evidence: String
    let shares: [Share]
    let hasShares: Bool
    let linkedIn: String

    init(_ json: JSONValue, baseURL: String) {
        id = json.said("id")
        name = json.said("name")
        level = json.said("level")
        code = "\(json.said("competence")).\(level)"
        levelName = json.said("levelName")
        levels = json.said("levels")
        descriptor = json.said("descriptor")
        profile = json.saidIfAny("profile")
        framework = json.said("framework")
        eqf = json.saidIfAny("eqf")
        reason = json.saidIfAny("revocationReason")
        isRevoked = json.saidIfAny("revokedAt") != nil
        signedAnew = json.saidIfAny("signedAnewAt").map(Self.day)
        let until = json.saidIfAny("validUntil").map(Self.day)
        if let revokedAt = json.saidIfAny("revokedAt") {
            (state, tone, isGood) = ("Revoked on \(Self.day(revokedAt))", "bad", false)
        } else if json["isExpired"]?.boolean == true {
            (state, tone, isGood) = ("Expired on \(until ?? "")", "warn", false)
        } else {
            (state, tone, isGood) = (until.map { "Valid until \($0)" } ?? "Valid without end", "good", true)
        }
        let count = json.said("evidence")
        evidence = count == "1" ? "one learning record" : "\(count) learning records"
        shares = json.entries("shares").map(Share.init)
        hasShares = !shares.isEmpty
        linkedIn =
            LinkedInLink(
                name: "\(name), level \(level)", issuer: nil, issuedOn: json.said("issuedAt"),
                expiresOn: json.saidIfAny("validUntil"), url: "\(baseURL)/credentials/\(id)", id: id
            ).text
    }

    /// The day of a moment in JSON.
    static func day(_ moment: String) -> String { String(moment.prefix(10)) }
}

extension HeldCredentialEntry.Share {
    fileprivate init(_ json: JSONValue) {
        id = json.said("id")
        label = json.saidIfAny("label") ?? "Link of \(HeldCredentialEntry.day(json.said("createdAt")))"
        isGood = json["isGood"]?.boolean == true
        let openings = json.said("openings")
        let opened = openings == "0" ? "not opened yet" : "opened \(openings == "1" ? "once" : "\(openings) times")"
        let last = json.saidIfAny("lastOpenedOn").map { ", last on \($0)" } ?? ""
        let end: String
        if let revokedAt = json.saidIfAny("revokedAt") {
            end = "taken back on \(HeldCredentialEntry.day(revokedAt))"
        } else if let expiresAt = json.saidIfAny("expiresAt") {
            end = "the link \(isGood ? "ends" : "ended") on \(HeldCredentialEntry.day(expiresAt))"
        } else {
            end = "the link has no end"
        }
        let evidence = json["showsEvidence"]?.boolean == true ? ", with evidence" : ""
        showsName = isGood && json["showsName"]?.boolean == true
        about = "\(opened)\(last); \(end)\(evidence)\(showsName ? ", with your name" : "")"
    }
}
