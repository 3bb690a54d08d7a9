package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.ReturnRequest;
import dev.luakit.proto.gateway.SolveRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The two pipes, and what happens when they break. */
class ConnectionTest extends GatewayFixture {
  private final CountDownLatch reached = new CountDownLatch(1);

  /** A daemon that does not answer calls of a kind any more. */
  private void hangAt(Class<?> kind) {
    daemon.trouble =
        call -> {
          if (kind.isInstance(call)) {
            reached.countDown();
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              return io.grpc.Status.CANCELLED.asRuntimeException();
            }
          }
          return null;
        };
  }

  private void vanish() throws InterruptedException {
    assertTrue(reached.await(20, TimeUnit.SECONDS));
    daemon.vanish();
  }

  private void assertLost(FutureTask<Gateway.Ending> build) throws InterruptedException {
    assertEquals(Gateway.Ending.LOST, Builder.await(build));
    assertEquals(List.of(), daemon.calls(ReturnRequest.class));
  }

  @Test
  void a_connection_that_is_lost_while_images_are_resolved_ends_the_build()
      throws InterruptedException {
    hangAt(ResolveSourceMetaRequest.class);
    script("bk.export(bk.image('alpine'))");
    FutureTask<Gateway.Ending> build = builder.start();
    vanish();
    assertLost(build);
  }

  @Test
  void a_connection_that_is_lost_while_the_daemon_builds_ends_the_build()
      throws InterruptedException {
    hangAt(SolveRequest.class);
    script("bk.export(bk.scratch())");
    FutureTask<Gateway.Ending> build = builder.start();
    vanish();
    assertLost(build);
  }

  @Test
  void a_connection_that_is_lost_while_the_script_runs_ends_the_script()
      throws InterruptedException {
    daemon.trouble =
        call -> {
          if (call instanceof dev.luakit.proto.gateway.ReadFileRequest read
              && read.getFilePath().equals("m.lua")) {
            reached.countDown();
          }
          return null;
        };
    script("require('m')\nwhile true do end");
    files.put("m.lua", "return true");
    builder.option("platform", "linux/amd64,linux/arm64");
    FutureTask<Gateway.Ending> build = builder.start();
    vanish();
    assertLost(build);
  }

  @Test
  void a_daemon_that_is_gone_before_the_build_begins_ends_it() {
    Gateway.Ending ending =
        new Gateway(Map.of(), new NoManners())
            .run(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
    assertEquals(Gateway.Ending.LOST, ending);
  }

  @Test
  void what_is_no_daemon_at_all_ends_the_build() {
    byte[] words = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Gateway.Ending ending =
        new Gateway(Map.of(), new NoManners()).run(new ByteArrayInputStream(words), out);
    assertEquals(Gateway.Ending.LOST, ending);
    String start = out.toString(StandardCharsets.ISO_8859_1);
    assertTrue(start.isEmpty() || start.startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), start);
  }

  @Test
  void an_interrupt_of_the_thread_ends_the_build() throws InterruptedException {
    hangAt(SolveRequest.class);
    script("bk.export(bk.scratch())");
    Thread[] thread = new Thread[1];
    FutureTask<Gateway.Ending> build = builder.start(started -> thread[0] = started);
    assertTrue(reached.await(20, TimeUnit.SECONDS));
    thread[0].interrupt();
    assertEquals(Gateway.Ending.LOST, Builder.await(build));
  }

  /** For builds that end before they have any. */
  private static final class NoManners implements Manners {
    @Override
    public String describe(dev.luakit.llb.ScriptException error) {
      throw new AssertionError(error);
    }

    @Override
    public String visible(String text) {
      return text;
    }

    @Override
    public dev.luakit.vm.Limits limits(java.util.Map<String, String> given) {
      throw new AssertionError();
    }
  }
}
