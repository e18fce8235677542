/// The pages of a PDF, and the structure that tells what their pieces are and in which order they are read.
struct PDFTree {
    /// The list of pages.
    let pages: PDFObjects.Reference
    /// The root of the structure.
    let structure: PDFObjects.Reference
    private let document: PDFObjects.Reference
    private let resources: String
    private let pageCount: Int
    private var kids: [PDFObjects.Reference] = []
    private var elements: [PDFObjects.Reference] = []
    /// From what pages and links name to the elements that they belong to.
    private var parents: [String] = []
    private var links: [PDFObjects.Reference] = []

    init(in objects: inout PDFObjects, resources: String, pages count: Int) {
        pages = objects.reserve()
        structure = objects.reserve()
        document = objects.reserve()
        self.resources = resources
        pageCount = count
    }

    /// Adds a page.
    mutating func add(_ page: PDFPage, to objects: inout PDFObjects) throws(CredentialError) {
        let reference = objects.reserve()
        let content = try objects.addStream(page.bytes)
        var own: [PDFObjects.Reference] = []
        var annotations: [PDFObjects.Reference] = []
        for (mark, piece) in page.pieces.enumerated() {
            let element = objects.reserve()
            var children = "\(mark)"
            if let target = piece.link, let box = piece.box {
                let annotation = objects.add(Self.link(target, box: box, key: pageCount + links.count))
                annotations.append(annotation)
                links.append(element)
                children = "[\(mark) << /Type /OBJR /Obj \(annotation.text) /Pg \(reference.text) >>]"
            }
            objects.set(element, self.element(piece, page: reference, children: children))
            own.append(element)
        }
        parents.append("\(kids.count) [\(Self.list(own))]")
        let (width, height) = (PDFObjects.number(PDFPage.width), PDFObjects.number(PDFPage.height))
        objects.set(
            reference,
            "<< /Type /Page /Parent \(pages.text) /MediaBox [0 0 \(width) \(height)] /Resources \(resources)"
                + " /Contents \(content.text) /StructParents \(kids.count) /Tabs /S"
                + (annotations.isEmpty ? "" : " /Annots [\(Self.list(annotations))]") + " >>")
        elements += own
        kids.append(reference)
    }

    /// Ends the lists when every page is there.
    mutating func finish(_ objects: inout PDFObjects) {
        parents += links.enumerated().map { "\(pageCount + $0) \($1.text)" }
        let numbers = objects.add("<< /Nums [\(parents.joined(separator: " "))] >>")
        objects.set(pages, "<< /Type /Pages /Kids [\(Self.list(kids))] /Count \(kids.count) >>")
        objects.set(
            document, "<< /Type /StructElem /S /Document /P \(structure.text) /K [\(Self.list(elements))] >>")
        objects.set(
            structure,
            "<< /Type /StructTreeRoot /K [\(document.text)] /ParentTree \(numbers.text)"
                + " /ParentTreeNextKey \(pageCount + links.count) >>")
    }

    private func element(_ piece: PDFPage.Piece, page: PDFObjects.Reference, children: String) -> String {
        var body = "<< /Type /StructElem /S /\(piece.kind) /P \(document.text) /Pg \(page.text) /K \(children)"
        if let alternative = piece.alternative { body += " /Alt \(PDFObjects.text(alternative))" }
        if piece.kind == "Figure", let box = piece.box {
            body += " /A << /O /Layout /Placement /Block /BBox [\(Self.numbers(box))] >>"
        }
        return body + " >>"
    }

    private static func link(_ target: String, box: [Double], key: Int) -> String {
        "<< /Type /Annot /Subtype /Link /Rect [\(numbers(box))] /Border [0 0 0] /F 4 /StructParent \(key)"
            + " /Contents \(PDFObjects.text(target)) /A << /S /URI /URI (\(escaped(target))) >> >>"
    }

    private static func list(_ references: [PDFObjects.Reference]) -> String {
        references.map(\.text).joined(separator: " ")
    }

    private static func numbers(_ box: [Double]) -> String { box.map(PDFObjects.number).joined(separator: " ") }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
    }
}
