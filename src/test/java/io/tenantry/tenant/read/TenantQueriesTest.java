package io.tenantry.tenant.read;

import static io.tenantry.tenant.TenantStatus.ACTIVE;
import static io.tenantry.tenant.TenantStatus.INACTIVE;
import static io.tenantry.tenant.read.StoredTenants.FIRST;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.platform.readstore.ReadStoreContext;
import io.tenantry.platform.readstore.ReadStoreEngine;
import io.tenantry.tenant.ListTenants;
import io.tenantry.tenant.TenantStatus;
import io.tenantry.tenant.TenantView;
import io.tenantry.tenant.events.TenantActivated;
import io.tenantry.tenant.events.TenantDeactivated;
import io.tenantry.tenant.events.TenantDeleted;
import io.tenantry.tenant.events.TenantDescribed;
import io.tenantry.tenant.events.TenantRegistered;
import io.tenantry.tenant.events.TenantRenamed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Lists and searches of tenants, which find the same on every read store. */
class TenantQueriesTest {

  @Configuration(proxyBeanMethods = false)
  @Import({
    TenantCaching.class,
    TenantQueries.class,
    TenantMatches.class,
    SqliteTenantSearch.class,
    PostgresTenantSearch.class,
    MongoTenantSearch.class
  })
  static class Parts {}

  @TempDir Path folder;

  private @Nullable ReadStoreContext read;

  private StoredTenants open(ReadStoreEngine engine) {
    read = ReadStoreContext.open(engine, folder, Parts.class);
    return new StoredTenants(read.store());
  }

  @AfterEach
  void close() {
    if (read != null) {
      read.close();
    }
  }

  private ListTenants.Result list(ListTenants query) {
    return requireNonNull(read).bean(TenantQueries.class).handle(query);
  }

  private ListTenants.Result list(@Nullable TenantStatus status, int page, int size) {
    return list(new ListTenants(null, null, status, page, size));
  }

  /** All that match, on one page. */
  private List<Long> search(String keyword) {
    var found = list(new ListTenants(keyword, null, null, 1, 1000));
    assertThat(found.total()).isEqualTo(found.tenants().size());
    return ids(found);
  }

  private static List<Long> ids(ListTenants.Result found) {
    return found.tenants().stream().map(TenantView::id).toList();
  }

  @ParameterizedTest
  @EnumSource
  void givenTextsInAnyCase_whenSearched_thenFullCaseFoldingDecides(ReadStoreEngine engine) {
    var tenants = open(engine);
    long greek = tenants.create("ΟΔΥΣΣΕΑΣ", null, "");
    long sharp = tenants.create("Straße", "sharp", "");
    long capitals = tenants.create("STRASSE", null, "STRAẞE");
    long dotless = tenants.create("Iğdır", null, "");
    long composed = tenants.create("x", null, "École");
    long decomposed = tenants.create("E\u0301COLE", null, "");
    long deseret = tenants.create("\uD801\uDC00\uD801\uDC01\uD801\uDC02", null, "");

    var expected =
        Map.ofEntries(
            Map.entry("ΟΔΥΣ", List.of(greek)),
            Map.entry("οδυς", List.of(greek)),
            Map.entry("σσεας", List.of(greek)),
            Map.entry("ΣΣΕΑΣ", List.of(greek)),
            Map.entry("strasse", List.of(sharp, capitals)),
            Map.entry("Straße", List.of(sharp, capitals)),
            Map.entry("STRAẞE", List.of(sharp, capitals)),
            Map.entry("ß", List.of(sharp, capitals)),
            Map.entry("SHARP", List.of(sharp)),
            Map.entry("iğd", List.of(dotless)),
            Map.entry("dır", List.of(dotless)),
            Map.entry("dir", List.<Long>of()),
            Map.entry("école", List.of(composed, decomposed)),
            Map.entry("e\u0301cole", List.of(composed, decomposed)),
            Map.entry("ecole", List.<Long>of()),
            Map.entry("\uD801\uDC28", List.of(deseret)),
            Map.entry("\uD801\uDC29\uD801\uDC2A", List.of(deseret)),
            Map.entry("\uD801\uDC28\uD801\uDC29\uD801\uDC2A", List.of(deseret)));
    expected.forEach((keyword, found) -> assertThat(search(keyword)).as(keyword).isEqualTo(found));
  }

