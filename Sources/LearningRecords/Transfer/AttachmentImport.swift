internal import XAPI

/// The data of attachments in an import: it comes in pieces, before the statements that it belongs to.
struct AttachmentImport {
    private let store: AttachmentStore
    private var open: (piece: AttachmentPiece, upload: AttachmentUpload)?

    /// What has come completely, by the digest that names it.
    private(set) var contents: [String: ReceivedAttachment] = [:]

    init(store: AttachmentStore) {
        self.store = store
    }

    /// Takes a line with a piece.
    ///
    /// - Throws: A `StatementRejection` of the line; then the pieces that go on with it are refused too.
    mutating func take(_ line: [UInt8]) async throws {
        let piece: AttachmentPiece
        do { piece = try AttachmentPiece(line: line) } catch {
            await discard()
            throw error
        }
        let before = open
        open = nil
        if piece.offset == 0 {
            await before?.upload.discard()
            try await append(piece, to: store.upload(namedBy: piece.sha2))
            guard before == nil else { throw Self.incomplete }
            return
        }
        guard let before, before.piece.sha2 == piece.sha2, before.piece.length == piece.length,
            before.upload.length == piece.offset
        else {
            await before?.upload.discard()
            throw AttachmentPiece.refusal("/offset", "It does not go on where the piece before it ends.")
        }
        try await append(piece, to: before.upload)
    }

    /// Nothing follows any more.
    /// - Throws: A `StatementRejection` when the last content is not complete.
    mutating func finish() async throws {
        guard open != nil else { return }
        await discard()
        throw Self.incomplete
    }

    /// Gives up what is not complete.
    mutating func discard() async {
        await open?.upload.discard()
        open = nil
    }

    private mutating func append(_ piece: AttachmentPiece, to upload: AttachmentUpload) async throws {
        var upload = upload
        do {
            try await upload.append(piece.data)
            guard piece.isLast else {
                open = (piece, upload)
                return
            }
            guard upload.sha2 == piece.sha2 else {
                throw AttachmentPiece.refusal(
                    "/sha2", "The data has the digest \(upload.sha2).", rule: "attachment-digest")
            }
            contents[piece.sha2] = try await upload.finish()
        } catch {
            await upload.discard()
            throw error
        }
    }

    private static let incomplete = AttachmentPiece.refusal("", "The data before it is not complete.")
}
