/// Credentials within SVG images: one element `openbadges:credential`, directly after the root's tag.
enum BakedSVG {
    /// The size beyond which an image isn't read.
    static let maximumBytes = 16 << 20
    /// How deep elements may lie within each other.
    private static let maximumDepth = 256

    private static let namespace = "https://purl.imsglobal.org/ob/v3p0"
    private static let prefix = "openbadges"

    /// The image with a credential in it: a token as an attribute, JSON as a section of character data.
    static func bake(_ credential: [UInt8], into image: [UInt8]) throws(CredentialError) -> [UInt8] {
        let found = try Contents(image)
        guard found.credentials.isEmpty else { throw XMLScanner.error("holds a credential already") }
        guard let root = found.root, !root.isEmpty else { throw XMLScanner.error("has no root element with content") }
        let declared = root.attributes.first { sameBytes($0.name, "xmlns:" + prefix) }
        guard declared.map({ sameBytes($0.value, namespace) }) ?? true else {
            throw XMLScanner.error("uses the prefix \(prefix) for something else")
        }
        let declaration = declared == nil ? " xmlns:\(prefix)=\"\(namespace)\"" : ""
        return image[..<root.end] + declaration.utf8 + ">".utf8 + element(credential) + image[(root.end + 1)...]
    }

    /// The credential in an image.
    static func credential(in image: [UInt8]) throws(CredentialError) -> [UInt8] {
        let found = try Contents(image).credentials
        guard let credential = found.first else { throw XMLScanner.error("holds no credential") }
        guard found.count == 1 else { throw XMLScanner.error("holds more than one credential") }
        return credential
    }

    private static func element(_ credential: [UInt8]) -> [UInt8] {
        guard credential.first == UInt8(ascii: "{") else {
            return "<\(prefix):credential verify=\"".utf8 + credential + "\"/>".utf8
        }
        // The end of a section can't stand in it, so it is cut in two there.
        var json: [UInt8] = []
        for byte in credential {
            if byte == UInt8(ascii: ">"), json.suffix(2).elementsEqual("]]".utf8) { json += "]]><![CDATA[".utf8 }
            json.append(byte)
        }
        return "<\(prefix):credential><![CDATA[".utf8 + json + "]]></\(prefix):credential>".utf8
    }

    /// The root's tag, and the credentials, of an image.
    private struct Contents {
        typealias Attributes = [(name: String, value: String)]

        var root: (attributes: Attributes, isEmpty: Bool, end: Int)?
        var credentials: [[UInt8]] = []

        init(_ image: [UInt8]) throws(CredentialError) {
            guard image.count <= maximumBytes else { throw XMLScanner.error("is larger than \(maximumBytes) bytes") }
            guard String(validating: image, as: UTF8.self) != nil else { throw XMLScanner.error("is not UTF-8") }
            var scanner = XMLScanner(image)
            /// For each open element what its prefixes mean, and whether it is a credential.
            var open: [(namespaces: [String: String], isCredential: Bool)] = []
            while let token = try scanner.next() {
                switch token {
                case .start(let name, let attributes, let isEmpty, let end):
                    guard open.count < maximumDepth else { throw XMLScanner.error("is nested too deeply") }
                    guard !open.isEmpty || root == nil else { throw XMLScanner.error("has more than one root") }
                    let namespaces = Self.declared(attributes, within: open.last?.namespaces ?? [:])
                    let isCredential = Self.isCredential(name, namespaces)
                    if isCredential { credentials.append(Self.token(attributes)) }
                    if root == nil {
                        guard name.split(separator: ":").last == "svg" else { throw XMLScanner.error("is no SVG") }
                        root = (attributes, isEmpty, end)
                    }
                    if !isEmpty { open.append((namespaces, isCredential)) }
                case .end:
                    guard let closed = open.popLast() else { throw XMLScanner.error("closes what isn't open") }
                    if closed.isCredential, let text = credentials.popLast() { credentials.append(Self.trimmed(text)) }
                case .text(let text):
                    if open.last?.isCredential == true { credentials[credentials.count - 1] += text }
                }
            }
            guard open.isEmpty, root != nil else { throw XMLScanner.error("ends too early") }
        }

        private static func declared(_ attributes: Attributes, within outer: [String: String]) -> [String: String] {
            var namespaces = outer
            for attribute in attributes {
                if sameBytes(attribute.name, "xmlns") { namespaces[""] = attribute.value }
                if attribute.name.utf8.starts(with: "xmlns:".utf8) {
                    namespaces[String(attribute.name.dropFirst(6))] = attribute.value
                }
            }
            return namespaces
        }

        private static func isCredential(_ name: String, _ namespaces: [String: String]) -> Bool {
            let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let (prefix, local) = parts.count == 2 ? (String(parts[0]), parts[1]) : ("", parts[0])
            return local == "credential" && namespaces[prefix].map(sameBytes(namespace)) == true
        }

        private static func token(_ attributes: Attributes) -> [UInt8] {
            attributes.first { sameBytes($0.name, "verify") }.map { Array($0.value.utf8) } ?? []
        }

        private static func trimmed(_ text: [UInt8]) -> [UInt8] {
            guard let first = text.firstIndex(where: { !XMLScanner.isSpace($0) }),
                let last = text.lastIndex(where: { !XMLScanner.isSpace($0) })
            else { return [] }
            return Array(text[first...last])
        }
    }
}
