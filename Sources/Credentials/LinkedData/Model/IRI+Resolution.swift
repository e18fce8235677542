/// References resolved against a base (RFC 3986, section 5.2).
extension IRI {
    /// The IRI that a reference means beside a base.
    static func resolve(_ reference: RDFText, against base: RDFText) -> RDFText {
        if schemeEnd(reference.bytes) != nil { return reference }
        let relative = Parts(reference.bytes[...])
        var target = Parts(base.bytes[...])
        target.fragment = relative.fragment
        if relative.authority != nil {
            target.authority = relative.authority
            target.path = withoutDots(relative.path)
            target.query = relative.query
        } else if relative.path.isEmpty {
            target.query = relative.query ?? target.query
        } else {
            target.path = withoutDots(
                relative.path.first == slash ? relative.path : merge(relative.path, into: target))
            target.query = relative.query
        }
        return RDFText(target.bytes)
    }

    private static let slash = UInt8(ascii: "/")

    private static func merge(_ path: ArraySlice<UInt8>, into base: Parts) -> ArraySlice<UInt8> {
        if base.authority != nil, base.path.isEmpty { return [slash] + path }
        guard let last = base.path.lastIndex(of: slash) else { return path }
        return base.path[...last] + path
    }

    /// A path without the segments `.` and `..`.
    private static func withoutDots(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isRooted = path.first == slash
        var kept: [ArraySlice<UInt8>] = []
        let segments = path.split(separator: slash, omittingEmptySubsequences: false).dropFirst(isRooted ? 1 : 0)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment.elementsEqual("..".utf8) {
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append([]) }
            } else if segment.elementsEqual(".".utf8) {
                if isLast { kept.append([]) }
            } else {
                kept.append(segment)
            }
        }
        return (isRooted ? [slash] : []) + kept.joined(separator: [slash])
    }
}

/// The parts of a reference, without what separates them.
private struct Parts {
    var scheme: ArraySlice<UInt8>?
    var authority: ArraySlice<UInt8>?
    var path: ArraySlice<UInt8>
    var query: ArraySlice<UInt8>?
    var fragment: ArraySlice<UInt8>?

    init(_ reference: ArraySlice<UInt8>) {
        var rest = reference
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            fragment = rest[(hash + 1)...]
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = rest[(mark + 1)...]
            rest = rest[..<mark]
        }
        if let colon = IRI.schemeEnd(Array(rest)) {
            scheme = rest.prefix(colon)
            rest = rest.dropFirst(colon + 1)
        }
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            authority = rest.prefix { $0 != UInt8(ascii: "/") }
            rest = rest.dropFirst(authority?.count ?? 0)
        }
        path = rest
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        if let scheme { bytes += scheme + ":".utf8 }
        if let authority { bytes += "//".utf8 + authority }
        bytes += path
        if let query { bytes += "?".utf8 + query }
        if let fragment { bytes += "#".utf8 + fragment }
        return bytes
    }
}
