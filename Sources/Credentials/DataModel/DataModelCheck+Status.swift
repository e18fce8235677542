internal import JSON

/// The status of credentials (§4.10), and what a place on a bitstring status list has to be.
extension DataModelCheck {
    mutating func checkStatuses(_ credential: JSONValue) {
        for status in objects(credential, "credentialStatus", .status) {
            checkTypes(status)
            checkIdentifier(status)
            if StatusListReading.texts(status["type"]).contains(where: sameBytes(StatusListEntry.type)) {
                checkEntry(status)
            }
        }
    }

    private mutating func checkEntry(_ entry: JSONValue) {
        if let list = entry["statusListCredential"] {
            if !Self.isURL(list) { fault(list, .statusListEntry, "This must be the URL of a status list.") }
            if let id = entry["id"]?.string, list.string.map(sameBytes(id)) == true {
                fault(entry, .statusListEntry, "The entry's id must not be the list's.")
            }
        }
        for name in ["statusPurpose", "statusListIndex", "statusListCredential"] where entry[name] == nil {
            fault(entry, .statusListEntry, "The member “\(name)” is missing.")
        }
        if let purpose = entry["statusPurpose"], purpose.kind != .string {
            fault(purpose, .statusListEntry, "This must be a text.")
        }
        if let index = entry["statusListIndex"], !Self.isIndex(index) {
            fault(index, .statusListEntry, "This must be a whole number, written as a text.")
        }
        checkMessages(entry)
    }

    /// Of an entry with several bits: their number, and what each value means.
    private mutating func checkMessages(_ entry: JSONValue) {
        let size = entry["statusSize"].map { $0.integer ?? 0 } ?? 1
        if let member = entry["statusSize"], !(1...8).contains(size) {
            return fault(member, .statusListEntry, "This must be a whole number from 1 to 8.")
        }
        guard let messages = entry["statusMessage"] else {
            if size > 1 { fault(entry, .statusListEntry, "The member “statusMessage” is missing.") }
            return
        }
        guard messages.kind == .array, messages.count == 1 << size else {
            return fault(messages, .statusListEntry, "There must be a message for each of the \(1 << size) values.")
        }
        for message in messages.elements where message["status"]?.string == nil || message["message"]?.string == nil {
            fault(message, .statusListEntry, "This must be an object with the texts “status” and “message”.")
        }
    }

    private static func isIndex(_ value: JSONValue) -> Bool {
        guard let text = value.stringBytes, (1...10).contains(text.count) else { return false }
        return text.allSatisfy { (0x30...0x39).contains($0) } && (text.count == 1 || text[0] != UInt8(ascii: "0"))
    }
}
