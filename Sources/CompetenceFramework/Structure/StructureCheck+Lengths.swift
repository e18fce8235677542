extension StructureCheck {
    /// What things are found by is short enough for the indexes that find them.
    mutating func keyLengths() {
        let document = package.document
        bound(document.code, to: 500, "/CFDocument/extensions/\(SchemeName.code)", "code")
        bound(document.version, to: 200, "/CFDocument/version", "version")
        for (position, item) in package.items.enumerated() where item.kind.isOfScheme {
            bound(item.code, to: 500, "/CFItems/\(position)/humanCodingScheme", "code")
        }
        for (position, association) in package.associations.enumerated() {
            let place = "/CFAssociations/\(position)"
            bound(association.associationType.rawValue, to: 200, place + "/associationType", "type")
            bound(association.originNodeURI.uri, to: 2000, place + "/originNodeURI/uri", "URI")
            bound(association.destinationNodeURI.uri, to: 2000, place + "/destinationNodeURI/uri", "URI")
        }
    }

    /// Notes a text of more bytes than may be.
    mutating func bound(_ text: String?, to limit: Int, _ place: @autoclosure () -> String, _ name: String) {
        guard let count = text?.utf8.count, count > limit else { return }
        fault(place(), .keyLength, "The \(name) has \(count) bytes in UTF-8; at most \(limit) can be kept.")
    }
}
