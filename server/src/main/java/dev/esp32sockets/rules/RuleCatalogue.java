package dev.esp32sockets.rules;

import static dev.esp32sockets.rules.RuleInfo.Certainty.CERTAIN;
import static dev.esp32sockets.rules.RuleInfo.Certainty.PROBABLE;
import static dev.esp32sockets.rules.RuleInfo.Certainty.STYLE;
import static dev.esp32sockets.rules.Severity.ERROR;
import static dev.esp32sockets.rules.Severity.HINT;
import static dev.esp32sockets.rules.Severity.INFO;
import static dev.esp32sockets.rules.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every rule: one line each, in the order of the codes.
 *
 * <p>A code is assigned once and never used again; the codes of rules that were taken out stay in
 * {@link #RETIRED}. Implementations are named, not linked, so that reading the catalogue loads
 * none.
 */
public final class RuleCatalogue {
  private static final List<RuleInfo> RULES =
      List.of(
          rule("ESP001", "file-unreadable", ERROR, CERTAIN, "project"),
          rule("ESP002", "file-not-utf8", ERROR, CERTAIN, "project"),
          rule("ESP003", "file-binary", ERROR, CERTAIN, "project"),
          rule("ESP004", "file-too-deep", ERROR, CERTAIN, "language.MicroPythonSyntax"),
          rule("ESP005", "file-too-large", ERROR, CERTAIN, "project"),
          rule("ESP101", "micropython-syntax", ERROR, CERTAIN, "language.MicroPythonSyntax"),
          rule("ESP102", "syntax-error", ERROR, CERTAIN, "language.MicroPythonSyntax"),
          rule("ESP103", "byte-order-mark", ERROR, CERTAIN, "language.MicroPythonSyntax"),
          rule("ESP104", "typographic-character", ERROR, CERTAIN, "language.MicroPythonSyntax"),
          rule("ESP105", "missing-builtin", ERROR, CERTAIN, "language.MissingBuiltin"),
          rule("ESP106", "except-missing-builtin", ERROR, CERTAIN, "language.ExceptMissingName"),
          rule("ESP107", "str-slice-step", ERROR, CERTAIN, "language.StrSliceStep"),
          rule("ESP108", "missing-str-method", ERROR, CERTAIN, "members.UnknownMember"),
          rule(
              "ESP109",
              "oserror-unknown-attribute",
              ERROR,
              CERTAIN,
              "language.OsErrorUnknownAttribute"),
          rule(
              "ESP110",
              "str-bytes-concatenation",
              ERROR,
              CERTAIN,
              "language.StrBytesConcatenation"),
          rule(
              "ESP111",
              "bytes-method-str-argument",
              ERROR,
              CERTAIN,
              "language.BytesMethodStrArgument"),
          rule("ESP112", "bytes-compared-to-str", ERROR, CERTAIN, "language.BytesComparedToStr"),
          rule("ESP201", "af-inet6-socket", WARNING, CERTAIN, "socket.AfInet6Socket"),
          rule("ESP202", "af-inet6-use", ERROR, CERTAIN, "socket.AfInet6Use"),
          rule("ESP203", "ipv6-literal-on-ipv4-socket", ERROR, CERTAIN, "socket.AddressRules"),
          rule(
              "ESP204",
              "getaddrinfo-ipv6-has-no-address",
              ERROR,
              CERTAIN,
              "socket.GetaddrinfoResult"),
          rule("ESP205", "socket-unknown-attribute", ERROR, CERTAIN, "members.UnknownMember"),
          rule("ESP206", "socket-name-newer-than-target", ERROR, CERTAIN, "members.UnknownMember"),
          rule("ESP207", "socket-unknown-method", ERROR, CERTAIN, "members.UnknownMember"),
          rule(
              "ESP208",
              "except-missing-socket-exception",
              ERROR,
              CERTAIN,
              "language.ExceptMissingName"),
          rule("ESP209", "socket-context-manager", ERROR, CERTAIN, "socket.SocketContextManager"),
          rule("ESP210", "socket-iteration", ERROR, CERTAIN, "socket.SocketIteration"),
          rule("ESP211", "socket-keyword-argument", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP212", "socket-argument-count", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP213", "address-not-host-port-pair", ERROR, CERTAIN, "socket.AddressShape"),
          rule("ESP214", "address-as-two-arguments", ERROR, CERTAIN, "socket.AddressShape"),
          rule(
              "ESP215", "getaddrinfo-entry-as-address", ERROR, CERTAIN, "socket.GetaddrinfoResult"),
          rule("ESP216", "accept-result-not-unpacked", ERROR, CERTAIN, "socket.ResultNotUnpacked"),
          rule(
              "ESP217", "recvfrom-result-not-unpacked", ERROR, CERTAIN, "socket.ResultNotUnpacked"),
          rule(
              "ESP218",
              "getaddrinfo-more-than-one-entry",
              ERROR,
              CERTAIN,
              "socket.GetaddrinfoResult"),
          rule("ESP219", "host-is-url", ERROR, CERTAIN, "socket.HostIsUrl"),
          rule("ESP220", "port-out-of-range", ERROR, CERTAIN, "socket.AddressRules"),
          rule("ESP221", "sendto-needs-ip-address", ERROR, CERTAIN, "socket.SendtoNeedsIpAddress"),
          rule("ESP222", "broadcast-name-in-bind", ERROR, CERTAIN, "socket.AddressRules"),
          rule(
              "ESP223",
              "connect-retry-on-dead-socket",
              ERROR,
              CERTAIN,
              "socket.ConnectRetryOnDeadSocket"),
          rule("ESP224", "econnrefused-never-raised", WARNING, CERTAIN, "socket.ErrnoInHandler"),
          rule("ESP225", "linux-errno-number", WARNING, CERTAIN, "socket.ErrnoInHandler"),
          rule("ESP226", "sendto-empty-hangs", ERROR, CERTAIN, "socket.EmptySend"),
          rule("ESP227", "send-empty", ERROR, CERTAIN, "socket.EmptySend"),
          rule("ESP228", "use-after-close", ERROR, CERTAIN, "socket.SocketCallOrder"),
          rule("ESP229", "settimeout-below-100ms", WARNING, CERTAIN, "socket.SettimeoutBelow100Ms"),
          rule("ESP230", "nonblocking-read-none", ERROR, CERTAIN, "socket.NonblockingReadNone"),
          rule(
              "ESP231",
              "nonblocking-connect-unhandled",
              ERROR,
              CERTAIN,
              "socket.NonblockingConnectUnhandled"),
          rule("ESP232", "stream-read-on-udp", ERROR, CERTAIN, "socket.UdpMisuse"),
          rule("ESP233", "udp-send-without-peer", ERROR, CERTAIN, "socket.UdpMisuse"),
          rule("ESP234", "listen-backlog-required", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP235", "accept-without-listen", ERROR, CERTAIN, "socket.SocketCallOrder"),
          rule("ESP236", "listen-or-accept-on-udp", ERROR, CERTAIN, "socket.SocketCallOrder"),
          rule("ESP237", "reuseaddr-after-bind", WARNING, CERTAIN, "socket.ReuseAddress"),
          rule("ESP238", "reuseaddr-missing", INFO, PROBABLE, "socket.ReuseAddress"),
          rule("ESP239", "bind-loopback", WARNING, PROBABLE, "socket.BindAddress"),
          rule("ESP240", "bind-port-zero", INFO, PROBABLE, "socket.BindAddress"),
          rule(
              "ESP241",
              "setsockopt-ignored-option",
              WARNING,
              CERTAIN,
              "socket.SetsockoptArguments"),
          rule("ESP242", "setsockopt-value-type", ERROR, CERTAIN, "socket.SetsockoptArguments"),
          rule("ESP243", "type-protocol-mismatch", HINT, CERTAIN, "socket.TypeProtocolMismatch"),
          rule("ESP244", "bind-after-listen", ERROR, CERTAIN, "socket.SocketCallOrder"),
          rule(
              "ESP245",
              "stream-protocol-over-udp",
              WARNING,
              PROBABLE,
              "socket.StreamProtocolOverUdp"),
          rule("ESP246", "http-request-not-terminated", WARNING, PROBABLE, "socket.HttpRequest"),
          rule("ESP247", "http11-needs-connection-close", WARNING, PROBABLE, "socket.HttpRequest"),
          rule("ESP248", "loop-past-end-of-stream", ERROR, CERTAIN, "socket.LoopPastEndOfStream"),
          rule("ESP249", "method-not-called", ERROR, CERTAIN, "language.MethodNotCalled"),
          rule(
              "ESP250",
              "poll-register-file-number",
              ERROR,
              CERTAIN,
              "select.PollRegisterFileNumber"),
          rule("ESP251", "poll-default-mask", WARNING, PROBABLE, "select.PollDefaultMask"),
          rule("ESP301", "ssl-unknown-name", ERROR, CERTAIN, "members.UnknownMember"),
          rule("ESP302", "ssl-wrap-socket-keyword", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP303", "ssl-context-arguments", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP304", "ssl-context-role-mismatch", ERROR, CERTAIN, "ssl.ContextRoleMismatch"),
          rule("ESP305", "ssl-context-method-missing", ERROR, CERTAIN, "members.UnknownMember"),
          rule(
              "ESP306",
              "ssl-required-without-hostname",
              ERROR,
              CERTAIN,
              "ssl.RequiredVerification"),
          rule("ESP307", "ssl-required-without-ca", ERROR, CERTAIN, "ssl.RequiredVerification"),
          rule(
              "ESP308",
              "ssl-required-without-clock",
              WARNING,
              PROBABLE,
              "ssl.RequiredVerification"),
          rule("ESP309", "ssl-no-verification", HINT, STYLE, "ssl.NoVerification"),
          rule("ESP310", "ssl-socket-unknown-method", ERROR, CERTAIN, "members.UnknownMember"),
          rule("ESP311", "raw-socket-after-wrap", ERROR, CERTAIN, "ssl.RawSocketAfterWrap"),
          rule("ESP312", "tls-port-in-clear", WARNING, PROBABLE, "ssl.TlsPortInClear"),
          rule("ESP401", "wlan-connect-keyword", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP402", "wlan-connect-in-wait-loop", WARNING, PROBABLE, "network.WlanWaitLoop"),
          rule("ESP403", "wlan-wait-without-limit", INFO, PROBABLE, "network.WlanWaitLoop"),
          rule("ESP404", "wlan-ap-open-despite-password", WARNING, CERTAIN, "network.WlanConfig"),
          rule("ESP405", "wlan-config-wrong-interface", ERROR, CERTAIN, "network.WlanConfig"),
          rule("ESP406", "wlan-name-newer-than-target", ERROR, CERTAIN, "members.UnknownMember"),
          rule(
              "ESP501",
              "asyncio-close-without-wait-closed",
              WARNING,
              CERTAIN,
              "asyncio.CloseWithoutWaitClosed"),
          rule("ESP502", "asyncio-missing-await", ERROR, CERTAIN, "asyncio.MissingAwait"),
          rule("ESP503", "asyncio-sleep-as-task", ERROR, CERTAIN, "asyncio.CoroutineExpected"),
          rule(
              "ESP504",
              "asyncio-function-instead-of-coroutine",
              ERROR,
              CERTAIN,
              "asyncio.CoroutineExpected"),
          rule("ESP505", "asyncio-blocking-call", WARNING, CERTAIN, "asyncio.BlockingCall"),
          rule("ESP506", "asyncio-missing-name", ERROR, CERTAIN, "members.UnknownMember"),
          rule(
              "ESP507",
              "asyncio-open-connection-arguments",
              ERROR,
              CERTAIN,
              "members.CallArguments"),
          rule(
              "ESP508",
              "asyncio-run-inside-coroutine",
              ERROR,
              CERTAIN,
              "asyncio.RunInsideCoroutine"),
          rule("ESP601", "requests-unsupported-keyword", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP602", "requests-unknown-name", ERROR, CERTAIN, "members.UnknownMember"),
          rule("ESP603", "requests-with-statement", ERROR, CERTAIN, "requests.WithStatement"),
          rule(
              "ESP604",
              "requests-response-not-closed",
              WARNING,
              PROBABLE,
              "requests.ResponseNotClosed"),
          rule("ESP605", "mqtt-ssl-arguments", ERROR, CERTAIN, "requests.MqttSslArguments"),
          rule("ESP701", "module-not-on-board", WARNING, PROBABLE, "modules.ModuleImports"),
          rule("ESP702", "module-not-in-release", ERROR, CERTAIN, "modules.ModuleImports"),
          rule(
              "ESP703",
              "module-shadowed-by-file",
              WARNING,
              CERTAIN,
              "modules.ModuleShadowedByFile"),
          rule("ESP704", "module-member-missing", ERROR, CERTAIN, "members.UnknownMember"),
          rule("ESP705", "errno-unknown-name", ERROR, CERTAIN, "members.UnknownMember"),
          rule("ESP706", "keyword-not-accepted", ERROR, CERTAIN, "members.CallArguments"),
          rule("ESP707", "time-sleep-ms-float", ERROR, CERTAIN, "modules.WholeMilliseconds"),
          rule("ESP708", "thread-arguments", ERROR, CERTAIN, "modules.ThreadArguments"),
          rule(
              "ESP801",
              "bare-except-swallows-interrupt",
              WARNING,
              CERTAIN,
              "robustness.BareExceptSwallowsInterrupt"),
          rule("ESP802", "socket-leak-in-loop", WARNING, PROBABLE, "robustness.SocketLeakInLoop"),
          rule("ESP901", "endless-loop-in-boot", WARNING, CERTAIN, "project.EndlessLoopInBoot"),
          rule("ESP902", "ignore-without-code", HINT, CERTAIN, "project"),
          rule("ESP903", "ignore-unused", HINT, CERTAIN, "project"));

  /** Codes that had a rule once. */
  static final List<String> RETIRED = List.of();

  private static final Map<String, RuleInfo> BY_WORD = byWord();

  private RuleCatalogue() {}

  public static List<RuleInfo> all() {
    return RULES;
  }

  /** A rule by its code or its name; null when there is none. */
  public static @Nullable RuleInfo find(String codeOrName) {
    return BY_WORD.get(codeOrName);
  }

  /**
   * The rules that a word of the configuration means: a code, a name, a family such as {@code ESP3}
   * or {@code all}. Empty for an unknown word.
   */
  public static List<RuleInfo> matching(String word) {
    RuleInfo one = find(word);
    if (one != null) {
      return List.of(one);
    }
    List<RuleInfo> found = new ArrayList<>();
    for (RuleInfo rule : RULES) {
      if (word.equals("all") || word.equals(rule.family())) {
        found.add(rule);
      }
    }
    return found;
  }

  private static RuleInfo rule(
      String code,
      String name,
      Severity severity,
      RuleInfo.Certainty certainty,
      String implementation) {
    return new RuleInfo(code, name, severity, certainty, implementation, true);
  }

  private static Map<String, RuleInfo> byWord() {
    Map<String, RuleInfo> map = new HashMap<>();
    for (RuleInfo rule : RULES) {
      map.put(rule.code(), rule);
      map.put(rule.name(), rule);
    }
    return map;
  }
}
