package dev.tidemark.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {
  /** The two examples of GB 11643-1999, annex A, and other ways to write the first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "440524188001010014",
        "11010519491231002x",
        "110105 19491231 002X",
        "１１０１０５１９４９１２３１００２Ｘ"
      })
  void anIdNumberProvesItself(String number) {
    assertThat(CheckDigits.isIdNumber(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "110105194912310021",
        "11010519491231003X",
        "1101051949123100X2",
        "11010519491231002",
        ""
      })
  void anotherNumberIsNoIdNumber(String number) {
    assertThat(CheckDigits.isIdNumber(number)).isFalse();
  }

  /** The example of Luhn's patent as usually told, and the test numbers of card schemes. */
  @ParameterizedTest
  @ValueSource(strings = {"79927398713", "4111 1111 1111 1111", "5555-5555-5555-4444"})
  void aCardNumberProvesItself(String number) {
    assertThat(CheckDigits.isLuhn(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"79927398710", "4111111111111112", ""})
  void anotherNumberIsNoCardNumber(String number) {
    assertThat(CheckDigits.isLuhn(number)).isFalse();
  }
}
