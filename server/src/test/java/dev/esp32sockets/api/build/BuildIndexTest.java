package dev.esp32sockets.api.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.api.ApiIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildIndexTest {
  private static final Path SOURCE = Path.of("src/main/resources/api");
  private static final String EVIDENCE = "\"evidence\": [\"firmware 1.27\"]";

  @TempDir Path folder;

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    BuildIndex.write(SOURCE, folder.resolve("one"));
    BuildIndex.write(SOURCE, folder.resolve("two"));
    for (String file : new String[] {ApiIndex.INDEX_FILE, ApiIndex.DETAILS_FILE}) {
      byte[] first = Files.readAllBytes(folder.resolve("one").resolve(file));
      assertTrue(first.length > 1000);
      assertArrayEquals(first, Files.readAllBytes(folder.resolve("two").resolve(file)));
    }
  }

  @Test
  void aPlainModulePasses() throws IOException {
    build("\"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"f(a: Any = 0, /) -> None\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "unknown key | \"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"f()\", \"blokcs\": true",
        "is no kind | \"name\": \"m.f\", \"kind\": \"funktion\", \"signature\": \"f()\"",
        "no range | \"name\": \"m.X\", \"kind\": \"constant\", \"value\": 1, \"firmware\": \"1.9..\"",
        "no range | \"name\": \"m.X\", \"kind\": \"constant\", \"value\": 1, \"firmware\": \"1.26+\"",
        "goes beyond | \"name\": \"m.X\", \"kind\": \"constant\", \"value\": 1, \"firmware\": \"1.12..\"",
        "no signature | \"name\": \"m.f\", \"kind\": \"function\"",
        "does not begin | \"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"g()\"",
        "cannot be read | \"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"f(a-b)\"",
        "nothing closes | \"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"f(a: list[int]\"",
        "optional one | \"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"f(a: int = 0, b: int)\"",
        "is no type | \"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"f() -> list[int\"",
        "not in the knowledge | \"name\": \"m.f\", \"kind\": \"function\", \"signature\": \"f() -> m.Nothing\"",
        "may change | \"name\": \"m.x\", \"kind\": \"attribute\", \"value\": 1",
        "neither a value | \"name\": \"m.X\", \"kind\": \"constant\"",
        "does not stand before | \"name\": \"m.C.f\", \"kind\": \"method\", \"signature\": \"f()\"",
        "is no chip | \"name\": \"m.X\", \"kind\": \"constant\", \"value\": 1, \"chips\": [\"esp8266\"]",
      })
  void aBrokenEntryStopsTheBuildAndIsNamed(String message, String symbol) {
    BadEntryException error =
        assertThrows(BadEntryException.class, () -> build(symbol.strip()), symbol);
    String text = String.valueOf(error.getMessage());
    assertTrue(text.contains("m.json"), text);
    assertTrue(text.contains("m."), text);
    assertTrue(text.contains(message.strip()), text);
  }

  @Test
  void anEntryWithoutEvidenceStopsTheBuild() throws IOException {
    write("\"name\": \"m.X\", \"kind\": \"constant\", \"value\": 1, \"doc\": \"A number.\"");
    assertThrows(BadEntryException.class, () -> BuildIndex.write(folder, folder.resolve("out")));
  }

  @Test
  void theNameOfANoteIsNoEvidence() throws IOException {
    write(
        "\"name\": \"m.X\", \"kind\": \"constant\", \"value\": 1, \"doc\": \"A number.\", "
            + "\"evidence\": [\"notes.md\"]");
    assertThrows(BadEntryException.class, () -> BuildIndex.write(folder, folder.resolve("out")));
  }

  private void build(String symbol) throws IOException {
    write(symbol + ", \"doc\": \"Does it.\", " + EVIDENCE);
    BuildIndex.write(folder, folder.resolve("out"));
  }

  private void write(String symbol) throws IOException {
    Files.writeString(
        folder.resolve("m.json"),
        "{\"module\": \"m\", \"sort\": \"fixed\", \"firmware\": \"1.20..\", \"doc\": \"A module.\", "
            + EVIDENCE
            + ", \"symbols\": [{"
            + symbol
            + "}]}");
  }
}
