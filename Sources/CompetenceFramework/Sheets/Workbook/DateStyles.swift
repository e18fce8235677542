/// Which formats of cells show their numbers as dates.
enum DateStyles {
    /// The positions of such formats among a workbook's cell formats.
    static func positions(_ bytes: [UInt8]) throws(ContainerError) -> Set<Int> {
        var scanner = try XMLScanner(bytes)
        var formats = Set(14...22).union(27...36).union(45...47).union(50...58)
        var positions: Set<Int> = []
        var (isInCellFormats, position) = (false, 0)
        while let event = try scanner.next() {
            switch event {
            case .start("numFmt", let attributes):
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                    continue
                }
                if isDate(code) { formats.insert(id) }
            case .start("cellXfs", _): isInCellFormats = true
            case .end("cellXfs"): isInCellFormats = false
            case .start("xf", let attributes) where isInCellFormats:
                if attributes["numFmtId"].flatMap({ Int($0) }).map(formats.contains) == true {
                    positions.insert(position)
                }
                position += 1
            default: continue
            }
        }
        return positions
    }

    /// Whether a format has a year, month, day or hour outside of quotes and brackets.
    private static func isDate(_ code: String) -> Bool {
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: isBracketed = true
            case "]": isBracketed = false
            case "y", "m", "d",
                "h" where !isQuoted && !isBracketed:
                return true
            default: continue
            }
        }
        return false
    }

    /// The date of a number of days since 30 December 1899, with the time where there is one.
    static func date(_ value: String) -> String? {
        guard let number = Double(value), (1..<2_958_466).contains(number) else { return nil }
        let seconds = (number * 86_400).rounded()
        let days = Int(seconds / 86_400)
        let rest = Int(seconds) - days * 86_400
        // Days since 1 March of the year 0, in whose calendar the leap day ends the year (Howard Hinnant's algorithm).
        let shifted = days - 25_569 + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        if rest == 0 { return date }
        return "\(date)T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Numbers of cells as people see them.
enum NumberText {
    /// The shortest text of the number: spreadsheets keep 1.1 as 1.1000000000000001, and 3 as 3.0.
    static func shortest(_ value: String) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        if let integer = Int(exactly: number) { return String(integer) }
        return number.description
    }
}
