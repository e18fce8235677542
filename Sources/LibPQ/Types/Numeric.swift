/// An arbitrary-precision decimal, exactly as `numeric` keeps it.
///
/// The scale (digits after the point) is kept, so `1.50` reads back as `1.50`; comparison is by value, so it equals
/// `1.5`. Besides numbers there are ``nan``, ``infinity`` and ``negativeInfinity``, ordered as PostgreSQL does: NaN
/// equals itself and is greater than everything.
///
/// ```swift
/// let score = Numeric("0.85")
/// ```
public struct Numeric: Sendable {
    enum Kind: UInt16 {
        case positive = 0x0000
        case negative = 0x4000
        case nan = 0xC000
        case infinity = 0xD000
        case negativeInfinity = 0xF000
    }

    let kind: Kind
    /// Base-10000 digits without zeros at either end; empty for zero.
    let digits: [UInt16]
    /// The power of 10000 of the first digit.
    let weight: Int
    /// How many decimal digits are shown after the point.
    public let scale: Int

    static let maximumWeight = 32_767
    static let maximumScale = 16_383

    /// Strips zero digits at both ends, so that a value has one form; zero is positive.
    init(kind: Kind, digits: some RandomAccessCollection<UInt16>, weight: Int, scale: Int) {
        guard let first = digits.firstIndex(where: { $0 != 0 }),
            let last = digits.lastIndex(where: { $0 != 0 })
        else {
            self.kind = kind == .negative ? .positive : kind
            self.digits = []
            self.weight = 0
            self.scale = scale
            return
        }
        self.kind = kind
        self.digits = Array(digits[first...last])
        self.weight = weight - digits.distance(from: digits.startIndex, to: first)
        self.scale = scale
    }

    private init(special kind: Kind) { self.init(kind: kind, digits: [], weight: 0, scale: 0) }

    /// Not a number.
    public static let nan = Numeric(special: .nan)
    /// Greater than every number.
    public static let infinity = Numeric(special: .infinity)
    /// Less than every number.
    public static let negativeInfinity = Numeric(special: .negativeInfinity)

    /// Whether this is NaN.
    public var isNaN: Bool { kind == .nan }
    /// Whether this is a number, neither NaN nor infinite.
    public var isFinite: Bool { kind == .positive || kind == .negative }

    /// The same number as an integer.
    public init(_ value: some BinaryInteger) {
        var digits: [UInt16] = []
        var rest = value.magnitude
        while rest != 0 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10_000)
            digits.append(UInt16(remainder))
            rest = quotient
        }
        digits.reverse()
        self.init(kind: value < 0 ? .negative : .positive, digits: digits, weight: digits.count - 1, scale: 0)
    }
}

extension Numeric: Hashable, Comparable {
    /// Whether both are the same value, whatever their scales.
    public static func == (left: Numeric, right: Numeric) -> Bool {
        left.kind == right.kind && left.weight == right.weight && left.digits == right.digits
    }

    /// Hashes the value, not the scale.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(weight)
        hasher.combine(digits)
    }

    /// Whether the left is less, in PostgreSQL's order.
    public static func < (left: Numeric, right: Numeric) -> Bool {
        guard left.isFinite, right.isFinite, left.kind == right.kind else { return left.rank < right.rank }
        return left.kind == .positive ? left.isSmaller(than: right) : right.isSmaller(than: left)
    }

    private var rank: Int {
        switch kind {
        case .negativeInfinity: 0
        case .negative: 1
        case .positive: 2
        case .infinity: 3
        case .nan: 4
        }
    }

    private func isSmaller(than other: Numeric) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.count < other.digits.count }
        if weight != other.weight { return weight < other.weight }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
