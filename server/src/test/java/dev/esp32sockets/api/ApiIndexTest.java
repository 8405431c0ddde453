package dev.esp32sockets.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.esp32sockets.firmware.Releases;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiIndexTest {
  private static final int LARGEST_INDEX = 250_000;

  private final ApiIndex api = new ApiIndex();

  private static <T> T there(@Nullable T value) {
    assertNotNull(value);
    return value;
  }

  @Test
  void everyModuleLoadsWithAllItsParts() {
    assertTrue(api.moduleNames().contains("socket"));
    int symbols = 0;
    for (String name : api.importNames()) {
      Module module = there(api.module(name));
      assertFalse(module.importable().isEmpty(), name);
      symbols += countBelow(module.symbol());
    }
    assertTrue(symbols > 100);
  }

  private int countBelow(Symbol owner) {
    int count = 0;
    for (Symbol symbol : owner.members()) {
      assertSame(symbol, api.find(symbol.qualifiedName()), symbol.qualifiedName());
      assertFalse(symbol.details().doc().isEmpty(), symbol.qualifiedName());
      assertTrue(owner.releases().containsAll(symbol.releases()), symbol.qualifiedName());
      for (Signature signature : symbol.signatures()) {
        assertTrue(signature.text().contains(symbol.name() + "("), symbol.qualifiedName());
      }
      count += 1 + countBelow(symbol);
    }
    return count;
  }

  @Test
  void theDirectoryAloneDecodesNoModule() {
    assertTrue(api.hasModule("usocket"));
    assertFalse(api.hasModule("telnetlib3"));
    assertEquals(List.of(), List.copyOf(api.decodedModules()));
    assertNotNull(api.module("usocket"));
    assertEquals(List.of("socket"), List.copyOf(api.decodedModules()));
  }

  @Test
  void anOldNameGivesTheSameModule() {
    Module old = there(api.module("usocket"));
    Module plain = there(api.module("socket"));
    assertSame(plain.symbol(), old.symbol());
    assertEquals(Module.Sort.FIXED, old.sort());
    assertEquals(Module.Sort.EXTENSIBLE, plain.sort());
  }

  @Test
  void aSignatureBelongsToItsReleases() {
    Symbol recv = there(api.find("socket.socket.recv"));
    assertEquals(1, there(recv.signature(25)).maxPositional());
    assertEquals(2, there(recv.signature(26)).maxPositional());
    assertTrue(recv.blocks());
    assertFalse(there(recv.signature(26)).takesKeyword("flags"));
    assertEquals("bytes", there(recv.signature(28)).returns());
    assertEquals(0, there(there(api.find("socket.socket.listen")).signature(19)).minPositional());
    assertEquals("socket.socket", there(there(api.find("socket.socket")).signature(12)).returns());
  }

  @Test
  void aConstantHasItsValueAndReleases() {
    Symbol noDelay = there(api.find("socket.TCP_NODELAY"));
    assertEquals(1L, noDelay.value());
    assertEquals("int", noDelay.type());
    assertEquals(Releases.since(23), noDelay.releases());
  }

  @Test
  void whatIsMissingSaysWhatToWriteInstead() {
    Symbol socket = there(api.find("socket.socket"));
    assertEquals("`close()`", there(api.missing(socket, "shutdown")).instead());
    assertNull(api.find("socket.socket.shutdown"));
    assertNull(api.missing(socket, "recv"));
    assertEquals("`OSError`", there(there(api.find("socket")).missing("error")).instead());
  }

  @Test
  void whatAModuleImportedIsNeitherOfferedNorUnknown() {
    Symbol simple = there(api.find("umqtt.simple"));
    assertNull(simple.member("struct"));
    assertTrue(api.hides(simple, "struct"));
    assertTrue(api.hides(there(api.find("umqtt.robust.MQTTClient")), "_send_str"));
    assertFalse(api.hides(simple, "Client"));
  }

  @Test
  void membersOfTheBaseClassAreInherited() {
    Symbol robust = there(api.find("umqtt.robust.MQTTClient"));
    assertEquals(
        "umqtt.simple.MQTTClient.subscribe",
        there(api.member(robust, "subscribe")).qualifiedName());
    assertEquals(
        "umqtt.robust.MQTTClient.publish", there(api.member(robust, "publish")).qualifiedName());
    assertTrue(api.isSubtype(robust, "umqtt.simple.MQTTClient"));
    assertNotNull(api.missing(robust, "loop_forever"));
    assertTrue(api.members(robust).size() > robust.members().size());
  }

  @Test
  void anErrorNumberMayDifferFromReleaseToRelease() {
    Symbol timedOut = there(api.find("errno.ETIMEDOUT"));
    assertNull(timedOut.value());
    assertEquals(110L, timedOut.value(14));
    assertEquals(116L, timedOut.value(15));
  }

  @Test
  void eachNameOfAModuleHasItsOwnReleases() {
    assertEquals(Releases.since(21), there(api.module("asyncio")).importable());
    assertEquals(Releases.since(13), there(api.module("uasyncio")).importable());
    assertEquals(Releases.until(22), there(api.module("ussl")).importable());
    assertEquals(Releases.since(23), there(api.module("tls")).importable());
    assertEquals("umqtt.simple", there(api.module("umqtt.simple")).symbol().qualifiedName());
    assertEquals(Module.Sort.FROZEN, there(api.module("requests")).sort());
  }

  @Test
  void absentModulesSayWhy() {
    assertEquals(AbsentModule.Sort.INSTALLABLE, there(api.absentModule("threading")).sort());
    assertEquals("`_thread`", there(api.absentModule("threading")).instead());
    assertEquals(AbsentModule.Sort.HOST_ONLY, there(api.absentModule("numpy")).sort());
    assertEquals(AbsentModule.Sort.OTHER_PORT, there(api.absentModule("rp2")).sort());
    assertNull(api.absentModule("socket"));
  }

  @Test
  void aCoroutineIsMarked() {
    Signature open = there(there(api.find("asyncio.open_connection")).signature(28));
    assertTrue(open.coroutine());
    assertTrue(open.takesKeyword("ssl"));
    assertEquals("tuple[asyncio.Stream, asyncio.Stream]", open.returns());
  }

  @Test
  void typesOfBuiltinsAreFoundByTheirPlainName() {
    assertSame(there(api.find("builtins.str.split")), api.find("str.split"));
    assertNull(api.find("str.nothing"));
    assertNull(api.find("nothing"));
  }

  @Test
  void theIndexIsSmall() throws IOException {
    try (InputStream in = ApiIndex.class.getResourceAsStream(ApiIndex.INDEX_FILE)) {
      int size = there(in).readAllBytes().length;
      assertTrue(size < LARGEST_INDEX, () -> size + " bytes");
    }
  }
}
