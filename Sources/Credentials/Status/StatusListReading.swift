internal import JSON

/// A status list as it was published, and what it says of an entry.
struct StatusListReading: Sendable {
    static let credentialType = "BitstringStatusListCredential"
    static let subjectType = "BitstringStatusList"

    let bits: StatusBits
    let purposes: [String]

    /// Reads a list's credential, which has been verified.
    init(_ root: JSONValue) async throws {
        guard Self.texts(root["type"]).contains(where: sameBytes(Self.credentialType)) else {
            throw StatusListError(.verification, "What is published as the status list is no status list.")
        }
        guard let subject = root["credentialSubject"], subject.kind == .object,
            Self.texts(subject["type"]).contains(where: sameBytes(Self.subjectType)),
            let encoded = subject["encodedList"]?.string
        else { throw StatusListError(.malformedValue, "The status list has no bits.") }
        purposes = Self.texts(subject["statusPurpose"])
        bits = try await StatusBits(encoded: encoded)
    }

    /// The value that the list has for an entry.
    func value(of entry: StatusEntryReading) throws(StatusListError) -> Int {
        guard purposes.contains(where: sameBytes(entry.purpose)) else {
            throw StatusListError(.verification, "The status list is for another purpose than the credential's entry.")
        }
        guard bits.count / entry.size >= StatusBits.minimumCount else {
            throw StatusListError(
                .listLength, "The status list has fewer than \(StatusBits.minimumCount) entries.")
        }
        guard entry.index < bits.count / entry.size else {
            throw StatusListError(.range, "The status list has no entry \(entry.index).")
        }
        return (0..<entry.size).reduce(0) { $0 << 1 | (bits[entry.index * entry.size + $1] ? 1 : 0) }
    }

    /// One text or several.
    static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return value.kind == .array ? value.elements.compactMap(\.string) : [value.string].compactMap(\.self)
    }
}

/// A credential's `credentialStatus` as it was received.
struct StatusEntryReading: Sendable {
    let purpose: String
    let list: String
    let index: Int
    /// How many bits an entry has.
    let size: Int

    init(_ status: JSONValue) throws(StatusListError) {
        guard let purpose = status["statusPurpose"]?.string, let list = status["statusListCredential"]?.string else {
            throw StatusListError(.malformedValue, "Its revocation status names no list or no purpose.")
        }
        // The index is a text; some issuers write a number.
        let index = status["statusListIndex"].flatMap { $0.string ?? $0.lexeme } ?? ""
        guard (1...10).contains(index.utf8.count), index.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let index = Int(index)
        else { throw StatusListError(.malformedValue, "The index of its revocation status is no number.") }
        let size = status["statusSize"].map { $0.integer ?? 0 } ?? 1
        guard (1...8).contains(size) else {
            throw StatusListError(.malformedValue, "The size of its revocation status is not from 1 to 8 bits.")
        }
        self.purpose = purpose
        self.list = list
        self.index = index
        self.size = Int(size)
    }
}
