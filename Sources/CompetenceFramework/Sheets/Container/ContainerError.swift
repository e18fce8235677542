/// Why bytes are not accepted as a workbook.
struct ContainerError: Error, Equatable {
    /// What is wrong, in words.
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
