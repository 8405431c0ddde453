package dev.esp32sockets.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.project.IgnorePatterns.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns mean what they mean in a `.gitignore`. */
class IgnorePatternsTest {
  private static boolean ignores(String lines, String path, boolean folder) {
    return IgnorePatterns.ofText(lines).verdict(path, folder) == Verdict.IGNORED;
  }

  private static boolean ignores(String lines, String path) {
    return ignores(lines, path, false);
  }

  @Test
  void aNameFitsAtAnyDepth() {
    assertTrue(ignores("secret.py", "secret.py"));
    assertTrue(ignores("secret.py", "a/b/secret.py"));
    assertTrue(ignores("*.gen.py", "a/x.gen.py"));
    assertFalse(ignores("secret.py", "a/my_secret.py"));
  }

  @Test
  void aSlashTiesThePatternToItsFolder() {
    assertTrue(ignores("/secret.py", "secret.py"));
    assertFalse(ignores("/secret.py", "a/secret.py"));
    assertTrue(ignores("a/secret.py", "a/secret.py"));
    assertFalse(ignores("a/secret.py", "b/a/secret.py"));
  }

  @Test
  void aSlashAtTheEndMeansFoldersOnly() {
    assertTrue(ignores("old/", "a/old", true));
    assertFalse(ignores("old/", "a/old", false));
  }

  @Test
  void twoStarsCrossFolders() {
    assertTrue(ignores("**/x.py", "x.py"));
    assertTrue(ignores("**/x.py", "a/b/x.py"));
    assertTrue(ignores("a/**/x.py", "a/x.py"));
    assertTrue(ignores("a/**/x.py", "a/b/c/x.py"));
    assertTrue(ignores("a/**", "a/b/c"));
    assertFalse(ignores("a/**", "a", true));
    assertFalse(ignores("a/*/x.py", "a/b/c/x.py"));
    assertTrue(ignores("/a**b.py", "axxb.py"));
  }

  @Test
  void theLastPatternThatFitsDecides() {
    assertFalse(ignores("*.py\n!keep.py", "keep.py"));
    assertTrue(ignores("!keep.py\n*.py", "keep.py"));
    assertEquals(
        Verdict.KEPT, IgnorePatterns.of(List.of("*.py", "!keep.py")).verdict("a/keep.py", false));
  }

  @Test
  void commentsBlanksAndEscapes() {
    assertFalse(ignores("# x.py\n\n", "x.py"));
    assertTrue(ignores("x.py   \r\n", "x.py"));
    assertTrue(ignores("\\#x.py", "#x.py"));
    assertTrue(ignores("\\!x.py", "!x.py"));
    assertTrue(ignores("x\\*.py", "x*.py"));
    assertFalse(ignores("x\\*.py", "xy.py"));
  }

  @Test
  void setsOfCharacters() {
    assertTrue(ignores("x[0-9].py", "x7.py"));
    assertFalse(ignores("x[0-9].py", "xa.py"));
    assertTrue(ignores("x[!0-9].py", "xa.py"));
    assertTrue(ignores("x[]].py", "x].py"));
    assertTrue(ignores("x[.py", "x[.py"));
    assertFalse(ignores("a[/]b", "a/b"));
  }

  @Test
  void aFileIsNamedByTheFolderThatHoldsIt() {
    assertTrue(IgnorePatterns.of(List.of("vendor")).names("a/vendor/x.py"));
    assertFalse(IgnorePatterns.of(List.of("vendor")).names("a/vendors/x.py"));
  }

  @Test
  void noPatternTakesForEver() {
    String pattern = "**/*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b/**/*c";
    String path = "a".repeat(200) + "/" + "a".repeat(200);
    assertTimeout(Duration.ofSeconds(5), () -> assertFalse(ignores(pattern, path)));
  }
}
