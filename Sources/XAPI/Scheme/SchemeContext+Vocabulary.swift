extension SchemeContext {
    /// The kinds of instruments.
    public enum InstrumentKind: String, Sendable, CaseIterable {
        /// A test with right answers.
        case assessment
        /// Questions without right answers.
        case survey
        /// A person's judgement of their own levels.
        case selfAssessment = "self-assessment"
    }

    /// How a level was found.
    public enum LevelMethod: String, Sendable, CaseIterable {
        /// By the person.
        case `self`
        /// By a test.
        case test
        /// By an observer.
        case observation
        /// By a portfolio.
        case portfolio
        /// By recognition of earlier learning.
        case recognition
    }

    /// The phases of a pilot's evaluation.
    public enum Phase: String, Sendable, CaseIterable {
        /// Before the training.
        case pre
        /// During the training.
        case during
        /// Right after the training.
        case post
        /// Months after the training.
        case followup
    }

    /// Why an item has no answer.
    public enum Nonresponse: String, Sendable, CaseIterable {
        /// Skipped.
        case omitted
        /// The person did not get so far.
        case notReached = "not-reached"
        /// The item does not apply.
        case notApplicable = "not-applicable"
        /// The person did not want to answer.
        case declined
    }

    /// Something malformed in the scheme's words, which was left out.
    public struct DataQualityNote: Sendable, Hashable {
        /// The JSON Pointer of the value, from the statement's top.
        public let pointer: String
        /// What is wrong, in words.
        public let reason: String

        /// A note.
        public init(pointer: String, reason: String) {
            self.pointer = pointer
            self.reason = reason
        }
    }
}
