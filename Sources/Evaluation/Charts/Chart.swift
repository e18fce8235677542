/// A drawing of numbers that has words for who does not see it, and from which SVG and PDF are made alike.
///
/// Places are in units from the upper left corner. Charts are pure functions: the same rows give the same chart.
///
/// ```swift
/// let chart = Chart.funnel(rows)
/// let svg = chart?.svg(id: "funnel")
/// ```
public struct Chart: Sendable, Equatable {
    /// A colour by what it stands for; which one it is depends on where the chart is shown.
    public enum Paint: String, Sendable, CaseIterable {
        /// Text, and what matters most.
        case ink
        /// What helps to read.
        case soft
        /// Lines in the background.
        case line
        /// What lies behind all.
        case paper
        /// The data.
        case accent
        /// What is good, or agrees.
        case good
        /// What is not, or disagrees.
        case bad
        /// What lies between.
        case warn
    }

    /// How a shape is painted.
    public struct Style: Sendable, Equatable {
        /// Within; nil for nothing.
        public var fill: Paint?
        /// How much of the colour: from 0 to 1.
        public var strength = 1.0
        /// Along the edge; nil for nothing.
        public var stroke: Paint?
        /// How wide the edge is.
        public var width = 1.0
        /// Whether the edge is dashed.
        public var isDashed = false

        static func filled(_ paint: Paint, strength: Double = 1) -> Style { Style(fill: paint, strength: strength) }

        static func stroked(_ paint: Paint, width: Double = 1, isDashed: Bool = false) -> Style {
            Style(stroke: paint, width: width, isDashed: isDashed)
        }
    }

    /// Where a text is, from its place.
    public enum Anchor: String, Sendable { case start, middle, end }

    /// A place.
    public struct Point: Sendable, Equatable {
        /// From the left edge.
        public let x: Double
        /// From the upper edge.
        public let y: Double
    }

    /// A piece of the drawing.
    public enum Mark: Sendable, Equatable {
        /// A line through points; a shape where it is closed.
        case path([Point], isClosed: Bool, Style)
        /// A circle.
        case circle(Point, radius: Double, Style)
        /// A text, whose middle is at the height of the place.
        case text(String, Point, Anchor, size: Double, Paint, isBold: Bool)
    }

    /// What it shows.
    public let title: String
    /// What is to be seen, in words.
    public let summary: String
    /// How wide it is.
    public let width: Double
    /// How high it is.
    public let height: Double
    /// What it is drawn of, from back to front.
    public private(set) var marks: [Mark] = []

    init(_ title: String, summary: String, width: Double = 720, height: Double) {
        self.title = title
        self.summary = summary
        self.width = width
        self.height = height
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: Style) {
        marks.append(.path([Point(x: x1, y: y1), Point(x: x2, y: y2)], isClosed: false, style))
    }

    mutating func path(_ points: [Point], isClosed: Bool, _ style: Style) {
        marks.append(.path(points, isClosed: isClosed, style))
    }

    mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: Style) {
        let (right, lower) = (x + width, y + height)
        path(
            [Point(x: x, y: y), Point(x: right, y: y), Point(x: right, y: lower), Point(x: x, y: lower)],
            isClosed: true,
            style)
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: Style) {
        marks.append(.circle(Point(x: x, y: y), radius: radius, style))
    }

    mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, size: Double = 13, _ paint: Paint = .ink,
        isBold: Bool = false
    ) {
        marks.append(.text(text, Point(x: x, y: y), anchor, size: size, paint, isBold: isBold))
    }

    /// A text that is cut where it is longer than there is room.
    static func short(_ text: String, _ most: Int) -> String {
        text.count > most ? text.prefix(most - 1) + "…" : text
    }
}
