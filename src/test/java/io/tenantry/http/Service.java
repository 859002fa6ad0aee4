package io.tenantry.http;

import static org.awaitility.Awaitility.await;

import io.tenantry.ShippedClassesOnly;
import io.tenantry.Tenantry;
import io.tenantry.engines.Engines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is shipped, started inside this process on a port of its own. */
final class Service implements AutoCloseable {

  private static final Map<Engines, Service> SHARED = new EnumMap<>(Engines.class);
  private static final Map<Engines, Service> GUARDED = new EnumMap<>(Engines.class);
  static final String OPERATOR = "operator-key-of-the-tests-0123456789";
  static final String OPERATOR_KEYS =
      "main=" + OPERATOR + ",second=another-operator-key-of-the-tests_01";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ConfigurableApplicationContext context;
  private final Engines engine;
  private final Path folder;

  private Service(ConfigurableApplicationContext context, Engines engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
    this.context = context;
  }

  /** All that were started so far, of those that tests share. */
  static synchronized List<Service> shared() {
    return Stream.of(SHARED, GUARDED).flatMap(services -> services.values().stream()).toList();
  }

  /** The one that all tests of this engine share; it is started once, and ends with the process. */
  static synchronized Service on(Engines engine) {
    return SHARED.computeIfAbsent(engine, e -> start(e, folder()));
  }

  /** One that lets nobody in without a credential; shared likewise. */
  static synchronized Service guardedOn(Engines engine) {
    return GUARDED.computeIfAbsent(
        engine,
        e ->
            start(
                e,
                folder(),
                "--server.address=127.0.0.1",
                "--tenantry.operator-key=" + OPERATOR_KEYS));
  }

  static Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target", "http")), "data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same folder is the same event store and the same read store. */
  static Service start(Engines engine, Path folder, String... more) {
    return start(engine, folder, Clock.systemUTC(), more);
  }

  static Service start(Engines engine, Path folder, Clock clock, String... more) {
    engine.assume();
    boolean guarded = Stream.of(more).anyMatch(each -> each.startsWith("--tenantry.operator-key"));
    List<String> arguments =
        new ArrayList<>(guarded ? engine.arguments(folder) : engine.openArguments(folder));
    arguments.add("--server.port=0");
    arguments.add("--tenantry.auth-failures-per-minute=0");
    arguments.addAll(List.of(more));
    SpringApplication application = new SpringApplication(Tenantry.class);
    // tests lie below the same package; the service is to be the one that is shipped
    application.addInitializers(
        context -> {
          // only now: Spring Boot has just set up its logging anew
          Secrets.listenToLogs();
          context.getBeanFactory().registerSingleton("shippedOnly", new ShippedClassesOnly());
          // after the definition of the service's own, which it makes unnecessary
          context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("clock", clock));
        });
    Service service =
        new Service(application.run(arguments.toArray(String[]::new)), engine, folder);
    if (!engine.givesDefaultTenant()) {
      service.makeDefaultTenant(guarded);
    }
    return service;
  }

  /** What a user does where the store does not come with it. */
  private void makeDefaultTenant(boolean guarded) {
    byte[] tenant = "{\"slug\":\"default\",\"name\":\"Default\"}".getBytes(StandardCharsets.UTF_8);
    String[] json = {"Content-Type", "application/json"};
    String[] operator = {"Content-Type", "application/json", "X-API-Key", OPERATOR};
    // read models of an older version are made again first
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> unheld("GET", "/actuator/health/readiness", new byte[0], json).status() == 200);
    Answer made = unheld("POST", "/api/v1/tenants", tenant, guarded ? operator : json);
    if (made.status() != 201) {
      made.problem(409, 2001);
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /**
   * @param path percent-encoded, with its query
   * @param headers names and values in turn
   */
  Answer ask(String method, String path, byte[] body, String... headers) {
    return Documented.by(this).held(method, unheld(method, path, body, headers));
  }

  Answer unheld(String method, String path) {
    return unheld(method, path, new byte[0]);
  }

  /** Without a look into the document of the interface. */
  private Answer unheld(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Secrets.noted(
          Answer.of(
              path,
              CLIENT.send(
                  request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the key of an operator, and without an idempotency key. */
  Answer operator(String method, String path, String json) {
    return ask(
        method,
        path,
        json.getBytes(StandardCharsets.UTF_8),
        "X-API-Key",
        OPERATOR,
        "Content-Type",
        "application/json");
  }

  /** A request as it is, byte by byte, such as the client library would not send it. */
  Answer raw(String request) {
    return raw(request.split(" ", 3)[1], request.getBytes(StandardCharsets.UTF_8), false);
  }

  /**
   * @param cutOff whether its sender says no more, though it is not whole
   */
  Answer raw(String path, byte[] request, boolean cutOff) {
    return Secrets.noted(Answer.parse(path, said(request, cutOff)));
  }

  /** What is said to bytes that may be no request at all. */
  String said(byte[] request, boolean cutOff) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      if (cutOff) {
        socket.shutdownOutput();
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the documents print a request: its first line, its headers, and a body. */
  Answer printed(String requestLine, List<String> headers, String body) {
    return raw(
        requestLine
            + " HTTP/1.1\r\n"
            + (headers.stream().anyMatch(h -> h.startsWith("Host:")) ? "" : "Host: localhost\r\n")
            + String.join("", headers.stream().map(h -> h + "\r\n").toList())
            + "Connection: close\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + body);
  }

  /** Stops it as a user does: gracefully. */
  @Override
  public void close() {
    context.close();
    engine.closed(folder);
  }
}
