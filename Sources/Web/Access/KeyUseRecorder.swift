internal import Logging
internal import Operations
internal import ServiceLifecycle

/// Notes the last use of keys, every few seconds, in one write for all of them.
struct KeyUseRecorder: Service {
    let authenticator: KeyAuthenticator
    let keys: APIKeyStore
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: .seconds(10)) } catch { return }
                let used = authenticator.takeUsed()
                guard !used.isEmpty else { continue }
                do { try await keys.noteUse(of: used) } catch {
                    logger.warning("last use of keys not noted", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}

extension KeyUseRecorder: CustomStringConvertible {
    /// Its name for the log: services are logged by description, and what they are made of is nobody's business.
    var description: String { "last use of keys" }
}
