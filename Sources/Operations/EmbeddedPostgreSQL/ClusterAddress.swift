/// Where the embedded cluster's server listens.
public struct ClusterAddress: Sendable, Hashable {
    /// The folder of the server's socket, for `psql -h`.
    public let socketFolder: String

    /// The number in the socket's name; nothing listens on TCP.
    static let port = 5432
    /// The role that administers the cluster.
    public static let administrator = "postgres"
    /// The database that the cluster is made with.
    public static let database = "tessera"
    /// The roles that the serving user may connect as without a password.
    static let trustedRoles = [administrator, "tessera_owner", "tessera_service", "tessera_identity"]

    /// The libpq URI by which `role` connects to `database`.
    ///
    /// The user who serves, and root, need no password as `tessera_owner`, `tessera_service` or the administrator.
    public func connectionURI(role: String, database: String = database) -> String {
        "postgresql://\(Self.escaped(role))@/\(Self.escaped(database))"
            + "?host=\(Self.escaped(socketFolder))&port=\(Self.port)"
    }

    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { escaped, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                escaped += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
