/// Makes a package out of sheets, and gathers everything that is wrong with them.
struct SheetReader {
    let defaults: SheetDefaults
    private(set) var faults: [SheetFinding] = []
    private(set) var remarks: [SheetFinding] = []
    /// Where the objects of the package stand, by JSON Pointer.
    var origins: [String: SheetOrigin] = [:]
    /// The sheets' names in their order.
    private var order: [String] = []

    init(_ defaults: SheetDefaults) { self.defaults = defaults }

    mutating func fault(_ place: SheetPlace, _ rule: CASERule, _ reason: String) {
        faults.append(SheetFinding(place: place, rule: rule, reason: reason))
    }

    mutating func remark(_ place: SheetPlace, _ rule: CASERule, _ reason: String) {
        remarks.append(SheetFinding(place: place, rule: rule, reason: reason))
    }

    /// Goes back to an earlier state of the faults.
    mutating func restore(_ earlier: [SheetFinding]) { faults = earlier }

    /// Reads the sheets of a framework; `found` is what is wrong with their cells already.
    mutating func read(_ grids: [Grid], _ found: [SheetFinding]) throws(SheetFaults) -> SheetReading {
        faults = found
        order = grids.map(\.name)
        let sheets = named(grids)
        guard let itemGrid = sheets[SheetName.items] else {
            let place = SheetPlace(sheet: SheetName.items, row: nil, column: nil, header: nil)
            fault(place, .sheet, "There is no sheet of this name.")
            throw failure()
        }
        let head = document(sheets[SheetName.document])
        var package = CFPackage(document: head.document, extensions: head.packageExtensions)
        let items = self.items(itemGrid, head)
        package.items = items.items
        let names = ItemNames(package.items)
        let parents = self.parents(items, names)
        let targets = self.targets(items, sheets[SheetName.targets], names, parents)
        package.definitions = definitions(sheets[SheetName.definitions], head)
        translations(sheets[SheetName.translations], names, &package)
        package.document.proposals += proposals(sheets[SheetName.proposals])
        associations(
            sheets[SheetName.associations], head, names, parents, targets, items.table, sheets[SheetName.targets],
            &package)
        rubrics(sheets[SheetName.rubrics], head, &package)
        rubricTranslations(sheets[SheetName.translations], names, &package)
        structure(package)
        guard faults.isEmpty else { throw failure() }
        return SheetReading(package: package, remarks: remarks)
    }

    /// The sheets by name; others are named, not lost.
    private mutating func named(_ grids: [Grid]) -> [String: Grid] {
        let (grids, lost) = ContinuedTexts.joined(grids)
        for row in lost {
            fault(
                SheetPlace(sheet: SheetName.continued, row: row.number, column: nil, header: nil), .reference,
                "The text continues no cell.")
        }
        var sheets: [String: Grid] = [:]
        for grid in grids {
            let name = SheetName.all.first { $0.lowercased() == Trimmed.text(grid.name).lowercased() }
            if let name, sheets[name] == nil {
                sheets[name] = grid
            } else if grids.count == 1 {
                // The one sheet of a workbook is the items, whatever a spreadsheet called it.
                sheets[SheetName.items] = grid
            } else {
                remark(
                    SheetPlace(sheet: grid.name, row: nil, column: nil, header: nil), .sheet,
                    "The sheet is not one of a framework's; it is not imported.")
            }
        }
        return sheets
    }

