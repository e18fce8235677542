internal import FoundationEssentials
internal import JSON
public import Logging

#if canImport(Glibc)
    internal import Glibc
#endif

/// Writes each log event as one line of JSON to standard error.
public struct JSONLogHandler: LogHandler {
    /// The least level that is written.
    public var logLevel: Logger.Level
    /// What every event of this logger carries.
    public var metadata: Logger.Metadata = [:]

    private let label: String

    /// A handler for a logger.
    public init(label: String, logLevel: Logger.Level = .info) {
        self.label = label
        self.logLevel = logLevel
    }

    /// What events of this logger carry under a name.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes an event.
    public func log(event: LogEvent) {
        var writer = JSONWriter()
        writer.object { object in
            object.member("time", string: Date().formatted(.iso8601.time(includingFractionalSeconds: true)))
            object.member("level", string: event.level.rawValue)
            object.member("logger", string: label)
            object.member("message", string: event.message.description)
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            for (key, value) in all.sorted(by: { $0.key < $1.key }) {
                object.member(key, string: value.description)
            }
        }
        let line = writer.bytes + [UInt8(ascii: "\n")]
        // One write a line: lines of several threads never mix, and a full pipe's error is nobody's to handle.
        _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
