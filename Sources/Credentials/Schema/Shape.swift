/// The shape that the value of a member has in the data model.
indirect enum Shape: Sendable {
    case text
    /// A text among these; others only with the prefix `ext:` where the list can be extended.
    case oneOf([String], extensible: Bool = false)
    case language
    case dateTime
    case date
    case boolean
    case number
    case object(ObjectShape.Name)
    /// An array, even for one value.
    case list(Shape)
    /// An array, or an object alone: what the VC data model allows and 1EdTech's own samples do with proofs.
    case oneOrMore(ObjectShape.Name)
    /// An array of texts that has this one among them.
    case types(String)
    /// A text or an object.
    case reference(ObjectShape.Name)
    /// A compact JWS.
    case token
}
