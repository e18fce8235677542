/// Reads the sheets of an Office Open XML workbook (.xlsx), whoever wrote it.
struct WorkbookReader {
    private var zip: ZipReader
    private var shared: [String] = []
    private var dateStyles: Set<Int> = []
    private var remainingCells: Int
    /// Cells that show an error, or a formula whose result is not in the file.
    private(set) var faults: [SheetFinding] = []

    /// The sheets of a workbook in their order, and the cells that have no value to read.
    static func grids(
        _ bytes: [UInt8], limits: WorkbookLimits
    ) throws(ContainerError) -> (grids: [Grid], faults: [SheetFinding]) {
        var reader = WorkbookReader(
            zip: try ZipReader(bytes, maximumExpanded: limits.maximumExpanded), remainingCells: limits.maximumCells)
        let grids = try reader.read()
        return (grids, reader.faults)
    }

    private init(zip: ZipReader, remainingCells: Int) {
        self.zip = zip
        self.remainingCells = remainingCells
    }

    private mutating func read() throws(ContainerError) -> [Grid] {
        let main = try relationships("_rels/.rels").first { $0.value.type.hasSuffix("/officeDocument") }?.value.target
        let workbook = main.map { Self.path($0, from: "") } ?? "xl/workbook.xml"
        let folder = workbook.split(separator: "/").dropLast().joined(separator: "/")
        let file = workbook.split(separator: "/").last.map(String.init) ?? ""
        let parts = try relationships("\(folder)/_rels/\(file).rels")
        guard let bytes = try zip.content(workbook) else { throw ContainerError("The archive holds no workbook.") }
        for part in parts.values {
            let path = Self.path(part.target, from: folder)
            if part.type.hasSuffix("/sharedStrings"), let bytes = try zip.content(path) {
                shared = try SharedStrings.texts(bytes)
            } else if part.type.hasSuffix("/styles"), let bytes = try zip.content(path) {
                dateStyles = try DateStyles.positions(bytes)
            }
        }
        var grids: [Grid] = []
        var scanner = try XMLScanner(bytes)
        while let event = try scanner.next() {
            guard case .start("sheet", let attributes) = event, let name = attributes["name"],
                let id = attributes.first(where: { $0.key.hasSuffix(":id") })?.value, let part = parts[id],
                part.type.hasSuffix("/worksheet")
            else { continue }
            guard let sheet = try zip.content(Self.path(part.target, from: folder)) else {
                throw ContainerError("The archive lacks the sheet \"\(name)\".")
            }
            grids.append(try grid(name, sheet))
        }
        return grids
    }

    private mutating func relationships(
        _ path: String
    ) throws(ContainerError) -> [String: (type: String, target: String)] {
        guard let bytes = try zip.content(path) else {
            throw ContainerError("The file is no workbook: it lacks \(path).")
        }
        var scanner = try XMLScanner(bytes)
        var relationships: [String: (type: String, target: String)] = [:]
        while let event = try scanner.next() {
            guard case .start("Relationship", let attributes) = event, let id = attributes["Id"],
                let type = attributes["Type"], let target = attributes["Target"]
            else { continue }
            relationships[id] = (type, target)
        }
        return relationships
    }

    private static func path(_ target: String, from folder: String) -> String {
        target.hasPrefix("/") ? String(target.dropFirst()) : folder.isEmpty ? target : "\(folder)/\(target)"
    }

    private mutating func grid(_ name: String, _ bytes: [UInt8]) throws(ContainerError) -> Grid {
        var rows: [Int: [Int: String]] = [:]
        var scanner = try XMLScanner(bytes)
        var (row, column) = (0, -1)
        while let event = try scanner.next() {
            guard case .start(let element, let attributes) = event else { continue }
            switch element {
            case "row":
                row = attributes["r"].flatMap { Int($0) } ?? row + 1
                column = -1
                guard (1...1_048_576).contains(row) else { throw ContainerError("A row has a number beyond the last.") }
            case "c":
                column += 1
                if let place = attributes["r"] {
                    guard let place = Grid.place(place) else { throw ContainerError("A cell has no place.") }
                    (column, row) = place
                }
                let place = SheetPlace(sheet: name, row: row, column: column, header: nil)
                guard let text = try cell(attributes, &scanner, place), !text.isEmpty else { continue }
                remainingCells -= 1
                guard remainingCells >= 0 else { throw ContainerError("The workbook has more cells than the limit.") }
                rows[row, default: [:]][column] = text
            default: continue
            }
        }
        return Grid(name: name, rows: rows.sorted { $0.key < $1.key }.map { Grid.Row(number: $0, cells: $1) })
    }

    /// A cell's text, up to the element's end.
    private mutating func cell(
        _ attributes: [String: String], _ scanner: inout XMLScanner, _ place: SheetPlace
    ) throws(ContainerError) -> String? {
        var (value, inline, isFormula) = (nil as String?, nil as String?, false)
        loop: while let event = try scanner.next() {
            switch event {
            case .start("v", _): value = try SharedStrings.text(of: "v", &scanner)
            case .start("is", _): inline = try SharedStrings.runs(of: "is", &scanner)
            case .start("f", _): isFormula = true
            case .end("c"): break loop
            default: continue
            }
        }
        switch attributes["t"] {
        case "inlineStr": return inline
        case "s": return value.flatMap { Int($0) }.flatMap { shared.indices.contains($0) ? shared[$0] : nil }
        case "b": return value == "1" ? "TRUE" : "FALSE"
        case "e":
            faults.append(SheetFinding(place: place, rule: .cell, reason: "The cell shows the error \(value ?? "")."))
            return nil
        case "str", "d": return value.map(CellText.decoded)
        default: break
        }
        guard let value, !value.isEmpty else {
            if isFormula {
                let reason = "The cell has a formula whose result is not in the file; put the value there."
                faults.append(SheetFinding(place: place, rule: .cell, reason: reason))
            }
            return nil
        }
        let isDate = attributes["s"].flatMap { Int($0) }.map(dateStyles.contains) == true
        return isDate ? DateStyles.date(value) ?? NumberText.shortest(value) : NumberText.shortest(value)
    }
}
