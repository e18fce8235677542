internal import PDF

extension PDFLayout {
    /// Draws a chart with its title, as wide as there is room.
    mutating func draw(_ chart: Chart) {
        let most = PDFLayout.bottom - PDFLayout.margin - 40
        let scale = min(PDFLayout.width / chart.width, most / chart.height)
        makeRoom(chart.height * scale + 30)
        paragraph(chart.title, "H3", size: 9.5, weight: .bold, after: 3)
        picture(alternative: "\(chart.title). \(chart.summary)", height: chart.height * scale) {
            page, regular, bold, top in
            let canvas = ChartCanvas(scale: scale, left: PDFLayout.margin, top: top)
            for mark in chart.marks {
                switch mark {
                case .path(let points, let isClosed, let style): page.draw(canvas.path(points, isClosed, style))
                case .circle(let center, let radius, let style): page.draw(canvas.circle(center, radius, style))
                case .text(let text, let place, let anchor, let size, let paint, let isBold):
                    func set(_ font: inout PDFFont) {
                        let width = font.width(of: text, size: size * scale)
                        let x = canvas.x(place.x) - (anchor == .start ? 0 : anchor == .middle ? width / 2 : width)
                        page.text(
                            text, in: &font, size: size * scale, x: x, baseline: top + (place.y + size * 0.36) * scale,
                            gray: paint == .soft ? 0.35 : 0.1)
                    }
                    if isBold { set(&bold) } else { set(&regular) }
                }
            }
        }
        y += 8
    }
}

/// Where a chart is on a page, and how its shapes are written there.
private struct ChartCanvas {
    let scale: Double
    let left: Double
    let top: Double

    func x(_ x: Double) -> Double { left + x * scale }

    func y(_ y: Double) -> Double { PDFPage.height - top - y * scale }

    func path(_ points: [Chart.Point], _ isClosed: Bool, _ style: Chart.Style) -> String {
        let places = points.enumerated().map { "\(number(x($1.x))) \(number(y($1.y))) \($0 == 0 ? "m" : "l")" }
        return "q " + colors(style) + places.joined(separator: " ") + (isClosed ? " h" : "") + paint(style) + " Q\n"
    }

    func circle(_ center: Chart.Point, _ radius: Double, _ style: Chart.Style) -> String {
        let (x, y, r) = (x(center.x), y(center.y), radius * scale)
        // Four curves, as close to a circle as they come.
        let k = r * 0.5523
        func curve(_ points: [(Double, Double)]) -> String {
            points.map { "\(number(x + $0.0)) \(number(y + $0.1))" }.joined(separator: " ") + " c "
        }
        return "q " + colors(style) + "\(number(x + r)) \(number(y)) m " + curve([(r, k), (k, r), (0, r)])
            + curve([(-k, r), (-r, k), (-r, 0)]) + curve([(-r, -k), (-k, -r), (0, -r)])
            + curve([(k, -r), (r, -k), (r, 0)]) + "h" + paint(style) + " Q\n"
    }

    private func colors(_ style: Chart.Style) -> String {
        var text = ""
        if let fill = style.fill { text += color(fill, strength: style.strength) + " rg " }
        if let stroke = style.stroke {
            text += color(stroke, strength: 1) + " RG \(number(style.width * scale)) w "
            if style.isDashed { text += "[\(number(4 * scale)) \(number(3 * scale))] 0 d " }
        }
        return text
    }

    private func paint(_ style: Chart.Style) -> String {
        switch (style.fill != nil, style.stroke != nil) {
        case (true, true): " B"
        case (true, false): " f"
        case (false, true): " S"
        case (false, false): " n"
        }
    }

    /// A colour on white paper: what shines through is mixed in.
    private func color(_ paint: Chart.Paint, strength: Double) -> String {
        let parts: [Double] =
            switch paint {
            case .ink: [27, 31, 36]
            case .soft: [87, 96, 106]
            case .line: [208, 215, 222]
            case .paper: [255, 255, 255]
            case .accent: [11, 92, 173]
            case .good: [17, 99, 41]
            case .bad: [164, 14, 38]
            case .warn: [125, 78, 0]
            }
        return parts.map { number((255 - (255 - $0) * strength) / 255) }.joined(separator: " ")
    }

    private func number(_ value: Double) -> String { PDFObjects.number(value) }
}
