/// Members by their names, compared by bytes, in the order in which they came.
package struct LinkedDataMap: Sendable {
    private(set) var keys: [RDFText] = []
    private(set) var values: [LinkedDataValue] = []
    /// Where the names stand; kept only when there are so many that looking through them would be slow.
    private var places: [RDFText: Int]?

    private static let most = 8

    /// Without members.
    package init() {}

    /// The number of members.
    package var count: Int { keys.count }

    /// Whether there are no members.
    package var isEmpty: Bool { keys.isEmpty }

    /// The names and values in their order.
    package var members: Zip2Sequence<[RDFText], [LinkedDataValue]> { zip(keys, values) }

    /// The value of a member.
    package subscript(key: RDFText) -> LinkedDataValue? {
        get { place(of: key).map { values[$0] } }
        set {
            guard let newValue else { return remove(key) }
            if let place = place(of: key) { values[place] = newValue } else { append(key, newValue) }
        }
    }

    /// The value of a keyword.
    subscript(keyword: Keyword) -> LinkedDataValue? {
        get { self[keyword.text] }
        set { self[keyword.text] = newValue }
    }

    /// Whether there is a member of this name.
    func has(_ keyword: Keyword) -> Bool { place(of: keyword.text) != nil }

    /// Whether there is a member of this name.
    func has(_ key: RDFText) -> Bool { place(of: key) != nil }

    /// Adds values to the array of a member; an array is added element by element.
    mutating func add(_ value: LinkedDataValue, to key: RDFText) {
        guard let place = place(of: key) else { return append(key, .array(value.elements)) }
        var elements = values[place].elements
        values[place] = .null  // so that the elements have one owner and are not copied
        if case .array(let more) = value { elements += more } else { elements.append(value) }
        values[place] = .array(elements)
    }

    private mutating func append(_ key: RDFText, _ value: LinkedDataValue) {
        keys.append(key)
        values.append(value)
        if places != nil {
            places?[key] = keys.count - 1
        } else if keys.count > Self.most {
            places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        }
    }

    private mutating func remove(_ key: RDFText) {
        guard let place = place(of: key) else { return }
        keys.remove(at: place)
        values.remove(at: place)
        guard places != nil else { return }
        places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    }

    private func place(of key: RDFText) -> Int? {
        if let places { return places[key] }
        return keys.firstIndex(of: key)
    }
}

extension LinkedDataMap: Equatable {
    /// Whether two maps have the same members, in whatever order.
    package static func == (left: LinkedDataMap, right: LinkedDataMap) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0] == $1 }
    }
}
