package io.tenantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Every secret that an answer has shown in this process, to be looked for where none may be. */
final class Secrets {

  private static final Pattern TOKEN = Pattern.compile("sk-tn_([0-9A-Za-z]{58})");
  private static final Pattern RUN = Pattern.compile("[0-9A-Za-z]{43,}");
  private static final int ID_DIGITS = 9;
  private static final int SECRET_DIGITS = 43;

  private static final Set<String> SHOWN = ConcurrentHashMap.newKeySet();
  private static final Queue<String> LOGGED = new ConcurrentLinkedQueue<>();
  private static final AtomicLong LOG_LINES = new AtomicLong();
  private static final Listener LISTENER = new Listener();

  private Secrets() {}

  /** Remembers what is shown; an answer that refuses shows nothing. */
  static Answer noted(Answer answer) {
    Matcher token = TOKEN.matcher(answer.body());
    while (token.find()) {
      assertThat(answer.status()).as("a secret in %s", answer.path()).isBetween(200, 299);
      assertThat(answer.headerOrNull("Cache-Control")).isEqualTo("no-store");
      SHOWN.add(token.group(1).substring(ID_DIGITS, ID_DIGITS + SECRET_DIGITS));
    }
    return answer;
  }

  /** An {@code Idempotency-Key}, to be found nowhere either. */
  static String key() {
    String key = UUID.randomUUID().toString().replace("-", "") + "idempotency";
    SHOWN.add(key);
    return key;
  }

  /** Whether a whole one is, not a mask. */
  static boolean isIn(String body) {
    return TOKEN.matcher(body).find();
  }

  static int shown() {
    return SHOWN.size();
  }

  /** What every logger of this process says from now on is searched as well. */
  static synchronized void listenToLogs() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (!root.isAttached(LISTENER)) {
      LISTENER.start();
      root.addAppender(LISTENER);
    }
  }

  private static final class Listener extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
      LOG_LINES.incrementAndGet();
      note(event.getFormattedMessage());
      for (var thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
        note(String.valueOf(thrown.getMessage()));
      }
    }
  }

  private static void note(String text) {
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      LOGGED.add(run.group());
    }
  }

  static long logLines() {
    return LOG_LINES.get();
  }

  static List<String> inLogs() {
    return in(String.join(" ", LOGGED));
  }

  /** The secrets that are in the text, wherever in a longer word they stand. */
  static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      String word = run.group();
      for (int i = 0; i + SECRET_DIGITS <= word.length(); i++) {
        String part = word.substring(i, i + SECRET_DIGITS);
        if (SHOWN.contains(part)) {
          found.add(part);
        }
      }
    }
    return found;
  }
}
