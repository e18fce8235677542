/// A form of a page: fields with labels and hints, filled anew with what was sent where that was refused.
struct PageForm {
    /// What somebody can choose.
    struct Option {
        let value: String
        let label: String
        var isSelected = false
    }

    /// A field.
    struct Field {
        /// How a field is filled in.
        enum Kind { case line, area, day, address, choice, hidden }

        let name: String
        let label: String
        let hint: String?
        let isRequired: Bool
        private(set) var value: String
        private(set) var options: [Option]
        /// Whether what was sent is refused because of it.
        private(set) var isRefused = false
        /// The field as the definition has it, by JSON Pointer.
        fileprivate let pointer: String
        /// The form's, so that labels find their fields.
        fileprivate(set) var id = ""
        let isArea: Bool
        let isChoice: Bool
        let isHidden: Bool
        /// The type of the input.
        let type: String
        /// How many characters it takes.
        let most: Int

        init(
            _ name: String, _ label: String, _ kind: Kind = .line, value: String = "", hint: String? = nil,
            isRequired: Bool = true, options: [Option] = [], pointer: String? = nil, most: Int = 2000
        ) {
            self.name = name
            self.label = label
            self.hint = hint
            self.isRequired = isRequired
            self.value = value
            self.options = options.map { Option(value: $0.value, label: $0.label, isSelected: $0.value == value) }
            self.pointer = pointer ?? "/" + name
            self.most = most
            isArea = kind == .area
            isChoice = kind == .choice
            isHidden = kind == .hidden
            type =
                switch kind {
                case .day: "date"
                case .address: "url"
                default: "text"
                }
        }

        /// What the browser sends along whatever was typed.
        static func hidden(_ name: String, _ value: String) -> Field {
            Field(name, "", .hidden, value: value, isRequired: false)
        }

        fileprivate mutating func fill(_ sent: SentPageForm) {
            isRefused = sent.pointer.map { $0 == pointer || $0.hasPrefix(pointer + "/") } ?? false
            guard !isHidden, let text = sent.values[name] else { return }
            value = text
            options = options.map { Option(value: $0.value, label: $0.label, isSelected: $0.value == text) }
        }
    }

    let id: String
    let action: String
    let summary: String
    let note: String?
    let button: String
    let fields: [Field]
    /// Whether it is shown unfolded, because what it sent was refused.
    let isOpen: Bool

    /// - Parameters:
    ///   - id: Names the form within its page.
    ///   - sent: What was sent last, if it was refused.
    init(
        _ id: String, to action: String, _ summary: String, button: String, note: String? = nil, fields: [Field],
        sent: SentPageForm? = nil
    ) {
        self.id = id
        self.action = action
        self.summary = summary
        self.note = note
        self.button = button
        let own = sent.flatMap { $0.form == id ? $0 : nil }
        isOpen = own != nil
        self.fields = (fields + [.hidden("form", id)]).map { field in
            var field = field
            field.id = id + "-" + field.name
            if let own { field.fill(own) }
            return field
        }
    }
}

/// What a form of a page sent that was refused.
struct SentPageForm {
    /// The form's id.
    let form: String
    let values: [String: String]
    /// The field at fault in the definition that was made of it, by JSON Pointer.
    let pointer: String?
}
