package io.tenantry.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.load.State.Model;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The writes of one writer, each with the reads that show it. */
final class Ops {

  /** The ids of models by what they were born as. */
  private final Map<String, String> ids = new HashMap<>();

  Op register(String slug, String name) {
    var after = new State(slug, name, 1, Map.of(), Map.of());
    return new Op(
        after, 201, api -> api.register(slug, name), api -> isShown(api, after), isFound(after));
  }

  Op rename(State before, String name) {
    var after = before.renamed(name);
    return new Op(
        after,
        200,
        api -> api.rename(before.slug(), name),
        api -> isShown(api, after),
        isFound(after));
  }

  Op deleteTenant(State before) {
    return new Op(
        State.NONE,
        200,
        api -> api.deleteTenant(before.slug()),
        api -> api.tenant(before.slug()).status() == 404,
        api -> api.search(before.name()).data().path("total").asInt() == 0);
  }

  Op createModel(State before, String born) {
    return new Op(
        before.withModel(born, new Model(born, 1)),
        201,
        api -> {
          var answer = api.createModel(before.slug(), born, State.configuration(born));
          ids.put(born, answer.data().path("id").asString());
          return answer;
        },
        api -> shows(api, before.slug(), born, new Model(born, 1)),
        lists(before.withModel(born, new Model(born, 1))));
  }

  Op renameModel(State before, String born, String name) {
    var old = before.models().get(born);
    var model = new Model(name, (old == null ? 0 : old.version()) + 2);
    return new Op(
        before.withModel(born, model),
        200,
        api -> api.renameModel(before.slug(), id(born), name),
        api -> shows(api, before.slug(), born, model),
        lists(before.withModel(born, model)));
  }

  Op deleteModel(State before, String born) {
    return new Op(
        before.withModel(born, null),
        200,
        api -> api.deleteModel(before.slug(), id(born)),
        api -> api.model(before.slug(), id(born)).status() == 404,
        lists(before.withModel(born, null)));
  }

  Op putKey(State before, String key, String data) {
    return new Op(
        before.withKey(key, data),
        200,
        api -> api.putKey(before.slug(), key, data),
        api -> api.key(before.slug(), key).tree().path("data").asString("").equals(data),
        api -> keys(api, before.slug()).equals(before.withKey(key, data).keys()));
  }

  Op deleteKey(State before, String key) {
    return new Op(
        before.withKey(key, null),
        200,
        api -> api.deleteKey(before.slug(), key),
        api -> api.key(before.slug(), key).status() == 404,
        api -> keys(api, before.slug()).equals(before.withKey(key, null).keys()));
  }

  /** What the service shows of a tenant, by single reads and lists alike. */
  State observe(Api api, String slug) {
    var tenant = api.tenant(slug);
    if (tenant.status() == 404) {
      return State.NONE;
    }
    var data = tenant.data();
    assertThat(data.path("description")).isEqualTo(data.path("name"));
    var seen =
        new State(
            slug,
            data.path("name").asString(),
            tenant.version(),
            models(api, slug),
            keys(api, slug));
    assertThat(data.path("storage_used").asLong()).as(slug).isEqualTo(seen.used());
    return seen;
  }

  private String id(String born) {
    return ids.getOrDefault(born, "unknown");
  }

  private static boolean isShown(Api api, State tenant) {
    var answer = api.tenant(tenant.slug());
    return answer.version() == tenant.version()
        && answer.data().path("name").asString("").equals(tenant.name())
        && answer.data().path("storage_used").asLong() == tenant.used();
  }

  private static Op.Probe isFound(State tenant) {
    return api -> {
      var items = api.search(tenant.name()).data().path("items");
      return items.size() == 1 && items.path(0).path("slug").asString().equals(tenant.slug());
    };
  }

  private boolean shows(Api api, String slug, String born, Model model) {
    var answer = api.model(slug, id(born));
    return answer.status() == 200
        && answer.version() == model.version()
        && read(answer.data()).equals(model);
  }

  private Op.Probe lists(State after) {
    return api ->
        models(api, after.slug()).equals(after.models())
            && api.tenant(after.slug()).data().path("storage_used").asLong() == after.used();
  }

  private Map<String, Model> models(Api api, String slug) {
    var models = new HashMap<String, Model>();
    for (var each : api.models(slug).data()) {
      String born = each.path("configuration").path("born").asString();
      assertThat(each.path("description")).isEqualTo(each.path("name"));
      assertThat(models.put(born, read(each))).as("twice: " + born).isNull();
      ids.put(born, each.path("id").asString());
    }
    return models;
  }

  private static Model read(JsonNode model) {
    return new Model(model.path("name").asString(), model.path("version").asLong());
  }

  private static Map<String, String> keys(Api api, String slug) {
    var keys = new HashMap<String, String>();
    for (var application : api.applications(slug).tree().path("applications")) {
      String name = application.path("applicationId").asString();
      StreamSupport.stream(api.keys(slug, name).tree().path("applicationKeys").spliterator(), false)
          .map(each -> name + "/" + each.path("key").asString())
          .forEach(
              key -> keys.put(key, api.key(slug, key).tree().path("data").asString("missing")));
    }
    return keys;
  }
}
