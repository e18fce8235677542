/// A duration: the text received, and its value in the components of a PostgreSQL interval.
public struct StatementDuration: Sendable, Hashable {
    /// The ISO 8601 text, as received.
    public let text: String
    /// Years and months, in months.
    public let months: Int32
    /// Weeks and days, in days.
    public let days: Int32
    /// Hours, minutes and seconds, in microseconds; finer digits are cut.
    public let microseconds: Int64

    /// A duration.
    public init(text: String, months: Int32, days: Int32, microseconds: Int64) {
        self.text = text
        self.months = months
        self.days = days
        self.microseconds = microseconds
    }
}
