package io.tenantry.kernel;

/**
 * What is wrong with one field.
 *
 * @param field the field's path as the client wrote it, such as {@code name} or {@code
 *     retriever_engines.engines[1].retriever_type}
 * @param message what is wrong, to be read after the field's name: {@code must not be blank}
 */
public record FieldError(String field, String message) {

  // either may quote what the client sent; an answer must not grow with that
  private static final int LONGEST = 300;

  public FieldError {
    field = cut(field);
    message = cut(message);
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
