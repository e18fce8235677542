internal import FoundationEssentials
internal import LibPQ

/// Dates as HTTP writes them (RFC 9110 §5.6.7).
enum HTTPDate {
    /// A moment, to the second: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(_ moment: Timestamp) -> String {
        text(Date(timeIntervalSince1970: Double(moment.microseconds) / 1e6 + 946_684_800))
    }

    /// A moment, to the second.
    static func text(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
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
