/// A package as OpenSALT writes them: addresses of its own, links that are texts, times without zone, `null` for what is
/// missing, types of items that many documents share, codes and places of every kind.
public enum OpenSALTSample {
    private static let base = "https://salt.example/uri"

    private static func id(_ number: Int) -> String { Sample.id(9_000 + number) }

    private static func item(_ number: Int, _ code: String?, _ statement: String, _ type: Int) -> String {
        """
        {
          "CFDocumentURI": "\(base)/\(id(0))", "identifier": "\(id(number))", "uri": "\(base)/\(id(number))",
          "fullStatement": "\(statement)", "humanCodingScheme": \(code.map { "\"\($0)\"" } ?? "null"),
          "listEnumeration": "\(number).", "notes": null, "language": "en", "educationLevel": ["07", "08"],
          "CFItemType": "\(type == 1 ? "Cluster" : "Standard")",
          "CFItemTypeURI": {"title": "Type \(type)", "identifier": "\(id(50 + type))", "uri": "\(base)/\(id(50 + type))"},
          "abbreviatedStatement": "", "conceptKeywords": [], "lastChangeDateTime": "2017-05-25T18:05:33",
          "CFItemAssociationURI": "\(base)/\(id(number))/associations"
        }
        """
    }

    private static func association(
        _ number: Int, _ type: String, _ origin: String, _ destination: String, sequence: Int? = nil
    ) -> String {
        """
        {
          "CFDocumentURI": "\(base)/\(id(0))", "identifier": "\(id(number))", "uri": "\(base)/\(id(number))",
          "associationType": "\(type)", "sequenceNumber": \(sequence.map(String.init) ?? "null"),
          "originNodeURI": {"title": "Origin", "identifier": "\(origin)", "uri": "\(base)/\(origin)"},
          "destinationNodeURI": {"title": "Destination", "identifier": "\(destination)", "uri": "\(base)/\(destination)"},
          "lastChangeDateTime": "2017-05-25T18:05:33+00:00"
        }
        """
    }

    /// The package.
    public static var json: [UInt8] {
        let items = [
            item(1, "7.RP", "Ratios <sup>1/2</sup>", 1), item(2, "7.RP.A", "Analyse", 2), item(3, "7.RP.A", "Again", 2),
            item(4, nil, "Below two items", 2),
        ]
        let associations = [
            association(20, "isChildOf", id(1), id(0), sequence: 1),
            association(21, "isChildOf", id(2), id(1), sequence: 2),
            association(22, "isChildOf", id(3), id(1), sequence: 1),
            association(23, "isChildOf", id(4), id(2)), association(24, "isChildOf", id(4), id(3)),
            // Items of documents that are elsewhere.
            association(25, "exactMatchOf", id(2), "5b6c487e-04f1-5ba9-9722-d099849b9167"),
            association(26, "exemplar", "edfce0e7-dbbf-40d5-af1a-baccabef85e9", id(3)),
        ]
        let text = """
            {
              "CFDocument": {
                "identifier": "\(id(0))", "uri": "\(base)/\(id(0))", "creator": "A school district",
                "title": "What standards could be", "adoptionStatus": "Draft", "description": null, "subject": [],
                "lastChangeDateTime": "2017-05-25T18:05:33", "CFPackageURI": "\(base)/\(id(0))"
              },
              "CFItems": [\(items.joined(separator: ", "))],
              "CFAssociations": [\(associations.joined(separator: ", "))],
              "CFDefinitions": {
                "CFItemTypes": [
                  {"identifier": "\(id(51))", "uri": "\(base)/\(id(51))", "title": "Cluster", "description": null,
                   "hierarchyCode": "1", "typeCode": "Cluster", "lastChangeDateTime": "2017-02-14T20:34:39"}
                ],
                "CFAssociationGroupings": []
              }
            }
            """
        return Array(text.utf8)
    }
}
