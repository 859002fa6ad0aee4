package io.tenantry.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.tenantry.engines.SelfSigned;
import io.tenantry.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong about TLS is told in words. */
class AxonServerReachTest {

  @TempDir Path folder;

  private final AxonServerConfiguration configuration = new AxonServerConfiguration();
  private @Nullable Server server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.shutdownNow();
    }
  }

  private void serve(NettyServerBuilder builder) throws IOException {
    server = builder.build().start();
    configuration.setServers("127.0.0.1:" + server.getPort());
  }

  private SelfSigned serveTls() throws Exception {
    var own = SelfSigned.in(folder, "a-password-of-nobody");
    serve(
        NettyServerBuilder.forPort(0)
            .useTransportSecurity(own.certificate().toFile(), own.key().toFile()));
    return own;
  }

  private AbstractThrowableAssert<?, ?> refusal() {
    return assertThatThrownBy(() -> new AxonServerReach(configuration, 0).require())
        .isInstanceOf(StartRefused.class);
  }

  @Test
  void givenACertificateOfNobodys_whenAsked_thenItIsNotTrusted() throws Exception {
    serveTls();
    configuration.setSslEnabled(true);
    refusal().hasMessageContaining("trusted").hasMessageContaining("AXON_AXONSERVER_CERT_FILE");
  }

  @Test
  void givenTheCertificateOfAnotherName_whenAsked_thenItIsNotForIt() throws Exception {
    var own = serveTls();
    configuration.setSslEnabled(true);
    configuration.setCertFile(own.certificate().toString());
    configuration.setServers(configuration.getServers().replace("127.0.0.1", "localhost"));
    refusal().hasMessageContaining("localhost").hasMessageContaining("AXON_AXONSERVER_SERVERS");
  }

  @Test
  void givenItsCertificate_whenAsked_thenItIsUnderstood() throws Exception {
    var own = serveTls();
    configuration.setSslEnabled(true);
    configuration.setCertFile(own.certificate().toString());
    refusal().hasMessageContaining("UNIMPLEMENTED");
  }

  @Test
  void givenTls_whenAskedWithout_thenThatIsSuggested() throws Exception {
    serveTls();
    refusal().hasMessageContaining("AXON_AXONSERVER_SSL_ENABLED=true");
  }

  @Test
  void givenNoTls_whenAskedByTls_thenItDoesNotSpeakIt() throws Exception {
    serve(NettyServerBuilder.forPort(0));
    configuration.setSslEnabled(true);
    refusal().hasMessageContaining("does not speak TLS");
  }
}
