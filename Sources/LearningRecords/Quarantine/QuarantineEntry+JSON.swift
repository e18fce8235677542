internal import FoundationEssentials
public import JSON
internal import LibPQ
internal import XAPI

extension QuarantineEntry {
    /// Writes the entry as members, with its statements and attachments where they are given.
    ///
    /// What was received is a string, for it need not be JSON; where it is not even UTF-8, that says `�`.
    public func writeMembers(
        to writer: inout JSONWriter, statements: [QuarantinedStatement]? = nil,
        attachments: [ReceivedAttachment] = []
    ) {
        writer.member("id", string: id.uuidString.lowercased())
        writer.member(
            "key",
            object: { writer in
                writer.member("id", string: keyID.uuidString.lowercased())
                writer.member("name", string: keyName)
            })
        writer.member("receivedAt", string: XAPI.Timestamp.text(received.microseconds))
        writer.member("xapiVersion", string: version.rawValue)
        writer.member("statementId", stringIfPresent: targetID.map { $0.uuidString.lowercased() })
        writer.member("statementCount", number: statementCount)
        writer.member("bytes", number: byteCount)
        writer.member("violations", raw: violations)
        guard let statements else { return }
        writer.member(
            "statements",
            array: { writer in
                for statement in statements {
                    writer.object { writer in
                        writer.member("received", string: String(decoding: statement.received, as: UTF8.self))
                        writer.member("violations", raw: statement.violations)
                    }
                }
            })
        guard !attachments.isEmpty else { return }
        writer.member(
            "attachments",
            array: { writer in
                for attachment in attachments {
                    writer.object { writer in
                        writer.member("sha2", string: attachment.sha2)
                        writer.member("length", number: attachment.length)
                    }
                }
            })
    }
}
