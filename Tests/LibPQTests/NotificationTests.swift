import LibPQ
import Testing

@Suite(.database)
struct NotificationTests {
    @Test func `notifications come with channel, payload and sender, in order`() async throws {
        var configuration = try TestDatabase.configuration
        configuration.applicationName = "ordered"
        let received = Task { [configuration] in
            var received: [Notification] = []
            for try await notification in Notifications(configuration, channels: ["one", "Odd \"name"]) {
                received.append(notification)
                if received.count == 3 { break }
            }
            return received
        }
        try await TestDatabase.connect { db in
            try await waitForListener(db, name: "ordered")
            try await db.executeScript(
                "NOTIFY one; NOTIFY \"Odd \"\"name\", 'ä payload'; NOTIFY other; SELECT pg_notify('one', 'x')")
            let notifications = try await received.value
            let id = db.processID
            #expect(notifications.map(\.channel) == ["one", "Odd \"name", "one"])
            #expect(notifications.map(\.payload) == ["", "ä payload", "x"])
            #expect(notifications.allSatisfy { $0.processID == id && $0.origin == .notify })
        }
    }

    /// Waits until a connection listens; told apart by name, since other tests of the suite listen at the same time.
    private func waitForListener(_ db: borrowing Connection, name: String) async throws {
        for _ in 0..<500 {
            let listening = try await db.one(
                """
                SELECT EXISTS (
                    SELECT FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = \(name) AND state = 'idle'
                        AND query LIKE 'LISTEN%'
                )
                """, as: Bool.self)
            if listening { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("nobody listens")
    }

    @Test func `a lost connection is made anew and told`() async throws {
        var configuration = try TestDatabase.configuration
        configuration.applicationName = "reconnecting"
        let received = Task { [configuration] in
            var received: [Notification] = []
            for try await notification in Notifications(configuration, channels: ["lasting"]) {
                received.append(notification)
                if received.count == 2 { break }
            }
            return received
        }
        try await TestDatabase.connect { db in
            var id: Int32?
            for _ in 0..<500 where id == nil {
                id = try await db.first(
                    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'reconnecting' AND state = 'idle' AND query LIKE 'LISTEN%'",
                    as: Int32.self)
                try await Task.sleep(for: .milliseconds(10))
            }
            let old = try #require(id)
            try await db.execute("SELECT pg_terminate_backend(\(old))")
            for _ in 0..<500 {
                let new = try await db.first(
                    """
                    SELECT pid FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = 'reconnecting' AND state = 'idle' AND query LIKE 'LISTEN%' AND pid <> \(old)
                    """, as: Int32.self)
                if new != nil { break }
                try await Task.sleep(for: .milliseconds(10))
            }
            try await db.executeScript("NOTIFY lasting, 'again'")
        }
        let notifications = try await received.value
        #expect(notifications.map(\.origin) == [.reconnection, .notify])
        #expect(notifications.map(\.payload) == ["", "again"])
    }

    @Test func `a silent connection is asked for a sign of life and kept`() async throws {
        let configuration = try TestDatabase.configuration
        let received = Task { () -> String? in
            let sequence = Notifications(configuration, channels: ["silent"], healthCheckInterval: .milliseconds(20))
            for try await notification in sequence { return notification.payload }
            return nil
        }
        do {
            // Whether it listens already can't be seen, since its last statement is the sign of life.
            let isReceived = Counter()
            async let payload = received.value
            async let sending: Void = {
                while isReceived.value == 0 {
                    try await Task.sleep(for: .milliseconds(200))
                    try await TestDatabase.connect { other in try await other.executeScript("NOTIFY silent, 'here'") }
                }
            }()
            let text = try await payload
            isReceived.increment()
            try await sending
            #expect(text == "here")
        }
    }

    @Test func `the sequence ends when its task is cancelled`() async throws {
        let configuration = try TestDatabase.configuration
        let task = Task {
            for try await _ in Notifications(configuration, channels: ["never"]) {}
            return true
        }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        let ended = try await task.value
        #expect(ended)
    }

    @Test func `a first connect that fails is thrown`() async throws {
        let error = await postgresError {
            let nowhere = ConnectionConfiguration("host=127.0.0.1 port=1")
            for try await _ in Notifications(nowhere, channels: ["a"]) {}
        }
        #expect(error?.code == .connectionFailed)
    }
}
