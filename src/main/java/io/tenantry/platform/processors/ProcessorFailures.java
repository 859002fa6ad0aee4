package io.tenantry.platform.processors;

import io.tenantry.kernel.RefusalCode;
import io.tenantry.kernel.Refusals;
import io.tenantry.platform.OnceAMinute;
import io.tenantry.platform.readstore.ReadStoreAway;
import io.tenantry.projection.Stopping;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of processors that fail and try again. Axon writes two stack traces at each try of
 * each processor, so its own log of that is off: a store that is away is one line a minute for all
 * processors together, a fault of ours one stack trace a minute for each.
 */
final class ProcessorFailures {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessorFailures.class);

  private final OnceAMinute outages = new OnceAMinute();
  private final Map<String, OnceAMinute> faults = new ConcurrentHashMap<>();
  private final Refusals refusals;

  ProcessorFailures(Refusals refusals) {
    this.refusals = refusals;
  }

  /** The same, but what it throws is told, as is what a stream throws that it opens. */
  <T> T watched(String processor, Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(processor, target, method, arguments)));
  }

  private @Nullable Object call(
      String processor, Object target, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      Object answer = method.invoke(target, arguments);
      return answer instanceof BlockingStream<?> stream
          ? watched(processor, BlockingStream.class, stream)
          : answer;
    } catch (InvocationTargetException e) {
      if (e.getTargetException() instanceof Exception failure) {
        met(processor, failure, arguments);
      }
      throw e.getTargetException();
    }
  }

  private void met(String processor, Exception failure, @Nullable Object @Nullable [] arguments) {
    if (isTold(failure)) {
      return;
    }
    var refusal = refusals.find(failure);
    if (refusal != null && refusal.code() == RefusalCode.UNAVAILABLE) {
      if (outages.isDue()) {
        LOG.warn(
            "{} waits and tries again, as others may: {} ({})",
            processor,
            refusal.getMessage(),
            rootMessage(failure));
      }
    } else if (faults.computeIfAbsent(processor, p -> new OnceAMinute()).isDue()) {
      LOG.warn("{} failed{} and tries again", processor, where(arguments), failure);
    }
  }

  /** By the store itself, or since nothing is wrong. */
  private static boolean isTold(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ReadStoreAway
          || cause instanceof Stopping
          || cause instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  private static String where(@Nullable Object @Nullable [] arguments) {
    return arguments != null
            && arguments.length > 0
            && arguments[0] instanceof TrackedEventMessage<?> event
        ? " on the event at position " + StoredEvents.position(event)
        : "";
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null
        ? String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("")
        : rootMessage(cause);
  }
}
