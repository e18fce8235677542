/// Members in one call.
extension JSONWriter {
    /// Writes a member whose value is a string.
    public mutating func member(_ name: String, string: String) {
        key(name)
        self.string(string)
    }

    /// Writes a member whose value is a string, when there is one.
    public mutating func member(_ name: String, stringIfPresent string: String?) {
        if let string { member(name, string: string) }
    }

    /// Writes a member whose value is an integer.
    public mutating func member(_ name: String, number: some BinaryInteger) {
        key(name)
        self.number(number)
    }

    /// Writes a member whose value is `true` or `false`.
    public mutating func member(_ name: String, boolean: Bool) {
        key(name)
        self.boolean(boolean)
    }

    /// Writes a member whose value is JSON text already; it is not checked.
    public mutating func member(_ name: String, raw: some Sequence<UInt8>) {
        key(name)
        self.raw(raw)
    }

    /// Writes a member whose value is an object.
    public mutating func member(_ name: String, object content: (inout JSONWriter) -> Void) {
        key(name)
        object(content)
    }

    /// Writes a member whose value is an array.
    public mutating func member(_ name: String, array content: (inout JSONWriter) -> Void) {
        key(name)
        array(content)
    }
}