  @ParameterizedTest
  @EnumSource
  void givenKeywordThatAnEngineCouldReadAsItsOwn_whenSearched_thenItIsTakenLiterally(
      ReadStoreEngine engine) {
    var tenants = open(engine);
    var texts =
        List.of(
            "100% sure",
            "a_b!c",
            "say \"hello\"",
            "star*dust",
            "this AND that",
            "this OR that",
            "NOT NEAR(x y)",
            "search_text : x",
            "^first",
            "a-b+c",
            "{x} (y)",
            "back\\slash \\E",
            "it's",
            ".*",
            "$1",
            "[a]",
            "😀😁😂",
            "two  blanks",
            "\"\"\"");
    tenants.create(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(search(texts.get(i))).as(texts.get(i)).contains(FIRST + i);
    }
    assertThat(search("%")).containsExactly(FIRST);
    assertThat(search("0% s")).containsExactly(FIRST);
    assertThat(search("_b!")).containsExactly(FIRST + 1);
    assertThat(search("a_b_c")).isEmpty();
    assertThat(search("\"hello\"")).containsExactly(FIRST + 2);
    assertThat(search("hel*")).isEmpty();
    assertThat(search("r*d")).containsExactly(FIRST + 3);
    assertThat(search("s AND t")).containsExactly(FIRST + 4);
    assertThat(search("this NOT that")).isEmpty();
    assertThat(search("NEAR(x")).containsExactly(FIRST + 6);
    assertThat(search("search_text : x")).containsExactly(FIRST + 7);
    assertThat(search("😁")).containsExactly(FIRST + 16);
    assertThat(search("😀😁😂")).containsExactly(FIRST + 16);
    assertThat(search("\"")).containsExactly(FIRST + 2, FIRST + 18);
    assertThat(search("\\")).containsExactly(FIRST + 11);
    assertThat(search("  ")).containsExactly(FIRST + 17);
    assertThat(search("x".repeat(5000))).isEmpty();
    assertThat(search("")).hasSize(texts.size());
  }

