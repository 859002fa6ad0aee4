package io.tenantry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the log says of trouble while it is open: warnings, errors, and whatever was thrown. */
public final class Logged implements AutoCloseable {

  private final List<String> trouble = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> listener =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          String said = event.getFormattedMessage();
          if (event.getLevel().isGreaterOrEqual(Level.WARN)
              || event.getThrowableProxy() != null
              || said.contains("Exception")
              || said.contains("\tat ")) {
            trouble.add(
                "%s %s %s: %s"
                    .formatted(
                        event.getMDCPropertyMap().get("request_id"),
                        event.getLevel(),
                        event.getLoggerName(),
                        said + thrown(event.getThrowableProxy())));
          }
        }
      };

  private static String thrown(@Nullable IThrowableProxy thrown) {
    return thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
  }

  private Logged() {
    listener.start();
    root().addAppender(listener);
  }

  public static Logged fromNowOn() {
    return new Logged();
  }

  public List<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    root().detachAppender(listener);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
