package io.tenantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.engines.Engines;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Many tenants: pages, all of them, and those that match. */
class TenantListsTest extends HttpTest {

  private static final String SEARCH = TENANTS + "/search";

  /** Only this test's tenants have it. */
  private final String mark = slug();

  TenantListsTest(Engines engine) {
    super(engine);
  }

  private String create(String name) {
    return post(TENANTS, "{\"name\":\"%s\",\"description\":\"%s\"}".formatted(name, mark))
        .is(201)
        .data()
        .get("id")
        .asString();
  }

  private List<String> search(String query) {
    return get(SEARCH + "?" + query).is(200).texts("/data/items", "id");
  }

  private List<String> keyword(String keyword) {
    return search("keyword=" + URLEncoder.encode(keyword, UTF_8));
  }

  @Test
  void givenPages_whenWalked_thenEachTenantOnceById() {
    for (int i = 0; i < 5; i++) {
      create("a");
    }
    List<String> whole = get(TENANTS).is(200).texts("/data/items", "id");
    assertThat(whole.stream().map(Long::valueOf)).isSorted();
    List<String> walked = new ArrayList<>();
    for (int page = 1; walked.size() < whole.size(); page++) {
      Answer answer = get(TENANTS + "?page=" + page + "&page_size=4").is(200);
      JsonNode data = answer.data();
      assertThat(data.get("total").intValue()).isEqualTo(whole.size());
      assertThat(data.get("page").intValue()).isEqualTo(page);
      assertThat(data.get("page_size").intValue()).isEqualTo(4);
      assertThat(data.get("items").size()).isBetween(1, 4);
      walked.addAll(answer.texts("/data/items", "id"));
    }
    assertThat(walked).isEqualTo(whole);
    JsonNode past = get(TENANTS + "?page=100000&page_size=4").is(200).data();
    assertThat(past.get("items").size()).isZero();
    assertThat(past.get("total").intValue()).isEqualTo(whole.size());
  }

  @Test
  void givenOneParameterAlone_whenListed_thenTheOtherIsItsDefault() {
    JsonNode page = get(TENANTS + "?page=1").is(200).data();
    assertThat(page.get("page_size").intValue()).isEqualTo(100);
    JsonNode size = get(TENANTS + "?page_size=1").is(200).data();
    assertThat(size.get("page").intValue()).isEqualTo(1);
    assertThat(size.get("items").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=0", "page=-1", "page_size=0", "page_size=1001", "page=x"})
  void givenPageOutOfRange_whenListed_thenUnreadable(String query) {
    get(TENANTS + "?" + query).problem(400, 1000);
    get(SEARCH + "?" + query).problem(400, 1000);
  }

  @Test
  void givenAll_whenAsked_thenItemsAlone() {
    String id = create("a");
    Answer answer = get(TENANTS + "/all").is(200);
    assertThat(answer.data().propertyNames()).containsExactly("items");
    assertThat(answer.texts("/data/items", "id"))
        .contains(id)
        .isEqualTo(get(TENANTS).texts("/data/items", "id"));
    get(TENANTS + "/all?page=1").problem(400, 1000);
  }

  @Test
  void givenKeyword_whenInOtherCase_thenFoundInNameSlugAndDescription() {
    String first = create("Stra\u00dfe \u00c9COLE \u0416\u0423\u041a");
    String second = create("plain");
    assertThat(keyword(mark.toUpperCase(java.util.Locale.ROOT))).containsExactly(first, second);
    assertThat(search("keyword=" + mark + "&page_size=1")).containsExactly(first);
    String unique = mark.substring(1);
    String name = "\u00c9cole" + unique;
    String accented =
        post(TENANTS, "{\"name\":\"" + name + "\"}").is(201).data().get("id").asString();
    assertThat(keyword("\u00e9COLE" + unique)).containsExactly(accented);
    assertThat(keyword("e\u0301cole" + unique)).as("decomposed").containsExactly(accented);
    String slug = tenant();
    String bySlug = get(TENANTS + "/" + slug).data().get("id").asString();
    assertThat(keyword(slug.substring(3, 30).toUpperCase(java.util.Locale.ROOT)))
        .containsExactly(bySlug);
    assertThat(get(SEARCH + "?keyword=" + mark).data().propertyNames())
        .containsExactly("items", "total", "page", "page_size");
  }

  @Test
  void givenKeyword_whenItsLettersFoldToSeveral_thenFound() {
    String greek = create("ΟΔΥΣΣΕΑΣ" + mark);
    String street = create("Straße" + mark);
    assertThat(keyword("ΟΔΥΣ")).contains(greek);
    assertThat(keyword("οδυσσεας" + mark)).containsExactly(greek);
    assertThat(keyword("STRASSE" + mark)).containsExactly(street);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", ".*", "\\", "[a]", "(", "$", "^", "'", "\\E", "?"})
  void givenCharactersThatMeanSomethingElsewhere_whenSearched_thenTakenLiterally(String text) {
    String with = create("x" + text.replace("\\", "\\\\") + mark);
    create("xy" + mark);
    assertThat(keyword(text + mark)).containsExactly(with);
  }

  @Test
  void givenConditions_whenSeveral_thenAllMustHold() {
    String active = create("a");
    String inactive = create("b");
    put(TENANTS + "/" + inactive, "{\"status\":\"inactive\"}").is(200);
    String keyword = "keyword=" + mark;
    assertThat(search(keyword + "&status=inactive")).containsExactly(inactive);
    assertThat(search(keyword + "&status=active")).containsExactly(active);
    assertThat(search(keyword + "&tenant_id=" + active)).containsExactly(active);
    assertThat(search(keyword + "&tenant_id=" + active + "&status=inactive")).isEmpty();
    assertThat(search("tenant_id=" + active)).containsExactly(active);
    assertThat(search("tenant_id=1")).isEmpty();
    assertThat(search("keyword=&tenant_id=&status=&page_size=1000"))
        .as("an empty condition is none")
        .contains(active, inactive);
    JsonNode page = get(SEARCH + "?" + keyword + "&page=2&page_size=1").is(200).data();
    assertThat(page.get("total").intValue()).isEqualTo(2);
    assertThat(page.at("/items/0/id").asString()).isEqualTo(inactive);
    get(SEARCH + "?status=paused").problem(400, 1000);
    get(SEARCH + "?tenant_id=x").problem(400, 1000);
    assertThat(get(SEARCH).is(200).data().get("page_size").intValue()).isEqualTo(100);
  }
}
