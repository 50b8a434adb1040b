/** What an emitter says, as a value for tests, and the laws that it keeps; needs no test framework. */
module dev.headwater.testkit {
    requires transitive dev.headwater.core;
    requires static org.jspecify;

    exports dev.headwater.testkit;
}
