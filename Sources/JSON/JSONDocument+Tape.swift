/// Walking the tape by index, without a view or a String: for code on the ingest path.
extension JSONDocument {
    /// The kind of the value at a node.
    @inlinable
    public func kind(_ node: Int) -> JSONKind { entry(node).kind }

    /// The node behind the value and its content.
    @inlinable
    public func next(_ node: Int) -> Int { Int(entry(node).next) }

    /// Where the value stands in the bytes; a string with its quotes.
    @inlinable
    public func range(_ node: Int) -> Range<Int> { Int(entry(node).start)..<Int(entry(node).end) }

    /// Where a string's text stands in the bytes, without the quotes.
    @inlinable
    public func textRange(_ node: Int) -> Range<Int> { Int(entry(node).start) + 1..<Int(entry(node).end) - 1 }

    /// Whether an object or array has no content.
    @inlinable
    public func isEmpty(_ node: Int) -> Bool { next(node) == node + 1 }

    /// Calls `body` with the nodes of each member's name and value, in the order received.
    @inlinable
    public func forEachMember<E: Error>(
        _ object: Int, _ body: (_ key: Int, _ value: Int) throws(E) -> Void
    ) throws(E) {
        let end = next(object)
        var key = object + 1
        while key < end {
            try body(key, key + 1)
            key = next(key + 1)
        }
    }

    /// Calls `body` with the position and node of each element, in the order received.
    @inlinable
    public func forEachElement<E: Error>(
        _ array: Int, _ body: (_ position: Int, _ value: Int) throws(E) -> Void
    ) throws(E) {
        let end = next(array)
        var position = 0
        var value = array + 1
        while value < end {
            try body(position, value)
            position += 1
            value = next(value)
        }
    }

    /// The node of the member with this name.
    @inlinable
    public func member(_ object: Int, _ name: StaticString) -> Int? {
        guard kind(object) == .object else { return nil }
        let end = next(object)
        var key = object + 1
        while key < end {
            if text(key, is: name) { return key + 1 }
            key = next(key + 1)
        }
        return nil
    }

    /// The number of members or elements.
    public func count(_ container: Int) -> Int {
        let step = kind(container) == .object ? 1 : 0
        let end = next(container)
        var count = 0
        var child = container + 1
        while child < end {
            count += 1
            child = next(child + step)
        }
        return count
    }
}
