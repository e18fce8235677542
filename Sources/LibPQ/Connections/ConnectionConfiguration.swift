/// Where the server is, and how to talk to it.
///
/// ```swift
/// var configuration = ConnectionConfiguration("postgresql://tessera@db.example/tessera")
/// configuration.tls = .verifyFull(rootCertificate: "/etc/ssl/certs/db.pem")
/// configuration.runtimeParameters["statement_timeout"] = "30s"
/// ```
public struct ConnectionConfiguration: Sendable, CustomStringConvertible {
    /// How the connection is encrypted and the server's identity checked; nil leaves it to the connection string.
    public var tls: TLSMode?
    /// How long a connect may take altogether, name lookup and all hosts included.
    public var connectTimeout: Duration = .seconds(10)
    /// Shown in `pg_stat_activity`; nil leaves it to the connection string.
    public var applicationName: String?
    /// Settings of the session, such as `statement_timeout`, `lock_timeout` and `search_path`.
    public var runtimeParameters: [String: String] = [:]
    /// How many prepared statements a connection keeps before the least recently used are dropped.
    public var statementCacheCapacity: Int = 256
    /// How long a cancelled query may take to end on the server before its connection is given up.
    public var cancellationGrace: Duration = .seconds(5)

    let connectionString: String

    /// Takes a libpq URI (`postgresql://…`) or keywords (`host=… dbname=…`).
    ///
    /// What is missing comes from the environment (`PGHOST`, …), as with `psql`.
    public init(_ uriOrKeywords: String) { connectionString = uriOrKeywords }

    /// Nothing of the connection string, which may hold a password.
    public var description: String { "ConnectionConfiguration(…)" }

    /// The same server and settings with another database.
    public func database(_ name: String) -> ConnectionConfiguration {
        var other = self
        other.databaseOverride = name
        return other
    }

    var databaseOverride: String?
}

/// How a connection is encrypted.
public struct TLSMode: Sendable {
    let mode: String
    var rootCertificate: String?
    var certificate: String?
    var key: String?

    /// Never encrypts.
    public static let disable = TLSMode(mode: "disable")
    /// Encrypts if the server can, and doesn't mind if not.
    public static let prefer = TLSMode(mode: "prefer")
    /// Encrypts, but takes any server's certificate.
    public static let require = TLSMode(mode: "require")
    /// Encrypts, and checks that a trusted authority signed the server's certificate.
    public static func verifyCA(rootCertificate: String) -> TLSMode {
        TLSMode(mode: "verify-ca", rootCertificate: rootCertificate)
    }
    /// Encrypts, and checks the certificate's authority and that it was made out to the host asked for.
    public static func verifyFull(rootCertificate: String) -> TLSMode {
        TLSMode(mode: "verify-full", rootCertificate: rootCertificate)
    }

    /// The same mode, showing the server a certificate of our own.
    ///
    /// Both are paths of PEM files.
    public func presenting(certificate: String, key: String) -> TLSMode {
        var mode = self
        mode.certificate = certificate
        mode.key = key
        return mode
    }
}
