internal import JSON

extension LinkedDataProcessor {
    /// What of a document would be lost in its graph, if anything: a graph is what is signed.
    func fault(in document: JSONValue) -> DataModelFault? {
        do {
            _ = try dataset(of: document)
            return nil
        } catch {
            return DataModelFault(pointer: error.pointer ?? "", rule: .linkedData, message: error.message)
        }
    }
}
