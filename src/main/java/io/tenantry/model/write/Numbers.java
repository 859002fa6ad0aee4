package io.tenantry.model.write;

import tools.jackson.databind.JsonNode;

/** Numbers by what they are worth, without ever writing out their zeros. */
final class Numbers {

  private static final int LONG_DIGITS = 19;

  private Numbers() {}

  /** Of how many digits it is made, at most; an exponent adds none. */
  static long digits(JsonNode number) {
    if (number.isInt() || number.isLong()) {
      return LONG_DIGITS;
    }
    long bits =
        number.isBigInteger()
            ? number.bigIntegerValue().bitLength()
            : number.decimalValue().unscaledValue().bitLength();
    return Math.max(LONG_DIGITS, bits * 3 / 10 + 1);
  }

  /** The same text for 1, 1.0 and 10e-1, and for no other number. */
  static String canonical(JsonNode number) {
    if (number.isInt() || number.isLong()) {
      return stripped(Long.toString(number.longValue()), 0);
    }
    if (number.isBigInteger()) {
      return stripped(number.bigIntegerValue().toString(), 0);
    }
    var decimal = number.decimalValue();
    return stripped(decimal.unscaledValue().toString(), -decimal.scale());
  }

  private static String stripped(String digits, int exponent) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "0" : digits.substring(0, end) + "e" + (exponent + digits.length() - end);
  }
}
