import Testing

/// Tests that drive the built `tessera` from outside, as operators, training platforms and evaluators do.
///
/// One after the other: each has servers of its own, and some measure how those behave in time.
@Suite(.serialized, .timeLimit(.minutes(5)))
enum SystemTests {
    /// Tests that need a server, but not one of their own.
    @Suite(.served)
    enum SharedServerTests {}

    /// Tests on a server that holds nothing but the demonstration.
    @Suite(.served)
    enum PilotTests {}

    /// Tests of the interfaces for W3C's test suites.
    @Suite(.served(["TESSERA_VC_API_TEST_PROFILE": "1"]))
    enum TestProfileTests {}
}
