import Testing

@testable import Web

@Suite("radar charts")
struct RadarTests {
    private func points(_ text: String) -> [(x: Double, y: Double)] {
        text.split(separator: " ").compactMap { pair in
            let numbers = pair.split(separator: ",").compactMap { Double($0) }
            return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
    }

    @Test("levels lie on their axes, at distances from the centre that grow by the same step")
    func geometry() throws {
        let values = Radar.Values(name: "P", levels: [4, 1, 2, nil])
        let radar = try #require(Radar(areas: [["A1", "A2"], ["B1", "B2"]], series: [values]))
        let corners = points(radar.series[0].points)
        #expect(corners.map(\.x) == [240, 286, 240, 240])
        #expect(corners.map(\.y) == [56, 240, 332, 240])
        #expect(radar.rings.map { points($0.points)[0].y } == [194, 148, 102, 56])
        #expect(radar.axes.map(\.label) == ["A1", "A2", "B1", "B2"])
        #expect(radar.sectors.count == 1, "every other area is shaded")
    }

    @Test("only targets are marked, and each profile has a line and a mark of its own")
    func marks() throws {
        let levels: [[Int?]] = [[1, nil, 2], [1, 1, 1], [2, 2, 2], [3, 3, 3]]
        let series = levels.enumerated().map { Radar.Values(name: "P\($0)", levels: $1) }
        let radar = try #require(Radar(areas: [["A1", "A2", "A3"]], series: series))
        let counts = radar.series.map { $0.marks.filter { $0 == "M" }.count }
        #expect(counts == [2, 3, 3, 3])
        #expect(Set(radar.series.map(\.style)).count == 4)
        #expect(Set(Radar.marks).count == 4)
    }

    @Test("the words say what the picture shows")
    func words() throws {
        let levels: [Int?] = [3, 1, nil, 3]
        let radar = try #require(
            Radar(areas: [["A1", "A2"], ["B1", "B2"]], series: [Radar.Values(name: "P1 Guide", levels: levels)]))
        #expect(radar.title == "Target levels of P1 Guide")
        #expect(radar.summary == "P1 Guide: level 3 in A1, B2; level 1 in A2; no target in B1.")
    }

    @Test("two axes span no plane")
    func few() {
        let values = Radar.Values(name: "P", levels: [1, 2])
        #expect(Radar(areas: [["A1", "A2"]], series: [values]) == nil)
        #expect(Radar(areas: [], series: []) == nil)
    }
}
