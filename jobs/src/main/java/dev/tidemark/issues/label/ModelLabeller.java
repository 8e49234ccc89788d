package dev.tidemark.issues.label;

import dev.tidemark.framework.LabellerRules;
import dev.tidemark.text.MaskedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Asks a model that completes chats as OpenAI's interface does. What it answers is a stranger's
 * text about strangers' texts: {@link PlainLine} makes a label of it or refuses.
 */
final class ModelLabeller implements Labeller {
  private static final int LONGEST_ANSWER = 65_536;
  private static final int OK = 200;

  /** A model that fails so often in a row is left alone. */
  private static final int PATIENCE = 3;

  private final LabellerRules rules;
  private final Consumer<String> progress;
  private final URI address;
  private final HttpClient client;
  private int failures;

  ModelLabeller(LabellerRules rules, Consumer<String> progress) {
    this.rules = rules;
    this.progress = progress;
    var base = rules.url().toString().replaceFirst("/+$", "");
    this.address = URI.create(base + "/chat/completions");
    // Redirects are not followed: texts go where the framework says.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(rules.timeoutSeconds()))
            .build();
  }

  @Override
  public String label(Draft draft) {
    if (failures >= PATIENCE) {
      return draft.label();
    }
    var label = asked(draft).flatMap(PlainLine::of).map(MaskedText::of);
    failures = label.isPresent() ? 0 : failures + 1;
    if (failures == PATIENCE) {
      tell("is not asked again, after %d failures in a row".formatted(PATIENCE));
    }
    return label.orElse(draft.label());
  }

  /** What the model says; empty, and told, if it says nothing usable. */
  private Optional<String> asked(Draft draft) {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Chat.request(rules.model(), draft)))
            .build();
    // The client's own time-out ends with the headers; this one is for the whole answer.
    var answer =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
            .thenApplyAsync(ModelLabeller::content);
    try {
      var content = answer.get(rules.timeoutSeconds(), TimeUnit.SECONDS);
      if (content.flatMap(PlainLine::of).isEmpty()) {
        tell("gave no label");
      }
      return content;
    } catch (TimeoutException e) {
      answer.cancel(true);
      tell("gave no answer within %d seconds".formatted(rules.timeoutSeconds()));
    } catch (ExecutionException e) {
      tell("cannot be asked: " + e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static Optional<String> content(HttpResponse<InputStream> response) {
    try (var body = response.body()) {
      if (response.statusCode() != OK) {
        throw new IOException("status " + response.statusCode());
      }
      var bytes = body.readNBytes(LONGEST_ANSWER);
      return Chat.content(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(String what) {
    progress.accept("issues: the labeller %s %s; plain labels stay".formatted(address, what));
  }
}
