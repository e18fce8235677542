extension Chart {
    /// The chart as an element of a page: colours are variables of the page, which knows light and dark.
    ///
    /// - Parameter id: Begins the ids of the title and the description; unique within the page.
    public func svg(id: String) -> String {
        var text =
            "<svg class=\"plot\" viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\" role=\"img\""
            + " aria-labelledby=\"\(id)-title \(id)-desc\" xmlns=\"http://www.w3.org/2000/svg\">"
            + "<title id=\"\(id)-title\">\(Self.escaped(title))</title>"
            + "<desc id=\"\(id)-desc\">\(Self.escaped(summary))</desc>"
        for mark in marks { text += mark.svg }
        return text + "</svg>"
    }

    /// A text as XML has it.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // XML has no other control characters, not even escaped.
            case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A number with at most one digit after the point.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }
}

extension Chart.Mark {
    fileprivate var svg: String {
        switch self {
        case .path(let points, let isClosed, let style):
            let places = points.map { "\(Chart.number($0.x)) \(Chart.number($0.y))" }.joined(separator: "L")
            return "<path d=\"M\(places)\(isClosed ? "Z" : "")\"\(style.attributes)/>"
        case .circle(let center, let radius, let style):
            return "<circle cx=\"\(Chart.number(center.x))\" cy=\"\(Chart.number(center.y))\""
                + " r=\"\(Chart.number(radius))\"\(style.attributes)/>"
        case .text(let text, let place, let anchor, let size, let paint, let isBold):
            return "<text x=\"\(Chart.number(place.x))\" y=\"\(Chart.number(place.y))\""
                + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
                + " font-size=\"\(Chart.number(size))\" class=\"fill-\(paint.rawValue)\""
                + (isBold ? " font-weight=\"600\"" : "") + ">\(Chart.escaped(text))</text>"
        }
    }
}

extension Chart.Style {
    fileprivate var attributes: String {
        var text = " class=\"fill-\(fill?.rawValue ?? "none")" + (stroke.map { " stroke-\($0.rawValue)" } ?? "") + "\""
        if fill != nil, strength < 1 { text += " fill-opacity=\"\(Self.hundredths(strength))\"" }
        if stroke != nil, width != 1 { text += " stroke-width=\"\(Chart.number(width))\"" }
        if isDashed { text += " stroke-dasharray=\"4 3\"" }
        return text
    }

    private static func hundredths(_ value: Double) -> String {
        let digits = Int((max(0, min(1, value)) * 100).rounded())
        return digits == 100 ? "1" : "0." + (digits < 10 ? "0" : "") + "\(digits)"
    }
}
