extension Timestamp {
    /// The instant that a query names, in microseconds since 2000-01-01T00:00:00Z; nil when it is no timestamp.
    ///
    /// Parameters are held to what timestamps in statements are held to (xAPI-Data 2.2); where nobody speaks a version,
    /// all of ISO 8601 is taken. A space stands for the `+` of an offset that a client forgot to encode.
    public static func parse(query text: String, version: XAPIVersion = .v1_0_3) -> Int64? {
        let bytes = Array(text.utf8).map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 }
        return parse(bytes.span, version: version)
    }
}
