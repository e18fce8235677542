/// The texts that a workbook keeps once for many cells.
enum SharedStrings {
    /// All of them.
    static func texts(_ bytes: [UInt8]) throws(ContainerError) -> [String] {
        var scanner = try XMLScanner(bytes)
        var texts: [String] = []
        while let event = try scanner.next() {
            if case .start("si", _) = event { texts.append(try runs(of: "si", &scanner)) }
        }
        return texts
    }

    /// The text of an element whose text is in runs of differing looks; what is for pronunciation only is left out.
    static func runs(of element: String, _ scanner: inout XMLScanner) throws(ContainerError) -> String {
        var (text, isPhonetic) = ("", false)
        while let event = try scanner.next() {
            switch event {
            case .start("rPh", _): isPhonetic = true
            case .end("rPh"): isPhonetic = false
            case .start("t", _):
                let part = try Self.text(of: "t", &scanner)
                if !isPhonetic { text += part }
            case .end(element): return CellText.decoded(text)
            default: continue
            }
        }
        return CellText.decoded(text)
    }

    /// The text inside an element.
    static func text(of element: String, _ scanner: inout XMLScanner) throws(ContainerError) -> String {
        var text = ""
        while let event = try scanner.next() {
            if case .text(let part) = event { text += part }
            if event == .end(element) { break }
        }
        return text
    }
}
