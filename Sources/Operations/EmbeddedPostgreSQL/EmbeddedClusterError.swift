/// Why the embedded PostgreSQL can't be used.
public struct EmbeddedClusterError: Error, Hashable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable {
        private enum Value: Hashable {
            case notInstalled, inUse, otherMajorVersion, notACluster, unreachableFolder, otherOwner
            case initializationFailed, startFailed, commandFailed
        }

        private let value: Value

        private init(_ value: Value) {
            self.value = value
        }

        /// No server programs, or no user to run them as, are on this machine.
        public static let notInstalled = Code(.notInstalled)
        /// Another process serves from the same data folder.
        public static let inUse = Code(.inUse)
        /// The data folder was made by a version of PostgreSQL that isn't installed.
        public static let otherMajorVersion = Code(.otherMajorVersion)
        /// The folder that should hold the cluster holds something else.
        public static let notACluster = Code(.notACluster)
        /// The unprivileged user can't get to the data folder, or the folder can't be made.
        public static let unreachableFolder = Code(.unreachableFolder)
        /// The cluster belongs to another user of the operating system.
        public static let otherOwner = Code(.otherOwner)
        /// Making the new cluster failed.
        public static let initializationFailed = Code(.initializationFailed)
        /// The server ended before it accepted connections.
        public static let startFailed = Code(.startFailed)
        /// A program of the operating system failed.
        public static let commandFailed = Code(.commandFailed)
    }

    /// The kind of failure.
    public let code: Code
    /// What to tell the person at the keyboard, with what to do about it.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
