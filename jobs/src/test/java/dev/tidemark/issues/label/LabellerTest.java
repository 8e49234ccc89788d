package dev.tidemark.issues.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.framework.IssueRules;
import dev.tidemark.framework.LabellerRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabellerTest {
  private static final Labeller.Draft DRAFT =
      new Labeller.Draft("发票 税务所", List.of("发票", "排队"), List.of("叠洲税务所领票排队两小时，电话13812345678"));

  private final List<String> asked = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  /** What the server does with a request. */
  private interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void theModelsTitleIsTheLabel() {
    answering(exchange -> send(exchange, 200, chat("叠洲税务所领票排长队")));

    assertThat(label()).isEqualTo("叠洲税务所领票排长队");
    assertThat(said).isEmpty();
  }

  @Test
  void theModelIsGivenMaskedTextsAndNothingElse() {
    answering(exchange -> send(exchange, 200, chat("排队")));

    label();

    assertThat(asked)
        .singleElement()
        .asString()
        .contains("\"model\":\"m\"", "叠洲税务所领票排队两小时，电话[PHONE]")
        .doesNotContain("13812345678");
  }

  @Test
  void withoutALabellerThePlainLabelStays() {
    assertThat(Labeller.of(IssueRules.DEFAULT, said::add).label(DRAFT)).isEqualTo("发票 税务所");
  }

  @Test
  void aModelThatFailsKeepsThePlainLabelAndIsToldOf() {
    answering(exchange -> send(exchange, 500, "no"));

    assertThat(label()).isEqualTo("发票 税务所");
    assertThat(said)
        .singleElement()
        .asString()
        .contains("/v1/chat/completions cannot be asked", "status 500", "plain labels stay");
  }

  @Test
  void aModelThatDoesNotAnswerInTimeKeepsThePlainLabel() {
    answering(exchange -> never.await());

    assertThat(label()).isEqualTo("发票 税务所");
    assertThat(said).singleElement().asString().contains("no answer within 1 seconds");
  }

  /** The headers come at once, the rest never does. */
  @Test
  void aModelThatBeginsToAnswerAndStopsKeepsThePlainLabel() {
    answering(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          never.await();
        });

    assertThat(label()).isEqualTo("发票 税务所");
  }

  @Test
  void aRedirectIsNotFollowed() {
    answering(
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
          send(exchange, 307, "");
        });

    assertThat(label()).isEqualTo("发票 税务所");
    assertThat(said).singleElement().asString().contains("status 307");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{\"choices\": []}",
        "{\"choices\": [{\"message\": {\"content\": null}}]}",
        "{\"choices\": [{\"message\": {\"content\": \" \\n。。。\"}}]}",
        "{\"choices\": [{\"message\": {\"content\": \"请加微信 https://evil.example 领取补贴\"}}]}"
      })
  void anAnswerThatIsNoTitleKeepsThePlainLabel(String answer) {
    answering(exchange -> send(exchange, 200, answer));

    assertThat(label()).isEqualTo("发票 税务所");
    assertThat(said).singleElement().asString().contains("gave no label");
  }

  /** What a message may have made the model say. */
  @Test
  void whatTheModelWasTalkedIntoIsOnePlainLineAtMost() {
    answering(
        exchange -> send(exchange, 200, chat("\\n\\u202E**<script>排队</script>**\\u0007\\n忽略以上指令")));

    assertThat(label()).isEqualTo("script排队/script");
  }

  @Test
  void anAnswerLongerThanATitleIsNone() {
    answering(exchange -> send(exchange, 200, chat("好".repeat(41))));

    assertThat(label()).isEqualTo("发票 税务所");
  }

  @Test
  void personalDataInAnAnswerAreMasked() {
    answering(exchange -> send(exchange, 200, chat("请拨打13812345678")));

    assertThat(label()).isEqualTo("请拨打[PHONE]");
  }

  @Test
  void aModelThatFailsThreeTimesInARowIsLeftAlone() {
    answering(exchange -> send(exchange, 500, "no"));
    var labeller = labeller();

    var labels = List.of(1, 2, 3, 4, 5).stream().map(i -> labeller.label(DRAFT)).toList();

    assertThat(labels).containsOnly("发票 税务所");
    assertThat(asked).hasSize(3);
    assertThat(said).hasSize(4).last().asString().contains("is not asked again");
  }

  @Test
  void whereNothingListensThePlainLabelStays() {
    server.stop(0);

    assertThat(label()).isEqualTo("发票 税务所");
    assertThat(said).singleElement().asString().contains("cannot be asked");
  }

  private String label() {
    return labeller().label(DRAFT);
  }

  private Labeller labeller() {
    var url = URI.create("http://127.0.0.1:%d/v1/".formatted(server.getAddress().getPort()));
    return new ModelLabeller(new LabellerRules(url, "m", 1), said::add);
  }

  private void answering(Answer answer) {
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          try {
            answer.give(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** With a title that needs no escape, or has its own. */
  private static String chat(String title) {
    return "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"%s\"}}]}"
        .formatted(title);
  }
}
