package dev.tidemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What was put into the repository is what its makers published. */
class EchartsTest {
  /**
   * {@code npm pack echarts@6.1.0 && tar -xOf echarts-6.1.0.tgz package/dist/echarts.min.js |
   * sha256sum}
   */
  @Test
  void theLibraryIsTheOneOfItsNpmPackage() throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");

    var hash = sha.digest(Assets.echarts().getBytes(StandardCharsets.UTF_8));

    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0");
  }
}
