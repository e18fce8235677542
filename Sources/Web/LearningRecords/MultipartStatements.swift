internal import HTTPTypes
internal import Hummingbird
internal import LearningRecords
internal import NIOCore
internal import XAPI

/// Reads a request of `multipart/mixed`: the statements first, then the data of attachments, which goes to the database
/// while it comes in (xAPI-Communication 1.5.2).
///
/// The statements are judged before any attachment is taken. Where refused requests are kept, the request is read to its
/// end all the same, and what it brings stays together with what is wrong.
struct MultipartStatements {
    private enum Part {
        case statements([UInt8])
        /// The data of an attachment; what it must be, unless no statement that could be read names it.
        case attachment(AttachmentPart?, AttachmentUpload)
    }

    private let version: XAPIVersion
    private let limits: RequestLimits
    private let store: AttachmentStore
    private let keepsRefused: Bool
    private var parser: MultipartParser
    private var part: Part?
    private var body: [UInt8]?
    private var batch: StatementBatch?
    private var manifest: AttachmentManifest?
    private var contents: [String: ReceivedAttachment] = [:]
    private var attachmentBytes = 0
    private var faults: [StatementRejection] = []

    /// - Parameter keepsRefused: Whether to read on behind a fault.
    /// - Throws: A ``StatementRejection`` when there is no boundary.
    init(
        contentType: String, version: XAPIVersion, limits: RequestLimits, store: AttachmentStore, keepsRefused: Bool
    ) throws {
        self.version = version
        self.limits = limits
        self.store = store
        self.keepsRefused = keepsRefused
        do throws(MultipartError) {
            parser = MultipartParser(boundary: try MultipartBoundary.read(contentType: contentType))
        } catch {
            throw StatementRejection(error)
        }
    }

    /// Reads the whole body.
    /// - Throws: A ``StatementRejection`` at the first fault, unless refused requests are kept; in any case when there
    ///   are no statements.
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
            if case .attachment(_, let upload) = part { await upload.discard() }
            guard let error = error as? MultipartError else { throw error }
            try note(StatementRejection(error))
        }
        return try result()
    }

    private mutating func result() throws -> SentStatements {
        guard let body else { throw faults.first ?? Self.refusal("There is no part with statements.") }
        do throws(StatementRejection) { try manifest?.requireData() } catch { try note(error) }
        guard let batch, faults.isEmpty else {
            return SentStatements(body: body, statements: .failure(StatementRejection(faults)), contents: contents)
        }
        return SentStatements(body: body, statements: .success(batch), contents: contents)
    }

    /// Goes on behind a fault, or doesn't.
    private mutating func note(_ fault: StatementRejection) throws(StatementRejection) {
        guard keepsRefused else { throw fault }
        faults.append(fault)
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
        guard body != nil else {
            guard headers.mediaType == "application/json" else {
                throw Self.refusal("The first part's Content-Type is not application/json.")
            }
            return .statements([])
        }
        var expected: AttachmentPart?
        do throws(StatementRejection) { expected = try manifest?.match(headers) } catch { try note(error) }
        return .attachment(expected, store.upload(namedBy: expected?.sha2 ?? headers.attachmentHash ?? ""))
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
        case .attachment(let expected, var upload):
            attachmentBytes += bytes.count
            do {
                guard attachmentBytes <= limits.attachmentBytes else { throw tooLarge(limits.attachmentBytes) }
                try await upload.append(bytes)
            } catch {
                await upload.discard()
                throw error
            }
            part = .attachment(expected, upload)
        case nil: break
        }
    }

    private mutating func end() async throws {
        let ended = part
        part = nil
        switch ended {
        case .statements(let bytes): try judge(bytes)
        case .attachment(let expected, var upload):
            do {
                if let expected { try check(expected, upload) }
                let content = try await upload.finish()
                contents[content.sha2] = content
            } catch {
                await upload.discard()
                throw error
            }
        case nil: break
        }
    }

    private mutating func judge(_ bytes: [UInt8]) throws {
        body = bytes
        do throws(StatementRejection) {
            let batch = try StatementBatch.parse(bytes: bytes, version: version)
            manifest = AttachmentManifest(batch)
            self.batch = batch
        } catch { try note(error) }
    }

    private mutating func check(_ expected: AttachmentPart, _ upload: AttachmentUpload) throws {
        do throws(StatementRejection) {
            try manifest?.receive(expected, sha2: upload.sha2, length: upload.length)
        } catch { try note(error) }
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
