internal import LibPQ

/// When the statements of a batch were stored, of those that keep the time which another store gave them.
struct KeptTimes {
    private(set) var times: [LibPQ.Timestamp?] = []
    /// The statement's number, from 1, among those of its millisecond.
    private(set) var numbers: [Int32?] = []
    private var count: [Int64: Int32] = [:]

    mutating func append(_ time: LibPQ.Timestamp?) {
        times.append(time)
        let number = time.map { count[$0.microseconds / 1000, default: 0] + 1 }
        if let time { count[time.microseconds / 1000] = number }
        numbers.append(number)
    }
}
