/// A level of a competence.
public struct CompetenceLevel: Hashable, Sendable {
    /// The level's URI in the framework.
    public var uri: String
    /// The level's number, from 1.
    public var number: Int
    /// The level's name, such as `Advanced`.
    public var name: String
    /// What a person at this level does.
    public var descriptor: String
    /// The level of the European Qualifications Framework that the descriptor was written with reference to.
    ///
    /// It indicates complexity. Only a competent body gives a qualification its EQF level, and a credential says so.
    public var indicativeEQF: Int?

    /// Describes a level.
    public init(uri: String, number: Int, name: String, descriptor: String, indicativeEQF: Int? = nil) {
        self.uri = uri
        self.number = number
        self.name = name
        self.descriptor = descriptor
        self.indicativeEQF = indicativeEQF
    }
}
