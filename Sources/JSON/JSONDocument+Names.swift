/// Strings and names that are known beforehand.
extension JSONDocument {
    /// The number of a string's or a member's text among known ones; 0 when it is none of them.
    public func number(_ node: Int, among names: JSONNames) -> Int {
        withText(node) { text in
            unsafe text.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                let print = unsafe Fingerprint.of(base, count: buffer.count)
                return Int(unsafe names.table.number(print, at: base, length: buffer.count))
            }
        }
    }
}
