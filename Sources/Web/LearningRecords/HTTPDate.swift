internal import FoundationEssentials
internal import LibPQ

/// Dates as HTTP writes them (RFC 9110 §5.6.7).
enum HTTPDate {
    /// A moment, to the second: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(_ moment: Timestamp) -> String {
        text(Date(timeIntervalSince1970: Double(moment.microseconds) / 1e6 + 946_684_800))
    }

    /// The moment that a text in this form names; nil for any other text, the forms of old included.
    static func date(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 6, let month = months.firstIndex(where: { $0 == words[2] }) else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard let day = Int(words[1]), let year = Int(words[3]), clock.count == 3 else { return nil }
        let parts = DateComponents(
            calendar: calendar, year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1],
            second: clock[2])
        // Only what would be written so again is a date: no 31st of February, no other weekday, no other zone.
        return parts.date.flatMap { self.text($0) == text ? $0 : nil }
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }

    /// A moment, to the second.
    static func text(_ date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        func padded(_ value: Int?, _ width: Int = 2) -> String {
            let digits = String(value ?? 0)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let day = days[((parts.weekday ?? 1) - 1) % 7]
        let month = months[((parts.month ?? 1) - 1) % 12]
        return
            "\(day), \(padded(parts.day)) \(month) \(padded(parts.year, 4)) "
            + "\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second)) GMT"
    }
}
