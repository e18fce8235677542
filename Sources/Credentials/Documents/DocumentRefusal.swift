/// Why a document is not issued.
package struct DocumentRefusal: Error, Hashable, Sendable {
    /// What is wrong with it; at least one fault.
    package let faults: [DataModelFault]

    init(_ faults: [DataModelFault]) { self.faults = faults }

    init(_ rule: DataModelRule, at pointer: String, _ message: String) {
        faults = [DataModelFault(pointer: pointer, rule: rule, message: message)]
    }
}
