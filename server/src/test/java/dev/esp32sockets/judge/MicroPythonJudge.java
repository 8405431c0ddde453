package dev.esp32sockets.judge;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * MicroPython's own compiler of one release, run under Node.
 *
 * <p>Where Node or its packages are missing, the test that asks is skipped and says so; under
 * {@code CI=true} it fails.
 */
public final class MicroPythonJudge {
  /** The releases that the Node project brings, as minor numbers in rising order. */
  public static final List<Integer> RELEASES = List.of(23, 24, 25, 26, 27, 28, 29);

  private static final Path HOME = Path.of("src", "test", "judge");
  private static final int PATIENCE_SECONDS = 60;
  private static final int AHEAD = 8;
  private static final Map<String, MicroPythonJudge> RUNNING = new HashMap<>();

  private final String release;
  private @Nullable Process process;
  private @Nullable BufferedWriter questions;
  private BlockingQueue<String> answers = new ArrayBlockingQueue<>(1000);

  private MicroPythonJudge(String release) {
    this.release = release;
  }

  /** The judge of a release such as {@code 1.27}; skips the test when there is none. */
  public static synchronized MicroPythonJudge release(String release) {
    String alias = "mp-" + release.replace('.', '-');
    if (!Files.isRegularFile(HOME.resolve("node_modules").resolve(alias).resolve("package.json"))) {
      missing(
          "MicroPython "
              + release
              + " is not installed for Node: run `npm ci --prefix server/src/test/judge`");
    }
    return RUNNING.computeIfAbsent(release, MicroPythonJudge::new);
  }

  public static MicroPythonJudge release(int minor) {
    return release("1." + minor);
  }

  /** The newest release that there is. */
  public static MicroPythonJudge newest() {
    return release(RELEASES.get(RELEASES.size() - 1));
  }

  private static void missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      fail(reason);
    }
    abort(reason);
  }

  public boolean compiles(String text) {
    return verdict(text).compiles();
  }

  public Verdict verdict(String text) {
    return verdicts(List.of(text)).get(0);
  }

  /** Asks ahead, so that the judge never waits for the next question. */
  public synchronized List<Verdict> verdicts(List<String> texts) {
    List<Verdict> found = new ArrayList<>(texts.size());
    int asked = 0;
    try {
      while (found.size() < texts.size()) {
        while (asked < texts.size() && asked < found.size() + AHEAD) {
          ask(texts.get(asked++));
        }
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
          found.add(new Verdict(false, "Aborted", "no answer in time", 0));
          asked = found.size();
          stop();
        } else {
          found.add(read(answer));
        }
      }
      return found;
    } catch (IOException e) {
      stop();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the judge was thinking", e);
    }
  }

  private static Verdict read(String answer) {
    JsonObject found = JsonParser.parseString(answer).getAsJsonObject();
    if (found.get("ok").getAsBoolean()) {
      return new Verdict(true, "", "", 0);
    }
    return new Verdict(
        false,
        found.get("type").getAsString(),
        found.has("message") ? found.get("message").getAsString() : "",
        found.get("line").getAsInt());
  }

  private void ask(String text) throws IOException {
    BufferedWriter to = process != null && process.isAlive() ? questions : null;
    if (to == null) {
      to = start();
    }
    to.write(new Gson().toJson(text));
    to.write('\n');
    to.flush();
  }

  private BufferedWriter start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("node", HOME.resolve("judge.mjs").toString(), release);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process started;
    try {
      started = builder.start();
    } catch (IOException e) {
      missing("Node is not installed: " + e.getMessage());
      throw e;
    }
    process = started;
    answers = new ArrayBlockingQueue<>(1000);
    BlockingQueue<String> into = answers;
    Thread reader = new Thread(() -> pump(started, into), "judge " + release);
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
    BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(started.getOutputStream(), StandardCharsets.UTF_8));
    questions = writer;
    return writer;
  }

  private static void pump(Process process, BlockingQueue<String> into) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        into.put(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    if (process != null) {
      process.destroyForcibly();
    }
    process = null;
    questions = null;
  }
}
