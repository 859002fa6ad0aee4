package io.tenantry.platform.axonserver;

import io.axoniq.axonserver.connector.impl.HeaderAttachingInterceptor;
import io.axoniq.axonserver.connector.impl.Headers;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.NotSslRecordException;
import io.tenantry.platform.StartRefused;
import java.io.File;
import java.security.cert.CertificateException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;

/**
 * Asks each Axon Server once before the connector does, which would try for ever and say why only
 * in its log.
 */
final class AxonServerReach {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

  /** A machine on which all is started at once is slow, and a handshake the first thing it does. */
  private static final long ANSWER_SECONDS = 10;

  private static final long PAUSE_MILLIS = 100;
  private static final int DEFAULT_PORT = 8124;

  private final AxonServerConfiguration configuration;
  private final long patienceNanos;

  AxonServerReach(AxonServerConfiguration configuration) {
    this(configuration, PATIENCE_NANOS);
  }

  AxonServerReach(AxonServerConfiguration configuration, long patienceNanos) {
    this.configuration = configuration;
    this.patienceNanos = patienceNanos;
  }

  /**
   * Waits some seconds for one of them, since both may have been started together.
   *
   * @throws StartRefused when none answers, or refuses the token or the context
   */
  void require() {
    long end = System.nanoTime() + patienceNanos;
    StatusRuntimeException failure = failure();
    while (failure != null) {
      refuseHopeless(failure);
      if (System.nanoTime() - end > 0) {
        throw new StartRefused(
            "Axon Server at %s cannot be reached (%s); start it, or set AXON_AXONSERVER_SERVERS%s."
                .formatted(
                    configuration.getServers(),
                    reason(failure),
                    configuration.isSslEnabled()
                        ? ""
                        : ", or AXON_AXONSERVER_SSL_ENABLED=true if it wants TLS"));
      }
      pause();
      failure = failure();
    }
  }

  /** The connector connects on a thread of its own; until then it refuses all that is asked. */
  void awaitConnected(AxonServerConnectionManager connections) {
    long end = System.nanoTime() + patienceNanos;
    var connection = connections.getConnection();
    while (!connection.isConnected()) {
      if (System.nanoTime() - end > 0) {
        connections.shutdown();
        throw new StartRefused(
            "Axon Server at %s answers, but the address that it gives itself cannot be reached; set its"
                    .formatted(configuration.getServers())
                + " axoniq.axonserver.hostname to one that can.");
      }
      pause();
    }
  }

  private void refuseHopeless(StatusRuntimeException failure) {
    refuseTls(failure);
    switch (failure.getStatus().getCode()) {
      case PERMISSION_DENIED, UNAUTHENTICATED ->
          throw new StartRefused(
              configuration.getToken() == null || configuration.getToken().isEmpty()
                  ? "Axon Server wants a token: set AXON_AXONSERVER_TOKEN."
                  : "Axon Server refuses the token in AXON_AXONSERVER_TOKEN.");
      case NOT_FOUND ->
          throw new StartRefused(
              "Axon Server has no context '"
                  + configuration.getContext()
                  + "'; make it, or set AXON_AXONSERVER_CONTEXT.");
      default -> {}
    }
  }

  private void refuseTls(StatusRuntimeException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof NotSslRecordException) {
        throw new StartRefused(
            "Axon Server at %s does not speak TLS; unset AXON_AXONSERVER_SSL_ENABLED, or let it."
                .formatted(configuration.getServers()));
      }
      if (cause instanceof CertificateException) {
        throw new StartRefused(
            "The certificate of Axon Server at %s is not one for it that is trusted (%s); set AXON_AXONSERVER_CERT_FILE to the one that signed it, and AXON_AXONSERVER_SERVERS to the names that it bears."
                .formatted(configuration.getServers(), cause.getMessage()));
      }
    }
  }

  /** Null when one of the servers has answered. */
  private @Nullable StatusRuntimeException failure() {
    StatusRuntimeException last = null;
    for (String server : configuration.getServers().split(",")) {
      ManagedChannel channel = channel(server.strip());
      try {
        ask(channel);
        return null;
      } catch (StatusRuntimeException e) {
        last = e;
      } finally {
        channel.shutdownNow();
      }
    }
    return last;
  }

  private void ask(ManagedChannel channel) {
    var client =
        ClientIdentification.newBuilder()
            .setClientId(configuration.getClientId())
            .setComponentName(configuration.getComponentName())
            .build();
    PlatformServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS)
        .getPlatformServer(client);
    EventStoreGrpc.newBlockingStub(channel)
        .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS)
        .getLastToken(GetLastTokenRequest.getDefaultInstance());
  }

  private ManagedChannel channel(String server) {
    int colon = server.indexOf(':');
    String host = colon < 0 ? server : server.substring(0, colon);
    int port = colon < 0 ? DEFAULT_PORT : Integer.parseInt(server.substring(colon + 1));
    var builder =
        NettyChannelBuilder.forAddress(host, port)
            .intercept(
                new HeaderAttachingInterceptor<>(Headers.CONTEXT, configuration.getContext()))
            .intercept(
                new HeaderAttachingInterceptor<>(Headers.ACCESS_TOKEN, configuration.getToken()));
    if (!configuration.isSslEnabled()) {
      return builder.usePlaintext().build();
    }
    if (configuration.getCertFile() == null) {
      return builder.build();
    }
    try {
      return builder
          .sslContext(
              GrpcSslContexts.forClient()
                  .trustManager(new File(configuration.getCertFile()))
                  .build())
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new StartRefused(
          "AXON_AXONSERVER_CERT_FILE is no certificate: " + configuration.getCertFile());
    }
  }

  private static String reason(StatusRuntimeException failure) {
    Throwable cause = failure.getCause();
    return failure.getStatus().getCode()
        + (cause == null || cause.getMessage() == null ? "" : ", " + cause.getMessage());
  }

  private static void pause() {
    try {
      if (new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts it down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("the start was interrupted.");
    }
  }
}
