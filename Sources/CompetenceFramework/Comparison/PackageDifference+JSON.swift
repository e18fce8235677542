public import JSON

extension PackageDifference {
    /// The difference as JSON: the same bytes for the same difference.
    ///
    /// Lists are there when they are empty, too.
    public func json(isPretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return isPretty ? PrettyJSON.text(writer.bytes) : writer.bytes
    }

    /// Writes the difference as an object.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("document")
            Self.write(document, to: &writer)
            writer.member("added", array: { writer in for item in added { Self.write(item, to: &writer) } })
            writer.member("removed", array: { writer in for item in removed { Self.write(item, to: &writer) } })
            writer.member("changed", array: { writer in for item in changed { Self.write(item, to: &writer) } })
            writer.member("moved", array: { writer in for item in moved { Self.write(item, to: &writer) } })
            writer.member("targets", array: { writer in for target in targets { Self.write(target, to: &writer) } })
            writer.member(
                "associations",
                object: { writer in
                    let lists = [
                        ("added", addedAssociations), ("removed", removedAssociations),
                        ("changed", changedAssociations),
                    ]
                    for (name, associations) in lists {
                        writer.member(
                            name,
                            array: { writer in
                                for association in associations { Self.write(association, to: &writer) }
                            })
                    }
                })
        }
    }

    private static func write(_ changes: [FieldChange], to writer: inout JSONWriter) {
        writer.array { writer in
            for change in changes {
                writer.object { writer in
                    writer.member("field", string: change.field)
                    writer.member("old", raw: (change.old ?? "null").utf8)
                    writer.member("new", raw: (change.new ?? "null").utf8)
                }
            }
        }
    }

    private static func write(_ item: ItemReference?, to writer: inout JSONWriter) {
        guard let item else { return writer.null() }
        writer.object { writer in
            writer.member("identifier", string: item.identifier)
            writer.member("code", stringIfPresent: item.code)
            writer.member("type", stringIfPresent: item.type)
            writer.member("statement", string: item.statement)
        }
    }

    private static func write(_ name: String, _ item: ItemReference?, to writer: inout JSONWriter) {
        writer.key(name)
        write(item, to: &writer)
    }

    private static func write(_ item: ChangedItem, to writer: inout JSONWriter) {
        writer.object { writer in
            write("old", item.old, to: &writer)
            write("new", item.new, to: &writer)
            writer.key("changes")
            write(item.changes, to: &writer)
        }
    }

    private static func write(_ item: MovedItem, to writer: inout JSONWriter) {
        writer.object { writer in
            write("item", item.item, to: &writer)
            write("oldParent", item.oldParent, to: &writer)
            write("newParent", item.newParent, to: &writer)
            writer.member("oldPlace", number: item.oldPlace)
            writer.member("newPlace", number: item.newPlace)
        }
    }

    private static func write(_ target: TargetChange, to writer: inout JSONWriter) {
        writer.object { writer in
            write("profile", target.profile, to: &writer)
            write("competence", target.competence, to: &writer)
            for (name, level) in [("oldLevel", target.oldLevel), ("newLevel", target.newLevel)] {
                writer.member(name, raw: (level.map { String($0) } ?? "null").utf8)
            }
            for (name, weight) in [("oldWeight", target.oldWeight), ("newWeight", target.newWeight)] {
                writer.member(name, raw: (weight ?? "null").utf8)
            }
        }
    }

    private static func write(_ association: AssociationChange, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", string: association.type)
            writer.member("origin", string: association.origin)
            writer.member("destination", string: association.destination)
            writer.member("title", string: association.title)
            writer.key("changes")
            write(association.changes, to: &writer)
        }
    }
}
