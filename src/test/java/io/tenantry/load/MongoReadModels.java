package io.tenantry.load;

import static java.util.Objects.requireNonNull;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Read models in MongoDB, where what SQL calls {@code tenant_id} is {@code tenantId}. */
final class MongoReadModels implements StoredReadModels {

  private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

  private final MongoClient client;
  private final MongoDatabase database;

  /**
   * @param uri with a database
   */
  MongoReadModels(String uri) {
    client = MongoClients.create(uri);
    database = client.getDatabase(requireNonNull(new ConnectionString(uri).getDatabase()));
  }

  @Override
  public List<List<String>> rows(String table, List<String> columns) {
    var members = columns.stream().map(MongoReadModels::member).toList();
    return database
        .getCollection(table)
        .find()
        .map(document -> members.stream().map(m -> String.valueOf(document.get(m))).toList())
        .into(new ArrayList<>());
  }

  private static String member(String column) {
    return column.equals("id")
        ? "_id"
        : NEXT_WORD.matcher(column).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  @Override
  public void drop() {
    database.drop();
  }

  @Override
  public void close() {
    client.close();
  }
}
