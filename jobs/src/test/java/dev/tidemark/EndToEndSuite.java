package dev.tidemark;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of the sample in one process, where it is loaded once. */
@Suite
@SelectPackages("dev.tidemark")
@IncludeClassNamePatterns(".*EndToEndTest")
class EndToEndSuite {}
