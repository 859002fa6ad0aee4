package webdemo;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo application on a port of its own, where nobody comes in without a credential. */
final class Guarded implements AutoCloseable {

  static final String OPERATOR = "operator_key_of_the_demo_0123456789";
  static final String SECOND = "another-operator-key-of-the-demo-01";

  final int port;
  final DemoKeys keys;
  private final ConfigurableApplicationContext context;

  Guarded(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--server.port=0";
    all[arguments.length + 1] = "--server.address=127.0.0.1";
    all[arguments.length + 2] = "--tenantry.operator-key=main=" + OPERATOR + ", on.call=" + SECOND;
    all[arguments.length + 3] = "--spring.main.log-startup-info=false";
    context = DemoApplication.start(all);
    port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    keys = context.getBean(DemoKeys.class);
  }

  /** The whole answer as it stands on the wire. */
  String ask(String method, String path, String... headers) throws IOException {
    return Server.raw(
        port,
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + String.join("", Arrays.stream(headers).map(header -> header + "\r\n").toList())
            + "\r\n");
  }

  String get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Map<String, ?> beansOf(Class<?> type) {
    return context.getBeansOfType(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
