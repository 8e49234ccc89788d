package dev.tidemark.text;

/** Numbers that prove themselves. Digits may be full-width; what stands between them is skipped. */
final class CheckDigits {
  private static final int ID_LENGTH = 18;
  private static final String ID_CHECKS = "10X98765432";
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private CheckDigits() {}

  /**
   * Whether it is the number of a resident identity card: 17 digits, and the check digit of ISO
   * 7064 MOD 11-2 that GB 11643-1999 asks for.
   */
  static boolean isIdNumber(String written) {
    var number = digits(written);
    if (number.length() != ID_LENGTH || number.lastIndexOf('X', ID_LENGTH - 2) >= 0) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return ID_CHECKS.charAt(sum % 11) == number.charAt(ID_LENGTH - 1);
  }

  /** Whether its last digit is Luhn's (ISO/IEC 7812-1, annex B), as a bank card's is. */
  static boolean isLuhn(String written) {
    var number = digits(written);
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return !number.isEmpty() && sum % 10 == 0;
  }

  /** Its digits in half width, and X. */
  private static String digits(String written) {
    var digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c >= '０' && c <= '９') {
        digits.append((char) (c - '０' + '0'));
      } else if (c == 'x' || c == 'X' || c == 'ｘ' || c == 'Ｘ') {
        digits.append('X');
      }
    }
    return digits.toString();
  }
}
