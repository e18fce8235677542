/// Who is reading: so many at once in all, and of each caller.
///
/// An actor, because readers come and go on many connections. Each process counts for itself.
actor ReadingSeats {
    private let limits: EvaluationLimits
    private var taken: [String: Int] = [:]

    init(_ limits: EvaluationLimits) {
        self.limits = limits
    }

    /// Takes a seat, which has to be left again.
    ///
    /// - Parameter reader: Who reads.
    func take(_ reader: String) throws(EvaluationError) {
        guard taken[reader, default: 0] < limits.readersOfOne else { throw .manyOfOneReader(limits.readersOfOne) }
        guard taken.values.reduce(0, +) < limits.readers else { throw .manyReaders(limits.readers) }
        taken[reader, default: 0] += 1
    }

    func leave(_ reader: String) {
        let left = taken[reader, default: 1] - 1
        taken[reader] = left > 0 ? left : nil
    }
}
