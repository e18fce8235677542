import FoundationEssentials
import JSON

/// A learner of the demonstration, by pseudonym: how able, how diligent, and from which city.
struct DemoLearner {
    struct City {
        let code: String
        let name: String
        let country: String
        let homePage: String
    }

    static let cities = [
        City(code: "riga", name: "City of Riga", country: "LV", homePage: "https://id.riga.example.eu"),
        City(code: "torun", name: "City of Toruń", country: "PL", homePage: "https://id.torun.example.eu"),
    ]

    let city: City
    let account: String
    let registration: UUID
    /// Ability before the training, on the scale of scores.
    let ability: Double
    /// What the training adds.
    let gain: Double
    /// How far the person's own judgement lies from the truth, in levels.
    let bias: Double
    /// Whether the person leaves before the second day.
    let withdraws: Bool

    init(number: Int, random: inout SeededGenerator) {
        city = Self.cities[number % Self.cities.count]
        registration = random.uuid()
        account = "p-" + String(random.next() >> 40, radix: 16)
        ability = min(0.85, max(0.15, 0.48 + 0.13 * random.normal()))
        gain = max(0, 0.24 + 0.08 * random.normal())
        bias = 0.5 * random.normal() + 0.2
        withdraws = number % 12 == 11
    }

    func writeEnrolment(in month: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("registration", string: registration.uuidString.lowercased())
            writer.member(
                "account",
                object: { writer in
                    writer.member("homePage", string: city.homePage)
                    writer.member("name", string: account)
                })
            writer.member("partner", string: city.code)
            writer.member("enrolledOn", string: month + "-02")
            if withdraws { writer.member("withdrawnOn", string: month + "-10") }
        }
    }
}
