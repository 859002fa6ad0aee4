package io.tenantry.platform.readstore;

/** Takes the room away from the read models of a running service, and gives it back. */
public final class ReadStoreTrouble {

  private static final long PAGES_AT_MOST = 1L << 30;

  private ReadStoreTrouble() {}

  /**
   * As a full disk does: what would make the file grow fails.
   *
   * @param readDatabase the bean
   */
  public static void fill(Object readDatabase) {
    pragma(readDatabase, "max_page_count = 1");
  }

  public static void makeRoom(Object readDatabase) {
    pragma(readDatabase, "max_page_count = " + PAGES_AT_MOST);
  }

  /** As the stores throw it that tell the log themselves. */
  public static RuntimeException away(String why) {
    return new ReadStoreAway(why);
  }

  private static void pragma(Object readDatabase, String words) {
    ((ReadDatabase) readDatabase).writer().execute("PRAGMA " + words);
  }
}
