internal import Gzip

/// The objects of a PDF file (ISO 32000-1), and the file that they make: the same bytes for the same objects.
package struct PDFObjects {
    /// The number of an object, by which others name it.
    struct Reference: Hashable {
        let number: Int
        /// As other objects write it.
        var text: String { "\(number) 0 R" }
    }

    private var bodies: [[UInt8]?] = []

    /// Keeps a number for an object that is made later.
    mutating func reserve() -> Reference {
        bodies.append(nil)
        return Reference(number: bodies.count)
    }

    /// Adds an object.
    mutating func add(_ body: String) -> Reference {
        let reference = reserve()
        set(reference, body)
        return reference
    }

    /// Gives an object the number that was kept for it.
    mutating func set(_ reference: Reference, _ body: String) { bodies[reference.number - 1] = Array(body.utf8) }

    /// Adds a stream, which is compressed.
    mutating func addStream(_ content: [UInt8], _ members: String = "") throws(PDFError) -> Reference {
        let compressed = try Self.compressed(content)
        let head =
            "<< \(members.isEmpty ? "" : members + " ")/Filter /FlateDecode /Length \(compressed.count) >>\nstream\n"
        let reference = reserve()
        bodies[reference.number - 1] = Array(head.utf8) + compressed + Array("\nendstream".utf8)
        return reference
    }

    private static func compressed(_ content: [UInt8]) throws(PDFError) -> [UInt8] {
        do {
            let compressor = try GzipCompressor(.zlib)
            return compressor.compress(content) + compressor.finish()
        } catch {
            throw PDFError(message: "The bytes could not be compressed: \(error)")
        }
    }

    /// The file.
    ///
    /// - Parameter id: 32 hexadecimal digits that tell the file from others.
    func file(root: Reference, information: Reference, id: String) -> [UInt8] {
        // The second line tells programs that the file is not text.
        var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        var offsets: [Int] = []
        for (index, body) in bodies.enumerated() {
            offsets.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n".utf8) + (body ?? Array("null".utf8)) + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        var table = "xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            table += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
        }
        table += "trailer\n<< /Size \(bodies.count + 1) /Root \(root.text) /Info \(information.text)"
        table += " /ID [<\(id)> <\(id)>] >>\nstartxref\n\(start)\n%%EOF\n"
        return bytes + Array(table.utf8)
    }

    /// A text as PDF writes it: UTF-16 in hexadecimal.
    static func text(_ text: String) -> String {
        "<FEFF" + text.utf16.map { hexadecimal(Int($0)) }.joined() + ">"
    }

    /// Four hexadecimal digits.
    static func hexadecimal(_ value: Int) -> String {
        let digits = String(value & 0xFFFF, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// A number with at most two places after the point.
    package static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let digits = rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)"
        return (hundredths < 0 ? "-" : "") + "\(whole)\(digits)"
    }
}
