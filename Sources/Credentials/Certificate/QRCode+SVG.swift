extension QRCode {
    /// The code as SVG with its border, dark on white whatever is behind it.
    ///
    /// - Parameter title: What it is, for those who don't see it.
    public func svg(title: String) -> String {
        let side = size + 2 * Self.border
        let path = runs.map { "M\($0.column + Self.border) \($0.row + Self.border)h\($0.length)v1h-\($0.length)z" }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(side)\" role=\"img\" "
            + "aria-label=\"\(XMLScanner.encoded(title))\" shape-rendering=\"crispEdges\">"
            + "<path fill=\"#fff\" d=\"M0 0h\(side)v\(side)H0z\"/><path fill=\"#000\" d=\"\(path.joined())\"/></svg>"
    }
}
