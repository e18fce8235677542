/// Where a document is to be fetched: the parts of a URL, each checked.
///
/// The URL that is asked is put together from these parts again, so that no other reader of URLs can find another host
/// in it.
struct FetchTarget: Hashable, Sendable {
    /// `https` or `http`.
    let scheme: String
    /// The host in lower case: a name, or an address without brackets.
    let host: String
    /// The host's address where the URL has that instead of a name.
    let address: NetworkAddress?
    /// The port.
    let port: Int
    /// Path and query.
    let path: String

    /// Bytes of a URL.
    private static let maximumBytes = 2048

    /// Reads a URL.
    /// - Throws: ``FetchError`` for anything but a plain URL of a web page.
    init(_ url: String) throws(FetchError) {
        guard url.utf8.count <= Self.maximumBytes else { throw Self.malformed("is longer than 2,048 characters") }
        guard url.utf8.allSatisfy({ Self.isAllowed($0) || $0 == UInt8(ascii: "#") }) else {
            throw Self.malformed("has characters that may not stand in one")
        }
        let lowered = url.lowercased()
        guard let scheme = ["https", "http"].first(where: { lowered.hasPrefix($0 + "://") }) else {
            throw Self.malformed("does not begin with https://")
        }
        let rest = url.dropFirst(scheme.utf8.count + 3).prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(authority.count)
        (host, address, port) = try Self.authority(authority.lowercased(), defaultPort: scheme == "https" ? 443 : 80)
        self.scheme = scheme
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// Where a redirect leads (RFC 9110 §10.2.2).
    /// - Throws: ``FetchError`` as for other URLs.
    func redirected(to location: String) throws(FetchError) -> FetchTarget {
        if location.contains("://") { return try FetchTarget(location) }
        if location.hasPrefix("//") { return try FetchTarget(scheme + ":" + location) }
        if location.hasPrefix("/") { return try FetchTarget(origin + location) }
        let plain = path.prefix { $0 != "?" }
        if location.hasPrefix("?") { return try FetchTarget(origin + plain + location) }
        let folder = plain.lastIndex(of: "/").map { plain[...$0] } ?? "/"
        return try FetchTarget(origin + folder + location)
    }

    /// Scheme, host and port, the port only where it isn't the usual one.
    var origin: String {
        let host = address?.bytes.count == 16 ? "[\(self.host)]" : self.host
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)\(isUsual ? "" : ":\(port)")"
    }

    /// The URL, put together again.
    var url: String { origin + path }

    /// The same place by another scheme.
    func by(_ scheme: String) -> FetchTarget {
        FetchTarget(scheme: scheme, host: host, address: address, port: port, path: path)
    }

    private init(scheme: String, host: String, address: NetworkAddress?, port: Int, path: String) {
        self.scheme = scheme
        self.host = host
        self.address = address
        self.port = port
        self.path = path
    }

    private static func authority(
        _ text: String, defaultPort: Int
    ) throws(FetchError) -> (host: String, address: NetworkAddress?, port: Int) {
        guard !text.contains("@") else { throw malformed("has a user in it") }
        if text.hasPrefix("[") {
            let parts = text.dropFirst().split(separator: "]", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].contains(":"), let address = NetworkAddress(parts[0]) else {
                throw malformed("has no plain host")
            }
            return (address.description, address, try port(parts[1], or: defaultPort))
        }
        var host = text.prefix { $0 != ":" }
        let port = try port(text.dropFirst(host.count), or: defaultPort)
        if host.hasSuffix(".") { host.removeLast() }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...253).contains(host.utf8.count), labels.allSatisfy(isLabel), let last = labels.last else {
            throw malformed("has no plain host")
        }
        if let address = NetworkAddress(host) { return (address.description, address, port) }
        // What ends in a number is an address in one of its odd forms (WHATWG URL §3.5), never a name.
        guard !last.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !last.hasPrefix("0x") else {
            throw malformed("has no plain host")
        }
        return (String(host), nil, port)
    }

    private static func port(_ text: Substring, or usual: Int) throws(FetchError) -> Int {
        guard !text.isEmpty else { return usual }
        guard text.hasPrefix(":"), (2...6).contains(text.utf8.count),
            text.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text.dropFirst()),
            (1...65535).contains(port)
        else { throw malformed("has no plain port") }
        return port
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_")
            }
    }

    /// Whether a character may stand in a URL (RFC 3986 §2) before its fragment.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || "-._~:/?@!$&'()*+,;=%[]".utf8.contains(byte)
    }

    private static func malformed(_ what: String) -> FetchError { FetchError(.refused, "Its address \(what).") }
}
