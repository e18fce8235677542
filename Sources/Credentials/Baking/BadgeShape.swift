/// A place in the drawing of a badge, which is 128 wide and high.
struct BadgePoint: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A colour by its parts of 255.
struct BadgeColor: Hashable, Sendable {
    var red: Double
    var green: Double
    var blue: Double

    init(_ number: Int) {
        red = Double(number >> 16 & 255)
        green = Double(number >> 8 & 255)
        blue = Double(number & 255)
    }

    /// The colour mixed with white.
    func lighter(_ part: Double) -> BadgeColor {
        var color = self
        color.red += (255 - red) * part
        color.green += (255 - green) * part
        color.blue += (255 - blue) * part
        return color
    }
}

/// A shape in one colour: a line through points with round ends, or the area within it and the line around it.
struct BadgeShape: Hashable, Sendable {
    let points: [BadgePoint]
    let isFilled: Bool
    /// The width of the line.
    let width: Double
    let color: BadgeColor

    /// How far a place lies outside the shape; less than 0 within.
    func distance(_ place: BadgePoint) -> Double {
        var nearest = Double.infinity
        var isInside = false
        for (index, start) in points.enumerated() {
            let isLast = index + 1 == points.count
            if isLast, !isFilled, points.count > 1 { break }
            let end = points[isLast ? 0 : index + 1]
            nearest = min(nearest, Self.squaredDistance(place, start, end))
            if isFilled, (start.y > place.y) != (end.y > place.y),
                place.x < (end.x - start.x) * (place.y - start.y) / (end.y - start.y) + start.x
            {
                isInside.toggle()
            }
        }
        let distance = nearest.squareRoot()
        return (isInside ? -distance : distance) - width / 2
    }

    private static func squaredDistance(_ place: BadgePoint, _ start: BadgePoint, _ end: BadgePoint) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : ((place.x - start.x) * dx + (place.y - start.y) * dy) / length
        let part = min(1, max(0, along))
        let (x, y) = (place.x - start.x - part * dx, place.y - start.y - part * dy)
        return x * x + y * y
    }
}
