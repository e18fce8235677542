internal import NIOPosix

#if canImport(Glibc)
    internal import Glibc
#endif

/// Finds the addresses of a host's name, in the order in which they are best tried; none where there is no such host.
typealias HostResolver = @Sendable (_ name: String) async -> [NetworkAddress]

/// The system's own names: DNS, and whatever else it is set up with.
enum SystemHosts {
    /// The system's look-up blocks, for long where a name's servers are slow; so it has threads of its own, which
    /// nothing else waits for.
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 4)
        pool.start()
        return pool
    }()

    /// The addresses of a name.
    ///
    /// Who is cancelled waits no longer; the look-up then ends by itself.
    static let addresses: HostResolver = { name in
        let (answers, continuation) = AsyncStream.makeStream(of: [NetworkAddress].self)
        threads.submit { state in
            if case .active = state { continuation.yield(lookUp(name)) }
            continuation.finish()
        }
        for await answer in answers { return answer }
        return []
    }

    private static func lookUp(_ name: String) -> [NetworkAddress] {
        var wish = unsafe addrinfo()
        unsafe wish.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(name, nil, &wish, &first) == 0 else { return [] }
        defer { unsafe freeaddrinfo(first) }
        var addresses: [NetworkAddress] = []
        var next = unsafe first
        while let entry = unsafe next {
            if let address = unsafe address(entry.pointee) { addresses.append(address) }
            unsafe next = entry.pointee.ai_next
        }
        return addresses
    }

    private static func address(_ entry: addrinfo) -> NetworkAddress? {
        guard let socket = unsafe UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch unsafe entry.ai_family {
        case AF_INET:
            let host = unsafe socket.loadUnaligned(as: sockaddr_in.self).sin_addr
            return unsafe withUnsafeBytes(of: host) { unsafe NetworkAddress(bytes: Array($0)) }
        case AF_INET6:
            let host = unsafe socket.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return unsafe withUnsafeBytes(of: host) { unsafe NetworkAddress(bytes: Array($0)) }
        default: return nil
        }
    }
}
