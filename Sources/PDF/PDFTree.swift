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
    private var groups: [PDFPage.Group: GroupElement] = [:]

    /// A group while its pieces come.
    private struct GroupElement {
        let reference: PDFObjects.Reference
        let parent: PDFObjects.Reference
        var kids: [PDFObjects.Reference] = []
    }

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
    mutating func add(_ page: PDFPage, to objects: inout PDFObjects) throws(PDFError) {
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
            let parent = hang(element, in: piece.groups, &objects)
            objects.set(element, self.element(piece, in: parent, page: reference, children: children))
            own.append(element)
        }
        parents.append("\(kids.count) [\(Self.list(own))]")
        let (width, height) = (PDFObjects.number(PDFPage.width), PDFObjects.number(PDFPage.height))
        objects.set(
            reference,
            "<< /Type /Page /Parent \(pages.text) /MediaBox [0 0 \(width) \(height)] /Resources \(resources)"
                + " /Contents \(content.text) /StructParents \(kids.count) /Tabs /S"
                + (annotations.isEmpty ? "" : " /Annots [\(Self.list(annotations))]") + " >>")
        kids.append(reference)
    }

    /// Hangs an element into the innermost of its groups, or where it has none into the document; gives what it hangs
    /// in.
    private mutating func hang(
        _ element: PDFObjects.Reference, in path: [PDFPage.Group], _ objects: inout PDFObjects
    ) -> PDFObjects.Reference {
        var (parent, inner): (PDFObjects.Reference, PDFPage.Group?) = (document, nil)
        for group in path {
            let known = groups[group] ?? GroupElement(reference: objects.reserve(), parent: parent)
            if groups[group] == nil {
                groups[group] = known
                append(known.reference, to: inner)
            }
            (parent, inner) = (known.reference, group)
        }
        append(element, to: inner)
        return parent
    }

    private mutating func append(_ element: PDFObjects.Reference, to group: PDFPage.Group?) {
        if let group { groups[group]?.kids.append(element) } else { elements.append(element) }
    }

    /// Ends the lists when every page is there.
    mutating func finish(_ objects: inout PDFObjects) {
        parents += links.enumerated().map { "\(pageCount + $0) \($1.text)" }
        for (group, element) in groups {
            objects.set(
                element.reference,
                "<< /Type /StructElem /S /\(group.kind) /P \(element.parent.text) /K [\(Self.list(element.kids))] >>")
        }
        let numbers = objects.add("<< /Nums [\(parents.joined(separator: " "))] >>")
        objects.set(pages, "<< /Type /Pages /Kids [\(Self.list(kids))] /Count \(kids.count) >>")
        objects.set(
            document, "<< /Type /StructElem /S /Document /P \(structure.text) /K [\(Self.list(elements))] >>")
        objects.set(
            structure,
            "<< /Type /StructTreeRoot /K [\(document.text)] /ParentTree \(numbers.text)"
                + " /ParentTreeNextKey \(pageCount + links.count) >>")
    }

    private func element(
        _ piece: PDFPage.Piece, in parent: PDFObjects.Reference, page: PDFObjects.Reference, children: String
    ) -> String {
        var body = "<< /Type /StructElem /S /\(piece.kind) /P \(parent.text) /Pg \(page.text) /K \(children)"
        if let alternative = piece.alternative { body += " /Alt \(PDFObjects.text(alternative))" }
        if piece.kind == "Figure", let box = piece.box {
            body += " /A << /O /Layout /Placement /Block /BBox [\(Self.numbers(box))] >>"
        }
        if piece.kind == "TH" { body += " /A << /O /Table /Scope /Column >>" }
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
