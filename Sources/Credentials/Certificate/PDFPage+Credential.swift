internal import PDF

extension PDFPage {
    /// Draws the picture of a badge.
    mutating func badge(_ artwork: BadgeArtwork, x: Double, y: Double, size: Double) {
        let scale = size / BadgeArtwork.size
        var content = "q \(number(scale)) 0 0 \(number(-scale)) \(number(x)) \(number(Self.height - y)) cm 1 J 1 j\n"
        for shape in artwork.shapes {
            let color = [shape.color.red, shape.color.green, shape.color.blue].map { number($0 / 255) }
                .joined(separator: " ")
            let points = shape.points.count == 1 ? shape.points + shape.points : shape.points
            let path = points.enumerated().map { "\(number($1.x)) \(number($1.y)) \($0 == 0 ? "m" : "l")" }
            content += "\(color) rg \(color) RG \(number(shape.width)) w \(path.joined(separator: " "))"
            content += shape.isFilled ? " b\n" : " S\n"
        }
        draw(content + "Q\n")
    }

    /// Draws a QR code; its border is the paper.
    mutating func code(_ code: QRCode, x: Double, y: Double, size: Double) {
        let module = size / Double(code.size)
        var content = "q 0 g\n"
        for run in code.runs {
            let (left, lower) = (x + Double(run.column) * module, Self.height - y - Double(run.row + 1) * module)
            // Drawn a little too large, so that no light shows between the rows.
            let (width, height) = (Double(run.length) * module + 0.02, module + 0.02)
            content += "\(number(left)) \(number(lower - 0.02)) \(number(width)) \(number(height)) re\n"
        }
        draw(content + "f Q\n")
    }

    private func number(_ value: Double) -> String { PDFObjects.number(value) }
}
