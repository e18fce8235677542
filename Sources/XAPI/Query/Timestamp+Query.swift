extension Timestamp {
    /// The instant that a query names, in microseconds since 2000-01-01T00:00:00Z; nil when it is no timestamp.
    ///
    /// Both versions' forms are taken. A space stands for the `+` of an offset that a client forgot to encode.
    public static func parse(query text: String) -> Int64? {
        let bytes = Array(text.utf8).map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 }
        return parse(bytes.span, version: .v1_0_3)
    }
}
