internal import Awarding
internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// `/ims/ob/v3p0/profile`: the profile that hosts keep for a holder.
///
/// What it says was sent by a host and is verified by nobody; nothing else here reads it.
struct HostProfileController {
    private static let maximumBytes = 64 << 10

    let access: HostAccess

    func addRoutes(to group: RouterGroup<TesseraRequestContext>) {
        group.get("profile") { request, _ in
            let guest = try await access.guest(of: request, for: .readProfile)
            guard let profile = try await access.hosts.profile(of: guest) else {
                throw HostProblem(.notFound, .notFound, "No host has put a profile yet.")
            }
            return Response.json(profile, headers: [.cacheControl: "no-store"])
        }
        group.put("profile") { request, _ in
            let guest = try await access.guest(of: request, for: .updateProfile)
            let profile = try await Self.profile(in: request)
            try await access.hosts.putProfile(profile, of: guest)
            return Response.json(profile, headers: [.cacheControl: "no-store"])
        }
    }

    private static func profile(in request: Request) async throws -> [UInt8] {
        guard request.mediaType == "application/json" else {
            throw HostProblem(.unsupportedMediaType, .invalidData, "Send a profile as application/json.")
        }
        let body = try await request.bytes(upTo: maximumBytes)
        let root: JSONValue
        do { root = try JSONDocument(parsing: body).root } catch {
            throw HostProblem(
                .badRequest, .invalidData,
                "\(error.pointer): \(error.reason) (line \(error.line), column \(error.column))")
        }
        let type = root["type"]
        let types = type?.string.map { [$0] } ?? type?.elements.compactMap(\.string) ?? []
        guard root.kind == .object, root["id"]?.string?.isEmpty == false, types.contains("Profile") else {
            throw HostProblem(
                .badRequest, .invalidData, "A profile is an object with an id, and has Profile among its types.")
        }
        return body
    }
}
