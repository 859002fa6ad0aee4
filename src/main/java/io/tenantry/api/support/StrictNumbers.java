package io.tenantry.api.support;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/**
 * Reads values of the query: decimal digits alone, where Spring takes {@code 0x1F}, {@code +5} and
 * white space as well, and {@code on} for true. An empty value is none.
 */
final class StrictNumbers {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  private StrictNumbers() {}

  static void addTo(FormatterRegistry registry) {
    registry.addConverter(new ToInteger());
    registry.addConverter(new ToLong());
    registry.addConverter(new ToBoolean());
  }

  private static String whole(String source) {
    if (!WHOLE.matcher(source).matches()) {
      throw new IllegalArgumentException("not a whole number");
    }
    return source;
  }

  // classes, because a lambda does not tell Spring its types

  private static final class ToInteger implements Converter<String, @Nullable Integer> {
    @Override
    public @Nullable Integer convert(String source) {
      return source.isEmpty() ? null : Integer.valueOf(whole(source));
    }
  }

  private static final class ToLong implements Converter<String, @Nullable Long> {
    @Override
    public @Nullable Long convert(String source) {
      return source.isEmpty() ? null : Long.valueOf(whole(source));
    }
  }

  private static final class ToBoolean implements Converter<String, @Nullable Boolean> {
    @Override
    public @Nullable Boolean convert(String source) {
      return switch (source) {
        case "" -> null;
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException("neither true nor false");
      };
    }
  }
}
