internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import NIOCore
internal import XAPI

/// Reads a request of `multipart/mixed`: the statements first, then the data of attachments, which goes to the database
/// while it comes in (xAPI-Communication 1.5.2).
///
/// The statements are judged before any attachment is taken.
struct MultipartStatements {
    private enum Part {
        case statements([UInt8])
        case attachment(AttachmentPart, AttachmentUpload, signature: [UInt8]?)
    }

    private let version: XAPIVersion
    private let limits: RequestLimits
    private let store: AttachmentStore
    private var parser: MultipartParser
    private var part: Part?
    private var manifest: AttachmentManifest?
    private var sent: SentStatements?
    private var attachmentBytes = 0

    /// - Throws: A ``StatementRejection`` when there is no boundary.
    init(contentType: String, version: XAPIVersion, limits: RequestLimits, store: AttachmentStore) throws {
        self.version = version
        self.limits = limits
        self.store = store
        do throws(MultipartError) {
            parser = MultipartParser(boundary: try MultipartBoundary.read(contentType: contentType))
        } catch {
            throw StatementRejection(error)
        }
    }

    /// Reads the whole body.
    mutating func read(_ request: Request) async throws -> SentStatements {
        let limit = limits.statementBodyBytes + limits.attachmentBytes
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Request.tooLarge(limit)
        }
        do {
            var length = 0
            for try await buffer in request.body {
                length += buffer.readableBytes
                guard length <= limit else { throw Request.tooLarge(limit) }
                parser.append(buffer.readableBytesView)
                try await takeEvents()
            }
            parser.finish()
            try await takeEvents()
        } catch {
            if case .attachment(_, let upload, _) = part { await upload.discard() }
            throw (error as? MultipartError).map { StatementRejection($0) as any Error } ?? error
        }
        guard let sent, let manifest else { throw Self.refusal("There is no part with statements.") }
        try manifest.requireData()
        return sent
    }

    private mutating func takeEvents() async throws {
        while let event = try parser.next() {
            switch event {
            case .part(let headers): part = try begin(headers)
            case .content(let bytes): try await take(bytes)
            case .endOfPart: try await end()
            }
        }
    }

    private mutating func begin(_ headers: MultipartHeaders) throws -> Part {
        guard sent != nil else {
            guard headers.mediaType == "application/json" else {
                throw Self.refusal("The first part's Content-Type is not application/json.")
            }
            return .statements([])
        }
        guard let expected = try manifest?.match(headers) else { throw Self.refusal("There are no statements.") }
        return .attachment(
            expected, store.upload(namedBy: expected.sha2), signature: expected.isSignature ? [] : nil)
    }

    private mutating func take(_ bytes: [UInt8]) async throws {
        // Taken out and put back, so that what it holds is not copied.
        let current = part
        part = nil
        switch current {
        case .statements(var collected):
            guard collected.count + bytes.count <= limits.statementBodyBytes else {
                throw Request.tooLarge(limits.statementBodyBytes)
            }
            collected += bytes
            part = .statements(collected)
        case .attachment(let expected, var upload, var signature):
            attachmentBytes += bytes.count
            do {
                guard attachmentBytes <= limits.attachmentBytes else { throw tooLarge(limits.attachmentBytes) }
                if signature != nil {
                    signature? += bytes
                    guard upload.length + Int64(bytes.count) <= limits.signatureBytes else {
                        throw Problem(
                            .contentTooLarge, "too-large",
                            "The data of a signature has more than \(limits.signatureBytes) bytes, the most that is taken."
                        )
                    }
                }
                try await upload.append(bytes)
            } catch {
                await upload.discard()
                throw error
            }
            part = .attachment(expected, upload, signature: signature)
        case nil: break
        }
    }

    private mutating func end() async throws {
        let ended = part
        part = nil
        switch ended {
        case .statements(let bytes):
            let batch = try StatementBatch.parse(bytes: bytes, version: version)
            manifest = AttachmentManifest(batch)
            sent = SentStatements(batch: batch)
        case .attachment(let expected, var upload, let signature):
            let content: ReceivedAttachment
            do {
                try manifest?.receive(expected, sha2: upload.sha2, length: upload.length)
                content = try await upload.finish()
            } catch {
                await upload.discard()
                throw error
            }
            sent?.contents[content.sha2] = content
            if let signature { sent?.signatures[content.sha2] = signature }
        case nil: break
        }
    }

    private func tooLarge(_ limit: Int) -> Problem {
        Problem(
            .contentTooLarge, "too-large",
            "The attachments of the request have more than \(limit) bytes, the most that is taken at once.")
    }

    private static func refusal(_ reason: String) -> StatementRejection {
        StatementRejection(violations: [Rule.multipartStatements.violation(reason)])
    }
}
