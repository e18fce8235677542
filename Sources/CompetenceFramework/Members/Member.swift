import JSON

/// One member of a class of CASE.
struct Member<Root: Sendable>: Sendable {
    /// What its absence means.
    enum Presence: Sendable {
        /// A fault.
        case required
        /// A remark: CASE demands the text, but known publishers leave it out; it is read and written as empty.
        case expected
        /// Nothing.
        case optional
    }

    /// The name in CASE.
    let name: String
    /// What its absence means.
    let presence: Presence
    /// The first version of CASE that has it.
    let since: CASEVersion
    /// Whether it is written only where the object stands outside a package.
    let isStandalone: Bool
    /// What the value is in a cell of a spreadsheet.
    let shape: CellShape
    /// Reads the value into an object.
    let read: @Sendable (JSONValue, inout Root, inout Reader) -> Void
    /// Writes name and value, when there is a value to write.
    let write: @Sendable (Root, inout JSONWriter, Form) -> Void

    /// A member that an object cannot be without.
    static func required<Value>(
        _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ format: Format<Value>,
        presence: Presence = .required
    ) -> Member {
        Member(
            name: name, presence: presence, since: .v1p0, isStandalone: false, shape: format.shape,
            read: { if let value = format.read($0, &$2) { $1[keyPath: path] = value } },
            write: { root, writer, form in
                writer.key(name)
                format.write(root[keyPath: path], &writer, form)
            })
    }

    /// A text that CASE demands and that known publishers leave out.
    static func expected(
        _ name: String, _ path: any WritableKeyPath<Root, String> & Sendable, _ format: Format<String>
    ) -> Member {
        required(name, path, format, presence: .expected)
    }

    /// A member that may be absent.
    static func optional<Value>(
        _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ format: Format<Value>,
        since: CASEVersion = .v1p0, isStandalone: Bool = false
    ) -> Member {
        Member(
            name: name, presence: .optional, since: since, isStandalone: isStandalone, shape: format.shape,
            read: { $1[keyPath: path] = format.read($0, &$2) },
            write: { root, writer, form in
                guard let value = root[keyPath: path] else { return }
                writer.key(name)
                format.write(value, &writer, form)
            })
    }

    /// A member with any number of values; with none it is absent.
    static func list<Value>(
        _ name: String, _ path: any WritableKeyPath<Root, [Value]> & Sendable, _ format: Format<[Value]>,
        since: CASEVersion = .v1p0
    ) -> Member {
        Member(
            name: name, presence: .optional, since: since, isStandalone: false, shape: format.shape,
            read: { if let value = format.read($0, &$2) { $1[keyPath: path] = value } },
            write: { root, writer, form in
                let values = root[keyPath: path]
                guard !values.isEmpty else { return }
                writer.key(name)
                format.write(values, &writer, form)
            })
    }

    /// An object that is absent when there is nothing in it.
    static func unlessEmpty<Value: CASEClass>(
        _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ format: Format<Value>
    ) -> Member {
        Member(
            name: name, presence: .optional, since: .v1p0, isStandalone: false, shape: format.shape,
            read: { if let value = format.read($0, &$2) { $1[keyPath: path] = value } },
            write: { root, writer, form in
                let value = root[keyPath: path]
                guard value != Value() else { return }
                writer.key(name)
                format.write(value, &writer, form)
            })
    }

    /// The extensions of CASE 1.1.
    static func extensions(
        _ path: any WritableKeyPath<Root, Extensions> & Sendable, _ format: Format<Extensions> = .extensions
    ) -> Member {
        Member(
            name: "extensions", presence: .optional, since: .v1p1, isStandalone: false, shape: format.shape,
            read: { if let value = format.read($0, &$2) { $1[keyPath: path] = value } },
            write: { root, writer, form in
                let extensions = root[keyPath: path]
                guard !extensions.isEmpty else { return }
                writer.key("extensions")
                format.write(extensions, &writer, form)
            })
    }
}
