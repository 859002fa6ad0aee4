package io.tenantry.kernel;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the work that takes long to compute or to read: schema checks, large patches, lists,
 * searches. A thread takes a turn before such work and gives it back before it waits for anything
 * else. A party (a tenant, or a caller that belongs to none) never has all turns, and parties that
 * wait are served in rotation. What belongs to no party, such as an automation, is not bounded: one
 * thread does it.
 */
public final class CostlyWork {

  private static final ThreadLocal<@Nullable Share> CURRENT = new ThreadLocal<>();

  /** Clients that send a moment after their headers do not make each other fail. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition placeLeft = lock.newCondition();

  /** In the order in which they are served. */
  private final Map<String, Party> parties = new LinkedHashMap<>();

  private final int ofOneParty;
  private final int placesOfOneParty;
  private final Duration atMost;
  private int turns;
  private int places;

  /**
   * @param width how many threads work at the same time; one party may have half of it
   * @param places how many requests with such work may be in progress, those that wait included;
   *     one party may have half of them
   * @param atMost how long a request waits for a turn
   */
  public CostlyWork(int width, int places, Duration atMost) {
    turns = width;
    ofOneParty = Math.max(1, width / 2);
    this.places = places;
    placesOfOneParty = Math.max(1, places / 2);
    this.atMost = atMost;
  }

  /** What this thread does until the share is closed is the party's. */
  public Share open(String party) {
    var share = new Share(this, party);
    CURRENT.set(share);
    return share;
  }

  /** As part of this thread's share, or of a new one; the turn ends with the work. */
  public <T> T within(String party, Callable<T> work) throws Exception {
    if (CURRENT.get() == null) {
      try (var share = open(party)) {
        return work.call();
      }
    }
    try {
      return work.call();
    } finally {
      pause();
    }
  }

  /** Says whose the work of this thread is, once it is known. */
  public static void actFor(String party) {
    var share = CURRENT.get();
    if (share != null && !share.hasPlace) {
      share.party = party;
    }
  }

  /**
   * From here on this thread's work is costly, until {@link #pause} or the end of its share.
   *
   * @throws Refusal UNAVAILABLE when too many wait already, or there was no turn in time
   */
  public static void begin() {
    take(false);
  }

  /** The same in the midst of an answer, which has no other way to end: it waits on. */
  public static void goOn() {
    take(true);
  }

  /**
   * This thread's request may hold it for long: from here on it is one of those in progress.
   *
   * @throws Refusal UNAVAILABLE when there are too many
   */
  public static void enter() {
    var share = CURRENT.get();
    if (share != null && !share.takePlace()) {
      throw share.all.tooMuch();
    }
  }

  /** What waits for a client, such as for a body. */
  public interface Waiting<T> {
    T await() throws IOException;
  }

  /**
   * Waits for this thread's client, as one of the requests in progress: clients that send nothing
   * must not hold all threads.
   *
   * @throws Refusal UNAVAILABLE when too many do so already
   */
  public static <T> T whileWaiting(Waiting<T> waiting) throws IOException {
    var share = CURRENT.get();
    if (share == null || share.hasPlace) {
      return waiting.await();
    }
    if (!share.takePlace(PATIENCE_NANOS)) {
      throw share.all.tooMuch();
    }
    try {
      return waiting.await();
    } finally {
      share.leave();
    }
  }

  /** Whether this thread's request is in progress already, or could still become so. */
  static boolean isIn() {
    var share = CURRENT.get();
    return share == null || share.takePlace();
  }

  /** Gives the turn back, if this thread has one. */
  public static void pause() {
    var share = CURRENT.get();
    if (share != null) {
      share.pause();
    }
  }

  /**
   * Does costly work.
   *
   * @throws Refusal as {@link #begin} does
   */
  public static <T> T run(Supplier<T> work) {
    if (!take(false)) {
      return work.get();
    }
    try {
      return work.get();
    } finally {
      pause();
    }
  }

  /** False when this thread needs none, or has one already. */
  private static boolean take(boolean patient) {
    var share = CURRENT.get();
    if (share == null || share.hasTurn) {
      return false;
    }
    if (!share.take(patient)) {
      throw share.all.tooMuch();
    }
    return true;
  }

  /** By then, those who wait now have been served or refused. */
  private Refusal tooMuch() {
    return Refusal.retryAfter(
        RefusalCode.UNAVAILABLE,
        "too many large or costly requests are being worked on; try again",
        Math.max(1, atMost.toSeconds()));
  }

  private boolean takePlace(String name, long nanos) {
    lock.lock();
    try {
      for (long left = nanos; isFull(name); left = placeLeft.awaitNanos(left)) {
        if (left <= 0) {
          return false;
        }
      }
      places--;
      parties.computeIfAbsent(name, n -> new Party()).places++;
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(String name) {
    var party = parties.get(name);
    return places == 0 || (party != null && party.places == placesOfOneParty);
  }

  private CountDownLatch ask(String name) {
    var turn = new CountDownLatch(1);
    lock.lock();
    try {
      requireNonNull(parties.get(name)).waiting.add(turn);
      grant();
      return turn;
    } finally {
      lock.unlock();
    }
  }

  /** Under the lock. Who is served goes to the end of the order. */
  private void grant() {
    for (var next = next(); next != null; next = next()) {
      var party = next.getValue();
      parties.remove(next.getKey());
      parties.put(next.getKey(), party);
      turns--;
      party.turns++;
      party.waiting.remove().countDown();
    }
  }

  private Map.@Nullable Entry<String, Party> next() {
    for (var each : parties.entrySet()) {
      var party = each.getValue();
      if (turns > 0 && party.turns < ofOneParty && !party.waiting.isEmpty()) {
        return Map.entry(each.getKey(), party);
      }
    }
    return null;
  }

  /** False when it was granted meanwhile. */
  private boolean withdraw(String name, CountDownLatch turn) {
    lock.lock();
    try {
      return requireNonNull(parties.get(name)).waiting.remove(turn);
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(String name, boolean place) {
    lock.lock();
    try {
      var party = requireNonNull(parties.get(name));
      if (place) {
        places++;
        party.places--;
        placeLeft.signalAll();
      } else {
        turns++;
        party.turns--;
      }
      if (party.places == 0) {
        parties.remove(name);
      }
      grant();
    } finally {
      lock.unlock();
    }
  }

  private static final class Party {
    private final Deque<CountDownLatch> waiting = new ArrayDeque<>();
    private int turns;
    private int places;
  }

  /** The costly work of one request, or of one command of another process. */
  public static final class Share implements AutoCloseable {

    private final CostlyWork all;
    private String party;
    private boolean hasPlace;
    private boolean hasTurn;

    private Share(CostlyWork all, String party) {
      this.all = all;
      this.party = party;
    }

    private boolean take(boolean patient) {
      if (!takePlace()) {
        return false;
      }
      var turn = all.ask(party);
      boolean granted = false;
      try {
        granted = turn.await(patient ? Long.MAX_VALUE : all.atMost.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      hasTurn = granted || !all.withdraw(party, turn);
      return hasTurn;
    }

    private boolean takePlace() {
      return takePlace(0);
    }

    private boolean takePlace(long nanos) {
      hasPlace = hasPlace || all.takePlace(party, nanos);
      return hasPlace;
    }

    private void leave() {
      if (hasPlace) {
        hasPlace = false;
        all.giveBack(party, true);
      }
    }

    private void pause() {
      if (hasTurn) {
        hasTurn = false;
        all.giveBack(party, false);
      }
    }

    @Override
    public void close() {
      CURRENT.remove();
      pause();
      leave();
    }
  }
}
