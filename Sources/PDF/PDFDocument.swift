/// A tagged PDF of pages: what is read aloud, in which order and language, and a file within it.
package struct PDFDocument {
    /// A file that the document carries.
    package struct Attachment {
        let name: String
        let type: String
        let description: String
        let content: [UInt8]

        package init(name: String, type: String, description: String, content: [UInt8]) {
            self.name = name
            self.type = type
            self.description = description
            self.content = content
        }
    }

    let title: String
    let language: String
    /// When what it shows was made, as `D:YYYYMMDDHHmmSSZ`.
    let date: String
    let author: String
    let attachment: Attachment
    /// 32 hexadecimal digits that tell the file from others.
    let id: String

    /// - Parameters:
    ///   - date: When what it shows was made, as `D:YYYYMMDDHHmmSSZ`.
    ///   - id: 32 hexadecimal digits that tell the file from others.
    package init(
        title: String, language: String, date: String, author: String, attachment: Attachment, id: String
    ) {
        self.title = title
        self.language = language
        self.date = date
        self.author = author
        self.attachment = attachment
        self.id = id
    }

    /// The file.
    package func file(_ pages: [PDFPage], fonts: [PDFFont]) throws(PDFError) -> [UInt8] {
        var objects = PDFObjects()
        let catalog = objects.reserve()
        let information = objects.add(
            "<< /Title \(PDFObjects.text(title)) /Author \(PDFObjects.text(author))"
                + " /Creator (Tessera) /Producer (Tessera) /CreationDate (\(date)) >>")
        var resources = ""
        for font in fonts { resources += "/\(font.name) \(try font.add(to: &objects).text) " }
        var tree = PDFTree(in: &objects, resources: "<< /Font << \(resources)>> >>", pages: pages.count)
        for page in pages { try tree.add(page, to: &objects) }
        tree.finish(&objects)
        let file = try attach(to: &objects)
        objects.set(
            catalog,
            "<< /Type /Catalog /Pages \(tree.pages.text) /Lang (\(language)) /MarkInfo << /Marked true >>"
                + " /StructTreeRoot \(tree.structure.text) /ViewerPreferences << /DisplayDocTitle true >>"
                + " /Names << /EmbeddedFiles << /Names [\(PDFObjects.text(attachment.name)) \(file.text)] >> >>"
                + " /AF [\(file.text)] >>")
        return objects.file(root: catalog, information: information, id: id)
    }

    /// The file within (ISO 32000-2 §14.13): data that the document shows.
    private func attach(to objects: inout PDFObjects) throws(PDFError) -> PDFObjects.Reference {
        let type = attachment.type.replacing("/", with: "#2F").replacing("+", with: "#2B")
        let stream = try objects.addStream(
            attachment.content,
            "/Type /EmbeddedFile /Subtype /\(type) /Params << /Size \(attachment.content.count) /ModDate (\(date)) >>")
        let name = PDFObjects.text(attachment.name)
        return objects.add(
            "<< /Type /Filespec /F (\(attachment.name)) /UF \(name) /AFRelationship /Data"
                + " /Desc \(PDFObjects.text(attachment.description)) /EF << /F \(stream.text) /UF \(stream.text) >> >>")
    }
}
