internal import Frameworks

/// Where the pages of one version of a framework are.
struct FrameworkLinks {
    let code: String
    let version: String
    /// The language that the reader asked for in the address, which every link keeps.
    let language: String?

    /// The overview.
    var overview: String { link([]) }
    /// The comparison of profiles.
    var comparison: String { link(["compare"]) }
    /// The comparison with other versions.
    var changes: String { link(["changes"]) }
    /// The proposals against the version.
    var proposals: String { link(["proposals"]) }
    /// The search.
    var search: String { link(["search"]) }
    /// The whole on paper.
    var print: String { link(["print"]) }

    /// The version as a file for programs.
    func file(_ format: FrameworkForm) -> String {
        "/framework/" + PathSegment.encoded(code) + "/" + PathSegment.encoded(version + "." + format.rawValue)
    }

    /// An item's page; a level is on its competence's.
    func item(_ kind: FrameworkContent.Kind, _ item: String, parent: String? = nil) -> String {
        switch kind {
        case .area: link(["areas", item])
        case .competence: link(["competences", item])
        case .level: link(["competences", parent ?? item]) + "#" + PathSegment.encoded(item)
        case .profile: link(["profiles", item])
        case .item: overview + "#" + item
        }
    }

    /// A proposal against the version.
    func proposal(_ number: Int64) -> String { link(["proposals", String(number)]) }

    /// The overview of another version.
    func version(_ other: String) -> String {
        FrameworkLinks(code: code, version: other, language: language).overview
    }

    private func link(_ segments: [String]) -> String {
        let path = ([code, version] + segments).map(PathSegment.encoded).joined(separator: "/")
        return "/framework/" + path + (language.map { "?lang=" + PathSegment.encoded($0) } ?? "")
    }
}

/// A segment of a path (RFC 3986 §3.3).
enum PathSegment {
    /// The text with everything but unreserved characters percent-encoded.
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    /// The text that a segment stands for; nil when it is not percent-encoded UTF-8.
    static func decoded(_ segment: String) -> String? {
        QueryParameters.decode(segment[...], plusIsSpace: false)
    }
}
