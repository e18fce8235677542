internal import LibPQ

/// What disclosure control does not allow, or knows nothing of.
public struct DisclosureError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The failure in words.
    public let description: String

    /// Runs `body`, and tells what the functions of schema `publication` refuse as an error of this type.
    static func telling<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as PostgresError where ["P0002", "55000", "22023"].contains(error.sqlState?.rawValue) {
            throw DisclosureError(description: [error.message, error.hint].compactMap(\.self).joined(separator: "\n"))
        }
    }
}
