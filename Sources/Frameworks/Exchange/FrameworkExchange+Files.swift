internal import CompetenceFramework
internal import FoundationEssentials

extension FrameworkExchange {
    /// Now, as CASE writes it.
    public static var now: String { Date.now.formatted(.iso8601) }

    /// Reads a file, and checks it as a whole; nothing of it is kept.
    public func read(_ file: FrameworkFile) async throws -> FrameworkReading {
        guard file.format != .json else { return Self.read(file.bytes) }
        var defaults = SheetDefaults(
            title: file.title, code: file.code, version: file.version, creator: file.creator ?? file.code ?? "",
            base: caseBase, lastChangeDateTime: Self.now)
        var earlier: CFPackage?
        if let code = file.code, let version = file.version {
            earlier = try await package(code, version, hasProposals: true)
            defaults.document = earlier?.document
        }
        do {
            let reading =
                switch (file.format, earlier) {
                case (.csv, let earlier?): try CFPackage.read(csv: file.bytes, onto: earlier, defaults: defaults)
                case (.csv, nil): try CFPackage.read(csv: file.bytes, defaults: defaults)
                default: try CFPackage.read(xlsx: file.bytes, defaults: defaults)
                }
            return FrameworkReading(
                package: reading.package, faults: [], remarks: reading.remarks.map(FrameworkFinding.init))
        } catch {
            return FrameworkReading(
                package: nil, faults: error.faults.map(FrameworkFinding.init),
                remarks: error.remarks.map(FrameworkFinding.init))
        }
    }

    private static func read(_ bytes: [UInt8]) -> FrameworkReading {
        do {
            let reading = try CFPackage.read(bytes)
            return FrameworkReading(
                package: reading.package, faults: [], remarks: reading.remarks.map(FrameworkFinding.init))
        } catch {
            return FrameworkReading(
                package: nil, faults: error.faults.map(FrameworkFinding.init),
                remarks: error.remarks.map(FrameworkFinding.init))
        }
    }
}
