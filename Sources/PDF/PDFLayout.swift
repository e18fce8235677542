/// Sets text on pages of A4, from the top of the first to where it ends.
package struct PDFLayout {
    /// Which of the two fonts.
    package enum Weight { case regular, bold }

    package static let margin = 56.0
    /// Where the content of a page ends.
    package static let bottom = PDFPage.height - 56

    package private(set) var pages = [PDFPage()]
    package private(set) var regular: PDFFont
    package private(set) var bold: PDFFont
    /// Tells groups of pieces from each other.
    private var groups = 0
    /// The upper edge of what comes next.
    package var y = margin

    /// - Parameter name: Begins the names of the fonts in the file.
    package init(regular: TrueTypeFont, bold: TrueTypeFont, name: String) {
        self.regular = PDFFont("R", title: name + "-Regular", font: regular)
        self.bold = PDFFont("B", title: name + "-Bold", font: bold)
    }

    package static var width: Double { PDFPage.width - 2 * margin }

    /// Sets a paragraph, or a heading, as wide as there is room.
    package mutating func paragraph(
        _ text: String, _ kind: String = "P", size: Double = 10, weight: Weight = .regular, gray: Double = 0,
        x: Double = margin, width: Double = width, after: Double = 4
    ) {
        let lines = lines(of: text, size: size, weight: weight, width: width)
        let leading = size * 1.35
        // A paragraph stays together where it can; headings leave room for what they are above.
        makeRoom(min(Double(lines.count) * leading, 120) + (kind.hasPrefix("H") ? 40 : 0))
        var rest = lines[...]
        while !rest.isEmpty {
            let fitting = max(1, Int((Self.bottom - y) / leading))
            let part = rest.prefix(fitting)
            set(part, kind, size: size, weight: weight, gray: gray, x: x, leading: leading)
            rest = rest.dropFirst(part.count)
            if !rest.isEmpty { newPage() }
        }
        y += after
    }

    private mutating func set(
        _ lines: ArraySlice<String>, _ kind: String, size: Double, weight: Weight, gray: Double, x: Double,
        leading: Double
    ) {
        var font = weight == .bold ? bold : regular
        let top = y
        pages[pages.count - 1].piece(kind) { page in
            for (index, line) in lines.enumerated() {
                page.text(line, in: &font, size: size, x: x, baseline: top + size + Double(index) * leading, gray: gray)
            }
        }
        if weight == .bold { bold = font } else { regular = font }
        y += Double(lines.count) * leading
    }

    /// Sets a line that leads somewhere, broken where it has to be.
    package mutating func link(_ target: String, size: Double = 9, x: Double, width: Double) {
        for line in lines(of: target, size: size, weight: .regular, width: width) {
            let baseline = y + size
            let lower = PDFPage.height - baseline - 2
            var font = regular
            let box = [x, lower, x + font.font.width(of: line, size: size), lower + size + 2]
            pages[pages.count - 1].piece("Link", box: box, link: target) { page in
                page.text(line, in: &font, size: size, x: x, baseline: baseline)
            }
            regular = font
            y += size * 1.35
        }
    }

    /// Draws something that is no text.
    package mutating func figure(
        alternative: String, x: Double, y: Double, size: Double, _ draw: (inout PDFPage) -> Void
    ) {
        let box = [x, PDFPage.height - y - size, x + size, PDFPage.height - y]
        pages[pages.count - 1].piece("Figure", alternative: alternative, box: box, draw)
    }

    /// Draws a picture as wide as there is room, with texts in the two fonts.
    ///
    /// - Parameter alternative: What it shows, for those who don't see it.
    package mutating func picture(
        alternative: String, height: Double, _ draw: (inout PDFPage, inout PDFFont, inout PDFFont, Double) -> Void
    ) {
        makeRoom(height)
        let top = y
        let box = [Self.margin, PDFPage.height - top - height, Self.margin + Self.width, PDFPage.height - top]
        var (regular, bold) = (regular, bold)
        pages[pages.count - 1].piece("Figure", alternative: alternative, box: box) { page in
            draw(&page, &regular, &bold, top)
        }
        (self.regular, self.bold) = (regular, bold)
        y += height
    }

    /// Sets a line at the foot of every page, of its number and how many there are.
    package mutating func footers(_ text: (Int, Int) -> String) {
        for page in pages.indices {
            pages[page].text(
                text(page + 1, pages.count), in: &regular, size: 8, x: Self.margin, baseline: PDFPage.height - 32,
                gray: 0.4)
        }
    }

    /// Draws a line across, with room around it.
    package mutating func rule() {
        y += 4
        pages[pages.count - 1].rule(x: Self.margin, y: y, width: Self.width)
        y += 10
    }

    /// Another group of pieces.
    mutating func group(_ kind: String) -> PDFPage.Group {
        groups += 1
        return PDFPage.Group(kind: kind, id: groups)
    }

    /// Sets lines within a cell, whose upper edge is at `top`.
    mutating func cell(
        _ lines: [String], _ kind: String, size: Double, weight: Weight, x: Double, width: Double, top: Double,
        toRight: Bool, within groups: [PDFPage.Group]
    ) {
        var font = weight == .bold ? bold : regular
        pages[pages.count - 1].piece(kind, within: groups) { page in
            for (index, line) in lines.enumerated() {
                let left = toRight ? x + width - font.width(of: line, size: size) : x
                page.text(line, in: &font, size: size, x: left, baseline: top + size + Double(index) * size * 1.3)
            }
        }
        if weight == .bold { bold = font } else { regular = font }
    }

    /// Draws a thin line across a page, between rows.
    mutating func hairline(at height: Double) {
        pages[pages.count - 1].rule(x: Self.margin, y: height, width: Self.width)
    }

    /// Goes to the next page where less room is left than this.
    package mutating func makeRoom(_ height: Double) {
        if y + height > Self.bottom { newPage() }
    }

    mutating func newPage() {
        pages.append(PDFPage())
        y = Self.margin
    }

    /// A text as lines that are not wider than the room; words that are wider are broken.
    func lines(of text: String, size: Double, weight: Weight, width: Double) -> [String] {
        let font = (weight == .bold ? bold : regular).font
        var lines: [String] = []
        for paragraph in text.split(whereSeparator: \.isNewline) {
            var line = ""
            for word in paragraph.split(separator: " ").flatMap({ Self.pieces($0, font, size, width) }) {
                let longer = line.isEmpty ? word : line + " " + word
                if line.isEmpty || font.width(of: longer, size: size) <= width {
                    line = longer
                } else {
                    lines.append(line)
                    line = word
                }
            }
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }

    /// A word; or its pieces, where it is wider than the room.
    private static func pieces(_ word: Substring, _ font: TrueTypeFont, _ size: Double, _ width: Double) -> [String] {
        guard font.width(of: String(word), size: size) > width else { return [String(word)] }
        var pieces: [String] = []
        for character in word {
            if let last = pieces.last, font.width(of: last + String(character), size: size) <= width {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }
}
