import CLibPQ

/// Makes a session: `PQconnectStart` and `PQconnectPoll`, which look up names, shake hands for TLS and hash passwords,
/// run on blocking threads; the waits between them are the poller's.
struct Connector {
    let configuration: ConnectionConfiguration

    func connect() async throws(PostgresError) -> Session {
        let settings = try settings()
        let waiter = try SocketWaiter()
        let deadline = MonotonicTime.now + configuration.connectTimeout
        let start = try await Blocking.run(deadline: deadline) { Self.start(settings, waiter) }
        guard let link = try value(of: start) else {
            throw PostgresError(.connectionFailed, "libpq is out of memory")
        }
        var polling = PGRES_POLLING_WRITING
        while polling != PGRES_POLLING_OK {
            guard polling != PGRES_POLLING_FAILED, !link.isBad else {
                throw PostgresError(.connectionFailed, link.message)
            }
            let interest: SocketWaiter.Interest = polling == PGRES_POLLING_READING ? .read : .write
            switch await waiter.wait(on: link.socket, for: interest, deadline: deadline) {
            case .ready: break
            case .cancelled: throw .taskCancelled
            case .timedOut: throw timeout
            }
            let step = try await Blocking.run(deadline: deadline) { unsafe PQconnectPoll(link.connection) }
            polling = try value(of: step)
        }
        return try Session(link, configuration: configuration)
    }

    private static func start(_ settings: [(String, String)], _ waiter: SocketWaiter) -> Link? {
        unsafe withCStrings(settings.map(\.0)) { keywords in
            unsafe withCStrings(settings.map(\.1)) { values in
                let connection = unsafe PQconnectStartParams(keywords, values, 1)
                if let connection = unsafe connection { unsafe clibpq_silence_notices(connection) }
                return unsafe Link(adopting: connection, waiter: waiter)
            }
        }
    }

    private var timeout: PostgresError {
        PostgresError(.connectionFailed, "no connection within \(configuration.connectTimeout)")
    }

    private func value<Value>(of outcome: Blocking.Outcome<Value>) throws(PostgresError) -> Value {
        switch outcome {
        case .finished(let value): return value
        case .cancelled: throw .taskCancelled
        case .timedOut: throw timeout
        }
    }

    // MARK: Settings

    /// Keywords before `dbname` are defaults that the connection string overrides; those after it override the string.
    private func settings() throws(PostgresError) -> [(String, String)] {
        var settings = [("gssencmode", "disable"), ("fallback_application_name", "LibPQ")]
        settings.append(("dbname", configuration.connectionString.isEmpty ? " " : configuration.connectionString))
        let given = try given()
        if let name = configuration.databaseOverride { settings.append(("dbname", name)) }
        if let name = configuration.applicationName { settings.append(("application_name", name)) }
        settings.append(("client_encoding", "UTF8"))
        if !configuration.runtimeParameters.isEmpty {
            var options = given["options"].map { [$0] } ?? []
            for (name, value) in configuration.runtimeParameters.sorted(by: { $0.key < $1.key }) {
                options.append("-c \(name)=\(Self.escaped(value))")
            }
            settings.append(("options", options.joined(separator: " ")))
        }
        if let tls = configuration.tls {
            settings.append(("sslmode", tls.mode))
            if let path = tls.rootCertificate { settings.append(("sslrootcert", path)) }
            if let path = tls.certificate { settings.append(("sslcert", path)) }
            if let path = tls.key { settings.append(("sslkey", path)) }
        }
        return settings
    }

    /// What the connection string sets.
    ///
    /// libpq's own complaint goes into `detail`, since it may quote the password.
    private func given() throws(PostgresError) -> [String: String] {
        var complaint: UnsafeMutablePointer<CChar>?
        guard let options = unsafe PQconninfoParse(configuration.connectionString, &complaint) else {
            let text = unsafe complaint.map { unsafe trimmed(String(cString: $0)) }
            if let complaint = unsafe complaint { unsafe PQfreemem(complaint) }
            throw PostgresError(.configuration, "the connection string is not valid").with { $0.detail = text }
        }
        defer { unsafe PQconninfoFree(options) }
        var given: [String: String] = [:]
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val {
                unsafe given[String(cString: keyword)] = String(cString: value)
            }
            unsafe option += 1
        }
        return given
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for character in value {
            if character == " " || character == "\\" { text += "\\" }
            text.append(character)
        }
        return text
    }
}

/// Lends texts as the NULL-terminated array of C strings that libpq takes.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for text in texts {
        offsets.append(bytes.count)
        bytes.append(contentsOf: text.utf8.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
        var pointers = unsafe offsets.map { offset in unsafe buffer.baseAddress?.advanced(by: offset) }
        unsafe pointers.append(nil)
        return unsafe body(pointers)
    }
}
