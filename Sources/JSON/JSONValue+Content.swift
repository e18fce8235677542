extension JSONValue {
    /// An object's members in the order received; none for other kinds.
    public var members: Members { Members(parent: self) }

    /// An array's elements; none for other kinds.
    public var elements: Elements { Elements(parent: self) }

    /// The members of an object.
    public struct Members: Sequence, Sendable {
        let parent: JSONValue

        /// Walks the members from the first.
        public func makeIterator() -> Iterator {
            let isObject = parent.kind == .object
            return Iterator(
                document: parent.document, key: parent.node + 1,
                end: isObject ? parent.document.next(parent.node) : parent.node + 1)
        }

        /// Walks the members.
        public struct Iterator: IteratorProtocol, Sendable {
            let document: JSONDocument
            var key: Int
            let end: Int

            /// The next member's name and value.
            public mutating func next() -> (key: JSONValue, value: JSONValue)? {
                guard key < end else { return nil }
                let name = JSONValue(document: document, node: key)
                let value = JSONValue(document: document, node: key + 1)
                key = document.next(key + 1)
                return (name, value)
            }
        }
    }

    /// The elements of an array.
    public struct Elements: Sequence, Sendable {
        let parent: JSONValue

        /// Walks the elements from the first.
        public func makeIterator() -> Iterator {
            let isArray = parent.kind == .array
            return Iterator(
                document: parent.document, node: parent.node + 1,
                end: isArray ? parent.document.next(parent.node) : parent.node + 1)
        }

        /// Walks the elements.
        public struct Iterator: IteratorProtocol, Sendable {
            let document: JSONDocument
            var node: Int
            let end: Int

            /// The next element.
            public mutating func next() -> JSONValue? {
                guard node < end else { return nil }
                defer { node = document.next(node) }
                return JSONValue(document: document, node: node)
            }
        }
    }
}
