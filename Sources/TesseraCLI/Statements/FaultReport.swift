import JSON
import LearningRecords
import SystemPackage
import XAPI

/// Where an import tells of the lines that it cannot take.
struct FaultReport: Sendable {
    private let descriptor: FileDescriptor?

    /// A report in a file, to which it is added; on standard error without one.
    init(path: String?) throws {
        descriptor = try path.map {
            try FileDescriptor.open(
                FilePath($0), .writeOnly, options: [.create, .append], permissions: [.ownerReadWrite])
        }
    }

    /// Tells of a line.
    func note(_ fault: ImportFault) throws {
        guard let descriptor else {
            return CommandOutput.message("line \(fault.line): \(fault.rejection.summary)")
        }
        var writer = JSONWriter()
        fault.write(to: &writer)
        _ = try descriptor.writeAll(writer.bytes + [UInt8(ascii: "\n")])
    }
}
