package io.tenantry.tenant.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What has been found for a keyword is asked again only where something has changed. */
class TenantMatchesTest {

  private static final int SIZE = TenantBlockDocument.SIZE;

  private final List<String> asked = new ArrayList<>();
  private final BitSet stored = new BitSet();
  private final TenantMatches matches =
      new TenantMatches(
          (keyword, from, to) -> {
            asked.add(keyword + " " + from + "-" + to);
            var found = (BitSet) stored.clone();
            found.clear(0, from);
            found.clear(Math.min(to, found.length()), found.length());
            return found;
          });

  private static TenantBlocks blocks(long... positions) {
    return new TenantBlocks(
        IntStream.range(0, positions.length)
            .filter(id -> positions[id] > 0)
            .mapToObj(id -> new TenantBlockDocument(id, "", "", positions[id]))
            .toList());
  }

  @Test
  void givenKeyword_whenAskedAgain_thenItIsFoundOnce() {
    stored.set(5);

    assertThat(matches.of("a", blocks(0, 7))).isEqualTo(stored);
    assertThat(matches.of("a", blocks(0, 7))).isEqualTo(stored);
    assertThat(matches.of("b", blocks(0, 7))).isEqualTo(stored);
    assertThat(asked).containsExactly("a 0-2147483647", "b 0-2147483647");
  }

  @Test
  void givenBlocksThatChanged_whenAskedAgain_thenTheyAloneAreFoundAnew() {
    stored.set(5);
    stored.set(SIZE + 1);
    matches.of("a", blocks(1, 2, 3));
    stored.clear(SIZE + 1);
    stored.set(SIZE + 2);
    stored.set(3 * SIZE);
    asked.clear();

    assertThat(matches.of("a", blocks(1, 4, 3, 5))).isEqualTo(stored);
    assertThat(asked).containsExactly("a 4096-8192", "a 12288-16384");
    assertThat(matches.of("a", blocks(1, 4, 3, 5))).isEqualTo(stored);
    assertThat(asked).hasSize(2);
  }

  @Test
  void givenManyBlocksThatChanged_whenAskedAgain_thenAllAreFoundAnewAtOnce() {
    matches.of("a", blocks());
    stored.set(5);
    asked.clear();

    assertThat(matches.of("a", blocks(IntStream.range(0, 5).mapToLong(i -> 1).toArray())))
        .isEqualTo(stored);
    assertThat(asked).containsExactly("a 0-2147483647");
  }

  /** Another search may be on its way with what was there before. */
  @Test
  void givenWhatWasFound_whenSomethingChanges_thenItIsNotChangedItself() {
    stored.set(5);
    var before = matches.of("a", blocks(1));
    stored.set(6);
    matches.of("a", blocks(2));

    assertThat(before.stream()).containsExactly(5);
  }
}
