import JSON
import Testing

@testable import Credentials

/// Takes N-Quads that were written down for a graph: one text for the proof, another for the document.
struct FixedGraphs: DocumentGraphs {
    let document: [UInt8]
    let proof: [UInt8]

    func graph(of document: JSONDocument) throws(CredentialError) -> RDFDataset {
        try RDFDataset(parsing: document.root["proofPurpose"] != nil ? proof : self.document)
    }
}
