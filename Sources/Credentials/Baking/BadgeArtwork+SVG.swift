extension BadgeArtwork {
    /// The picture as SVG, which needs no font.
    public var svg: [UInt8] {
        let title = XMLScanner.encoded(title)
        var text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"512\" viewBox=\"0 0 128 128\" role=\"img\""
            + " aria-label=\"\(title)\"><title>\(title)</title>"
        for shape in shapes { text += Self.element(shape) }
        return Array((text + "</svg>\n").utf8)
    }

    private static func element(_ shape: BadgeShape) -> String {
        let points = shape.points.count == 1 ? shape.points + shape.points : shape.points
        let path = points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: "L")
        let color = "rgb(\(part(shape.color.red)),\(part(shape.color.green)),\(part(shape.color.blue)))"
        return "<path d=\"M\(path)\(shape.isFilled ? "Z" : "")\" fill=\"\(shape.isFilled ? color : "none")\""
            + " stroke=\"\(color)\" stroke-width=\"\(number(shape.width))\" stroke-linecap=\"round\""
            + " stroke-linejoin=\"round\"/>"
    }

    private static func part(_ value: Double) -> Int { Int(value.rounded()) }

    /// A number with at most two places after the point.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
        return (hundredths < 0 ? "-" : "") + "\(whole)\(digits)"
    }
}
