/// Where the pages of the methodology are.
enum MethodologyLinks {
    /// The version that was published last.
    static let newest = "/methodology"

    static func version(_ version: String, of code: String) -> String {
        "/methodology/" + [code, version].map(PathSegment.encoded).joined(separator: "/")
    }
}
