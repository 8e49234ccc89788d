package dev.tidemark.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectedNamesTest {
  @Test
  void aChainIsOneGroupNamedAfterItsSmallest() {
    var names = new ConnectedNames();

    names.join("d", "c");
    names.join("b", "c");
    names.join("x", "y");
    names.join("a", "b");

    assertThat(names.groupOf("d")).isEqualTo("a");
    assertThat(names.groupOf("y")).isEqualTo("x");
    assertThat(names.groupOf("alone")).isEqualTo("alone");
    assertThat(names.names()).containsExactly("b", "c", "d", "y");
  }

  @Test
  void aPairToldTwiceOrOfOneNameChangesNothing() {
    var names = new ConnectedNames();

    names.join("a", "b");
    names.join("b", "a");
    names.join("c", "c");

    assertThat(names.names()).containsExactly("b");
  }
}
