package dev.esp32sockets.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The one jar that users take. */
class JarTest {

  @Test
  void theManifestSaysWhatJavaNeeds() throws IOException {
    try (JarFile jar = new JarFile(Built.jar().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertEquals("dev.esp32sockets.app.Main", manifest.getValue("Main-Class"));
      assertEquals("ALL-UNNAMED", manifest.getValue("Enable-Native-Access"));
      assertEquals(Built.version(), manifest.getValue("Implementation-Version"));
    }
  }

  @Test
  void onlyWhatRunsIsInside() throws IOException {
    List<String> names = names(Built.jar());
    assertTrue(names.size() > 100, "only " + names.size() + " entries");
    assertTrue(names.contains("dev/esp32sockets/app/Main.class"));
    assertTrue(names.contains("com/google/gson/Gson.class"));
    for (String name : names) {
      assertFalse(name.matches("META-INF/.*\\.(SF|RSA|DSA|EC)"), "a signature: " + name);
      assertFalse(name.startsWith("org/jspecify/"), "for compilers only: " + name);
      assertFalse(name.startsWith("dev/esp32sockets/api/build/"), "for the build only: " + name);
      assertFalse(name.startsWith("com/google/errorprone/"), "for compilers only: " + name);
    }
  }

  @Test
  void nothingHasToBeInflatedAtStart() throws IOException {
    try (JarFile jar = new JarFile(Built.jar().toFile())) {
      assertTrue(jar.size() > 100, "only " + jar.size() + " entries");
      assertTrue(jar.stream().allMatch(each -> each.getMethod() == JarEntry.STORED));
    }
  }

  @Test
  void theLicencesOfAllPartsAreInside() throws IOException {
    String text = entry(Built.jar(), "META-INF/THIRD-PARTY.txt");
    assertTrue(text.contains("com.google.code.gson:gson): Apache-2.0"), text);
    assertTrue(text.contains("org.tomlj:tomlj): Apache-2.0"), text);
    assertTrue(text.contains("The ANTLR Project"), text);
    assertTrue(text.contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION"), text);
    assertTrue(entry(Built.jar(), "META-INF/LICENSE").startsWith("MIT License"));
  }

  @Test
  void everyArtifactHasItsChecksum() throws IOException, NoSuchAlgorithmException {
    for (Path artifact : List.of(Built.dist().resolve("esp32-sockets.jar"), Built.zip())) {
      String name = artifact.getFileName().toString();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String sum = HexFormat.of().formatHex(digest.digest(Files.readAllBytes(artifact)));
      assertEquals(
          sum + "  " + name, Files.readString(Built.dist().resolve(name + ".sha256")).strip());
    }
    assertEquals(-1, Files.mismatch(Built.jar(), Built.dist().resolve("esp32-sockets.jar")));
  }

  private static List<String> names(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(JarEntry::getName).filter(each -> !each.endsWith("/")).toList();
    }
  }

  private static String entry(Path jar, String name) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry = file.getJarEntry(name);
      assertNotNull(entry, name + " is missing in " + jar);
      return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
