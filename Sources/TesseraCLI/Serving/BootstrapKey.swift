import LibPQ
import Logging
import Operations
import ServiceLifecycle

/// Makes the key of `TESSERA_BOOTSTRAP_KEY`, as soon as the database can take it.
struct BootstrapKey: Service {
    let setting: String?
    let keys: APIKeyStore
    let logger: Logger

    func run() async throws {
        if let setting {
            let parts = setting.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw Settings.Invalid(name: "TESSERA_BOOTSTRAP_KEY", rule: "it must be name:secret.")
            }
            await cancelWhenGracefulShutdown { await ensure(name: parts[0], secret: parts[1]) }
        }
        // A service that ends would end its group.
        try await gracefulShutdown()
    }

    private func ensure(name: String, secret: String) async {
        while !Task.isCancelled {
            do {
                return try await keys.ensure(name: name, secret: secret)
            } catch {
                logger.warning("bootstrap key waits", metadata: ["error": "\(error)"])
                do { try await Task.sleep(for: .seconds(2)) } catch { return }
            }
        }
    }
}

extension BootstrapKey: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    var description: String { "bootstrap key" }
}