  @ParameterizedTest
  @EnumSource
  void givenThreeTexts_whenSearched_thenNothingIsFoundAcrossTwoOfThem(ReadStoreEngine engine) {
    var tenants = open(engine);
    long id = tenants.create("name", "slug", "text\u001fwith\u0001controls\nand lines");

    for (var part : List.of("name", "slug", "text", "me", "t", "controls\na", "\u001fwith")) {
      assertThat(search(part)).as(part).containsExactly(id);
    }
    for (var across :
        List.of("nameslug", "slugtext", "name\u001fslug", "g\u001ft", "esl", "e\ns")) {
      assertThat(search(across)).as(across).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givenChanges_whenSearchedBetween_thenTextsAndTotalsAreThoseOfTheLast(
      ReadStoreEngine engine) {
    var tenants = open(engine);
    long one = tenants.create("first one", null, "");
    long two = tenants.create("second one", null, "");
    assertThat(search("one")).containsExactly(one, two);
    assertThat(search("on")).containsExactly(one, two);

    tenants.happen(new TenantRenamed(one, "changed"));
    tenants.again(1);
    assertThat(search("one")).containsExactly(two);
    assertThat(search("on")).containsExactly(two);
    assertThat(search("changed")).containsExactly(one);

    tenants.happen(new TenantDescribed(one, "now with an ONE"), new TenantDeactivated(one));
    tenants.again(2);
    assertThat(search("one")).containsExactly(one, two);
    assertThat(ids(list(new ListTenants("one", null, ACTIVE, 1, 10)))).containsExactly(two);
    assertThat(ids(list(new ListTenants("one", null, INACTIVE, 1, 10)))).containsExactly(one);
    assertThat(list(INACTIVE, 1, 10).total()).isEqualTo(1);

    tenants.happen(new TenantActivated(one));
    assertThat(list(INACTIVE, 1, 10).total()).isZero();
    assertThat(list(ACTIVE, 1, 10).total()).isEqualTo(2);

    tenants.happen(new TenantDeleted(two));
    tenants.again(1);
    assertThat(search("one")).containsExactly(one);
    assertThat(list(null, 1, 10).total()).isEqualTo(1);
    // registered and deleted in one batch, which then comes again
    long three = two + 1;
    tenants.happen(
        new TenantRegistered(three, null, "third one", "", "", List.of(), 1),
        new TenantDeleted(three));
    tenants.again(2);
    assertThat(search("one")).containsExactly(one);
    assertThat(list(null, 1, 10).total()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void givenManyWithGaps_whenPagesAreAsked_thenEachHasItsOwnAndTheTotalIsExact(
      ReadStoreEngine engine) {
    var tenants = open(engine);
    tenants.create(IntStream.range(0, 3000).mapToObj(i -> "Tenant " + i).toList());
    tenants.happen(
        LongStream.range(0, 3000)
            .filter(i -> i % 3 == 0 || i > 1000 && i < 2500)
            .mapToObj(i -> new TenantDeleted(FIRST + i))
            .toArray(TenantDeleted[]::new));
    var left =
        LongStream.range(0, 3000)
            .filter(i -> i % 3 != 0 && (i <= 1000 || i >= 2500))
            .map(i -> FIRST + i)
            .boxed()
            .toList();
    for (int page : new int[] {1, 2, 7, 10, 11, 100, Integer.MAX_VALUE}) {
      int from = (int) Math.min(left.size(), (page - 1L) * 100);
      var expected = left.subList(from, Math.min(left.size(), from + 100));
      for (var keyword : new String[] {"", "tenant", "te"}) {
        var found = list(new ListTenants(keyword, null, null, page, 100));
        assertThat(ids(found)).as("page %d of '%s'", page, keyword).isEqualTo(expected);
        assertThat(found.total()).isEqualTo(left.size());
      }
    }
    assertThat(ids(list(null, 1, 1000))).isEqualTo(left.subList(0, 1000));
    assertThat(search("tenant 29")).hasSize(75);
  }

  @ParameterizedTest
  @EnumSource
  void givenAnId_whenSearched_thenTheOtherConditionsHoldForIt(ReadStoreEngine engine) {
    var tenants = open(engine);
    long id = tenants.create("Name", "slug", "");
    tenants.create("Name", null, "");

    assertThat(ids(list(new ListTenants("NAME", id, ACTIVE, 1, 1)))).containsExactly(id);
    assertThat(list(new ListTenants("NAME", id, ACTIVE, 2, 1))).extracting("total").isEqualTo(1L);
    assertThat(list(new ListTenants("NAME", id, ACTIVE, 2, 1)).tenants()).isEmpty();
    assertThat(list(new ListTenants("other", id, null, 1, 1)).total()).isZero();
    assertThat(list(new ListTenants("", id, INACTIVE, 1, 1)).total()).isZero();
    assertThat(list(new ListTenants("", Long.MAX_VALUE, null, 1, 1)).total()).isZero();
    assertThat(list(new ListTenants("", -1L, null, 1, 1)).total()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void givenNoTenants_whenListed_thenThereAreNone(ReadStoreEngine engine) {
    open(engine);

    assertThat(list(null, 1, 100)).isEqualTo(new ListTenants.Result(List.of(), 0));
    assertThat(search("a")).isEmpty();
    assertThat(search("abc")).isEmpty();
  }
}