    /// The columns of a sheet by their headers, and its rows; `known` gives the name of a header that is known.
    mutating func table(_ grid: Grid, needed: [String] = [], _ known: (String) -> String?) -> SheetTable {
        guard let header = grid.rows.first else {
            return SheetTable(sheet: grid.name, headerRow: nil, columns: [:], rows: [])
        }
        var columns: [String: Int] = [:]
        var names: [Int: String] = [:]
        for (column, text) in header.cells.sorted(by: { $0.key < $1.key }) {
            let place = SheetPlace(sheet: grid.name, row: header.number, column: column, header: text)
            guard let name = known(Trimmed.text(text)) else {
                fault(place, .column, "The column is not known here.")
                continue
            }
            guard columns[name] == nil else {
                fault(place, .column, "The column \"\(name)\" is there twice.")
                continue
            }
            columns[name] = column
            names[column] = name
        }
        for name in needed where columns[name] == nil {
            fault(
                SheetPlace(sheet: grid.name, row: header.number, column: nil, header: nil), .column,
                "The column \"\(name)\" is missing.")
        }
        let rows = grid.rows.dropFirst().map { row in
            var cells: [String: String] = [:]
            for (column, text) in row.cells {
                if let name = names[column] {
                    cells[name] = text
                } else if header.cells[column] == nil {
                    fault(
                        SheetPlace(sheet: grid.name, row: row.number, column: column, header: nil), .column,
                        "The cell has no header above it.")
                }
            }
            return SheetTable.Row(number: row.number, cells: cells)
        }
        return SheetTable(
            sheet: grid.name, headerRow: header.number, columns: columns, rows: rows.filter { !$0.cells.isEmpty })
    }

    /// Takes over what reading an object found, at the object's places.
    mutating func take(_ reader: Reader, _ origin: SheetOrigin) {
        for finding in reader.faults {
            faults.append(
                SheetFinding(
                    place: origin.place(Self.member(finding.pointer)), rule: finding.rule, reason: finding.reason))
        }
        // That a text is missing which CASE demands is nothing new to who made the sheet.
        for finding in reader.remarks where finding.rule != .expected {
            remarks.append(
                SheetFinding(
                    place: origin.place(Self.member(finding.pointer)), rule: finding.rule, reason: finding.reason))
        }
    }

    /// Looks at the package as a whole; what is found in a cell that is at fault already would only repeat it.
    private mutating func structure(_ package: CFPackage) {
        let found = package.structure()
        let known = Set(faults.map(\.place))
        let placed = found.faults.map { (finding: $0, place: place(of: $0.pointer)) }
        // Identifiers follow from codes, so a code that is there twice would be told three times.
        let twice = Set(placed.filter { $0.finding.rule == .codeTwice }.map(\.place.row))
        let following: [CASERule] = [.identifierTwice, .associationTwice]
        for (finding, place) in placed where !known.contains(place) {
            if following.contains(finding.rule), place.sheet == SheetName.items, twice.contains(place.row) { continue }
            fault(place, finding.rule, finding.reason)
        }
        for finding in found.remarks { remark(place(of: finding.pointer), finding.rule, finding.reason) }
    }

    /// The place of what a JSON Pointer points to: that of the object it is in, and its member.
    private func place(of pointer: String) -> SheetPlace {
        var prefix = pointer
        while !prefix.isEmpty {
            if let origin = origins[prefix] {
                return origin.place(Self.member(String(pointer.dropFirst(prefix.count))))
            }
            prefix = prefix.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(prefix[..<$0]) } ?? ""
        }
        return SheetPlace(sheet: SheetName.document, row: nil, column: nil, header: nil)
    }

    /// The member that a pointer leads to from its object; one of the scheme's by its name.
    private static func member(_ pointer: String) -> String? {
        let tokens = pointer.split(separator: "/").map(String.init)
        guard let first = tokens.first else { return nil }
        return first == "extensions" && tokens.count > 1 ? tokens[1] : first
    }

    /// Everything that was found, in the order of sheets, rows and columns.
    private func failure() -> SheetFaults {
        let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        func key(_ finding: SheetFinding) -> [Int] {
            [places[finding.place.sheet] ?? .max, finding.place.row ?? 0, finding.place.column ?? -1]
        }
        let sorted = faults.enumerated().sorted { one, other in
            let (left, right) = (key(one.element), key(other.element))
            return left == right ? one.offset < other.offset : left.lexicographicallyPrecedes(right)
        }
        return SheetFaults(faults: sorted.map(\.element), remarks: remarks)
    }
}
