package dev.esp32sockets.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON into a text. */
final class Json {
  private Json() {}

  /** Writes one value. */
  interface Body {
    void write(JsonWriter json) throws IOException;
  }

  static String text(Body body) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      body.write(json);
    } catch (IOException e) {
      // A text in memory has no reason to fail.
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }
}
