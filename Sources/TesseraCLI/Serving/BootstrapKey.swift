import LibPQ
import Logging
import Operations
import ServiceLifecycle
import Synchronization

/// Makes the key of `TESSERA_BOOTSTRAP_KEY`, as soon as the database can take it.
final class BootstrapKey: Service {
    private let key: (name: String, secret: String)?
    private let keys: APIKeyStore
    private let logger: Logger
    private let done: Atomic<Bool>

    /// - Throws: `Settings.Invalid` when the setting is not `name:secret`, or no key may be called and guarded so.
    init(setting: String?, keys: APIKeyStore, logger: Logger) throws {
        key = try setting.map { setting in
            let parts = setting.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Settings.Invalid(name: "TESSERA_BOOTSTRAP_KEY", rule: "it must be name:secret.")
            }
            do { try APIKeyStore.check(name: parts[0], secret: parts[1]) } catch {
                throw Settings.Invalid(name: "TESSERA_BOOTSTRAP_KEY", rule: "\(error)")
            }
            return (parts[0], parts[1])
        }
        self.keys = keys
        self.logger = logger
        done = Atomic(setting == nil)
    }

    /// Whether there is the key, or none is wanted.
    var isDone: Bool { done.load(ordering: .acquiring) }

    func run() async throws {
        if let key {
            await cancelWhenGracefulShutdown { await self.ensure(name: key.name, secret: key.secret) }
        }
        // A service that ends would end its group.
        try await gracefulShutdown()
    }

    private func ensure(name: String, secret: String) async {
        while !Task.isCancelled {
            do {
                try await keys.ensure(name: name, secret: secret)
                return done.store(true, ordering: .releasing)
            } catch {
                logger.warning("bootstrap key waits", metadata: ["error": "\(error)"])
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
            }
        }
    }
}

extension BootstrapKey: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    var description: String { "bootstrap key" }
}
