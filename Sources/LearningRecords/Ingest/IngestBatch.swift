internal import FoundationEssentials
internal import LibPQ
internal import Schema

/// The rows of several requests, as the queries that store them take them.
struct IngestBatch {
    /// A statement and where it comes from.
    private struct Arrival {
        let id: UUID
        /// The id as a number, whose order is PostgreSQL's.
        let order: UInt128
        let request: Int32
        /// Its place in the request, from 0.
        let index: Int
        /// Its place in the batch, from 1.
        let place: Int32
        /// Its number among those of the batch that keep one millisecond.
        let nth: Int32?
    }

    private let ids: [UUID]
    private let rows: PostgresRows
    private var activities = StatementLinks()
    private var agents = StatementLinks()
    private var profile = ProfileColumns()
    private let attachments: AttachmentColumns
    /// Whether some of the statements refer to others.
    let refer: Bool

    /// Merges requests, all of which are encoded.
    ///
    /// - Parameter type: The type `lrs.incoming_statement`.
    init(_ requests: [IngestRequest], type: PostgresType) {
        let encoded = requests.compactMap(\.rows)
        assert(encoded.count == requests.count)
        var arrivals = Self.arrivals(of: requests)
        // Processes that store the same ids wait at the unique index, and in one order never in a circle.
        arrivals.sort { $0.order < $1.order }
        var rows = PostgresRows(of: type)
        rows.reserve(encoded.reduce(0) { $0 + $1.fields.byteCount + $1.ranges.count * 64 })
        for arrival in arrivals {
            let source = encoded[Int(arrival.request)]
            rows.append(
                arrival.place, arrival.request, arrival.nth,
                then: source.fields, range: source.ranges[arrival.index], fieldCount: StatementRows.fieldCount)
        }
        self.rows = rows
        ids = arrivals.map(\.id)
        refer = encoded.contains(where: \.refer)
        attachments = AttachmentColumns(encoded.flatMap(\.attached))
        var count: Int32 = 0
        for source in encoded {
            activities.append(source.activities, after: count)
            agents.append(source.agents, after: count)
            profile.append(source.profile, after: count)
            count += Int32(source.ranges.count)
        }
        activities = activities.sorted
        agents = agents.sorted
    }

    private static func arrivals(of requests: [IngestRequest]) -> [Arrival] {
        var arrivals: [Arrival] = []
        var kept: [Int64: Int32] = [:]
        for (position, request) in requests.enumerated() {
            for (index, id) in request.ids.enumerated() {
                var nth: Int32?
                if let stored = request.stored {
                    let number = kept[stored.microseconds / 1000, default: 0] + 1
                    kept[stored.microseconds / 1000] = number
                    nth = number
                }
                arrivals.append(
                    Arrival(
                        id: id, order: id.number, request: Int32(position), index: index,
                        place: Int32(arrivals.count + 1), nth: nth))
            }
        }
        return arrivals
    }

    /// Whether some of the statements have to do with the scheme's profile.
    var concernsProfile: Bool { !profile.isEmpty }

    /// Stores the batch, in one round trip and one transaction, and returns what was there already by the requests'
    /// positions.
    ///
    /// - Parameter profileKeys: The keys of the profile's templates; needed when the batch concerns the profile.
    func insert(
        profileKeys: ProfileKeys?, in pool: ConnectionPool
    ) async throws -> [Int: [IngestOutcome.Known]] {
        let insert = Queries.learningRecordsInsertStatements(
            rows, activities.places, activities.keys, activities.roles, agents.places, agents.keys, agents.roles,
            profile.places, profile.pilots, profile.parts.map { profileKeys?[$0] }, profile.conforms,
            profile.brokenRules)
        let known = try await pool.withConnection { db in
            try await db.pipeline { pipeline in
                pipeline.execute(Queries.learningRecordsAnnounceStoring(refer))
                let known = pipeline.rows(insert, as: (Int32, UUID, Bool).self)
                pipeline.execute(Queries.learningRecordsSettleReferences(ids, refer))
                if let link = attachments.link { pipeline.execute(link) }
                if let note = attachments.note { pipeline.execute(note) }
                return known
            }.get()
        }
        return Dictionary(grouping: known) { Int($0.0) }.mapValues { rows in
            rows.map { IngestOutcome.Known(id: $0.1, isSame: $0.2) }
        }
    }
}

extension UUID {
    /// The sixteen bytes as a number, the first one the highest.
    fileprivate var number: UInt128 {
        // Safe, because a UUID has sixteen bytes, and any are a number.
        unsafe withUnsafeBytes(of: uuid) { bytes in
            UInt128(bigEndian: unsafe bytes.loadUnaligned(as: UInt128.self))
        }
    }
}
