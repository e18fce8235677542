internal import JSON

/// The geometry of a chart of actions in time: from when they were proposed to when they are due or over.
///
/// The table beside it has every date: the chart is one picture for who does not see it.
struct ActionTimeline {
    /// An action.
    struct Row {
        let label: String
        let labelY: Int
        let barX: Int
        let barY: Int
        let barWidth: Int
        let style: String
        /// Where it was reported done, and verified, as a path; nil while it is not.
        let done: String?
        let verified: String?
    }

    /// The first day of a month.
    struct Tick {
        let x: Int
        let label: String
    }

    private static let left = 270
    private static let width = 720
    private static let rowHeight = 30
    private static let top = 34

    let rows: [Row]
    let ticks: [Tick]
    let today: Int
    let width: Int
    let height: Int
    let bottom: Int
    let summary: String

    /// - Returns: nil without actions.
    init?(_ actions: [JSONValue], today: String) {
        guard let now = Self.day(today) else { return nil }
        let spans = actions.compactMap { action -> (JSONValue, first: Int, due: Int)? in
            guard let first = Self.day(action.said("proposedAt")), let due = Self.day(action.said("dueOn")) else {
                return nil
            }
            return (action, first, due)
        }
        guard let first = spans.map({ min($0.first, $0.due) }).min(), let last = spans.map(\.due).max() else {
            return nil
        }
        let begin = min(first, now)
        let end = max(last, now, begin + 30)
        func x(_ day: Int) -> Int { Self.left + (day - begin) * (Self.width - Self.left - 20) / (end - begin) }
        rows = spans.enumerated().map { place, span in
            let (action, first, due) = span
            let y = Self.top + place * Self.rowHeight
            let middle = y + Self.rowHeight / 2
            func mark(_ member: String) -> Int? { action.saidIfAny(member).flatMap(Self.day).map(x) }
            let text = "\(action.said("id")) \(action.said("text"))"
            let style = action["overdue"]?.boolean == true ? "late" : action.said("state")
            return Row(
                label: text.count > 34 ? text.prefix(33) + "…" : text, labelY: middle, barX: x(min(first, due)),
                barY: middle - 6, barWidth: max(4, abs(x(due) - x(first))), style: style,
                done: mark("doneAt").map { "M\($0),\(middle - 9)l7,9l-7,9l-7,-9z" },
                verified: mark("verifiedAt").map { "M\($0 - 7),\(middle)l5,6l9,-12" })
        }
        ticks = Self.months(from: begin, to: end).map { Tick(x: x($0.day), label: $0.label) }
        self.today = x(now)
        width = Self.width
        bottom = Self.top + spans.count * Self.rowHeight
        height = bottom + 6
        let late = spans.count { $0.0["overdue"]?.boolean == true }
        let days = spans.flatMap { [$0.0.said("proposedAt").prefix(10), $0.0.said("dueOn").prefix(10)] }
        summary =
            "\(spans.count) \(spans.count == 1 ? "action" : "actions") from \(days.min() ?? "") to \(days.max() ?? ""), "
            + (late == 0 ? "none" : "\(late)") + " overdue"
    }

    // MARK: - Days

    /// Days since 1 March of the year 0 (proleptic Gregorian), from a text that begins with a day.
    private static func day(_ text: String) -> Int? {
        let parts = text.prefix(10).split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        let shifted = month < 3 ? year - 1 : year
        let ofYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + ofYear
    }

    /// First days of months, of at most seven.
    private static func months(from begin: Int, to end: Int) -> [(day: Int, label: String)] {
        var found: [(day: Int, label: String)] = []
        for year in (begin / 366 - 1)...(end / 365 + 1) {
            for month in 1...12 {
                let label = "\(year)-\(month < 10 ? "0" : "")\(month)"
                guard let day = day(label + "-01"), (begin...end).contains(day) else { continue }
                found.append((day, label))
            }
        }
        // Labels need room.
        let every = max(1, (found.count + 6) / 7)
        return found.enumerated().filter { $0.offset.isMultiple(of: every) }.map(\.element)
    }
}
