/// The vocabularies of linked data, and of which kind the values of their properties are.
enum Vocabulary {
    /// What prefixes stand for, in the order of their names.
    static let prefixes = [
        ("asn", "http://purl.org/asn/schema/core/"), ("ceasn", "https://purl.org/ctdlasn/terms/"),
        ("ceterms", "https://purl.org/ctdl/terms/"), ("dct", "http://purl.org/dc/terms/"),
        ("owl", "http://www.w3.org/2002/07/owl#"),
        ("publicationStatus", "https://purl.org/ctdlasn/vocabs/publicationStatus/"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("schema", "https://schema.org/"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    /// The IRI of a short name.
    static func iri(_ name: String) -> String {
        let parts = name.split(separator: ":", maxSplits: 1)
        let namespace = prefixes.first { $0.0 == parts.first.map(String.init) }?.1 ?? ""
        return namespace + (parts.last.map(String.init) ?? "")
    }

    /// Properties whose values are texts in languages.
    static let texts: Set<String> = [
        "ceasn:comment", "ceasn:competencyCategory", "ceasn:competencyLabel", "ceasn:competencyText",
        "ceasn:conceptKeyword", "ceasn:description", "ceasn:name", "ceasn:publisherName", "ceterms:name",
        "dct:creator", "dct:subject", "skos:definition", "skos:note", "skos:prefLabel",
    ]

    /// Properties whose values are other resources.
    static let links: Set<String> = [
        "ceasn:broadAlignment", "ceasn:complexityLevel", "ceasn:derivedFrom", "ceasn:exactAlignment", "ceasn:hasChild",
        "ceasn:hasTopChild", "ceasn:inProgressionModel", "ceasn:isChildOf", "ceasn:isPartOf", "ceasn:isTopChildOf",
        "ceasn:license", "ceasn:majorAlignment", "ceasn:minorAlignment", "ceasn:narrowAlignment",
        "ceasn:prerequisiteAlignment", "ceasn:publicationStatusType", "ceasn:skillEmbodied", "ceasn:source",
        "asn:hasProgressionModel", "dct:isPartOf", "dct:isReplacedBy", "dct:references", "dct:relation",
        "schema:translationOfWork", "skos:broadMatch", "skos:broader", "skos:closeMatch", "skos:exactMatch",
        "skos:hasTopConcept", "skos:inScheme", "skos:narrowMatch", "skos:narrower", "skos:related",
        "skos:relatedMatch", "skos:topConceptOf",
    ]
}
