package io.tenantry.api.support;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks a list page by page. */
public final class Pages {

  private Pages() {}

  /**
   * All items, one page in memory at a time.
   *
   * @param next the page after an item; the first page when it is null; empty at the end
   */
  public static <T> Stream<T> all(Function<@Nullable T, List<T>> next) {
    return Stream.<List<T>>iterate(
            next.apply(null), page -> !page.isEmpty(), page -> next.apply(page.getLast()))
        .flatMap(List::stream);
  }
}
