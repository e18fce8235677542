import JSON
import Logging
import Web

#if canImport(Glibc)
    import Glibc
#endif

/// What commands print: results to standard output, messages to standard error.
enum CommandOutput {
    /// Prints one JSON object.
    static func json(_ content: (inout JSONWriter) -> Void) {
        var writer = JSONWriter()
        writer.object(content)
        print(String(decoding: writer.bytes, as: UTF8.self))
    }

    /// Prints a message for people.
    static func message(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// A logger for a command that runs for a moment: quiet unless something is wrong or more is asked for.
    static func logger(_ settings: Settings) -> Logger {
        let level = settings.logLevel == .info ? Logger.Level.warning : settings.logLevel
        return Logger(label: "tessera") { JSONLogHandler(label: $0, logLevel: level) }
    }

    /// Who works at the terminal, for the audit log.
    static var operatorName: String {
        let user = unsafe getpwuid(getuid())
        let name = unsafe user.map { unsafe String(cString: $0.pointee.pw_name) } ?? String(getuid())
        return "os:" + name
    }
}
