package dev.esp32sockets.rules;

import dev.esp32sockets.rules.RuleInfo.Certainty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Every rule: one line each, in the order of the codes.
 *
 * <p>A code is assigned once and never used again; the codes of rules that were taken out stay in
 * {@link #RETIRED}. Implementations are named, not linked, so that reading the catalogue loads
 * none.
 */
public final class RuleCatalogue {
  /** Code, name, severity, certainty, class below this package, and the modules it watches. */
  private static final String TABLE =
      """
      ESP001 file-unreadable                  error    certain   project
      ESP002 file-not-utf8                    error    certain   project
      ESP003 file-binary                      error    certain   project
      ESP004 file-too-deep                    error    certain   language.MicroPythonSyntax
      ESP005 file-too-large                   error    certain   project
      ESP101 micropython-syntax               error    certain   language.MicroPythonSyntax
      ESP102 syntax-error                     error    certain   language.MicroPythonSyntax
      ESP103 byte-order-mark                  error    certain   language.MicroPythonSyntax
      ESP104 typographic-character            error    certain   language.MicroPythonSyntax
      ESP105 missing-builtin                  error    certain   language.MissingBuiltin
      ESP106 except-missing-builtin           error    certain   language.ExceptMissingName
      ESP107 str-slice-step                   error    certain   language.StrSliceStep
      ESP108 missing-str-method               error    certain   members.UnknownMember
      ESP109 oserror-unknown-attribute        error    certain   language.OsErrorUnknownAttribute
      ESP110 str-bytes-concatenation          error    certain   language.StrBytesConcatenation
      ESP111 bytes-method-str-argument        error    certain   language.BytesMethodStrArgument
      ESP112 bytes-compared-to-str            error    certain   language.BytesComparedToStr
      ESP201 af-inet6-socket                  warning  certain   socket.AfInet6Socket socket
      ESP202 af-inet6-use                     error    certain   socket.AfInet6Use socket
      ESP203 ipv6-literal-on-ipv4-socket      error    certain   socket.AddressRules socket
      ESP204 getaddrinfo-ipv6-has-no-address  error    certain   socket.GetaddrinfoResult socket
      ESP205 socket-unknown-attribute         error    certain   members.UnknownMember
      ESP206 socket-name-newer-than-target    error    certain   members.UnknownMember
      ESP207 socket-unknown-method            error    certain   members.UnknownMember
      ESP208 except-missing-socket-exception  error    certain   language.ExceptMissingName
      ESP209 socket-context-manager           error    certain   socket.SocketContextManager socket
      ESP210 socket-iteration                 error    certain   socket.SocketIteration socket
      ESP211 socket-keyword-argument          error    certain   members.CallArguments
      ESP212 socket-argument-count            error    certain   members.CallArguments
      ESP213 address-not-host-port-pair       error    certain   socket.AddressShape socket
      ESP214 address-as-two-arguments         error    certain   socket.AddressShape socket
      ESP215 getaddrinfo-entry-as-address     error    certain   socket.GetaddrinfoResult socket
      ESP216 accept-result-not-unpacked       error    certain   socket.ResultNotUnpacked socket
      ESP217 recvfrom-result-not-unpacked     error    certain   socket.ResultNotUnpacked socket
      ESP218 getaddrinfo-more-than-one-entry  error    certain   socket.GetaddrinfoResult socket
      ESP219 host-is-url                      error    certain   socket.HostIsUrl socket asyncio umqtt
      ESP220 port-out-of-range                error    certain   socket.AddressRules socket asyncio
      ESP221 sendto-needs-ip-address          error    certain   socket.SendtoNeedsIpAddress socket
      ESP222 broadcast-name-in-bind           error    certain   socket.AddressRules socket
      ESP223 connect-retry-on-dead-socket     error    certain   socket.ConnectRetryOnDeadSocket socket
      ESP224 econnrefused-never-raised        warning  certain   socket.ErrnoInHandler socket
      ESP225 linux-errno-number               warning  certain   socket.ErrnoInHandler socket
      ESP226 sendto-empty-hangs               error    certain   socket.EmptySend socket
      ESP227 send-empty                       error    certain   socket.EmptySend socket
      ESP228 use-after-close                  error    certain   socket.SocketCallOrder socket
      ESP229 settimeout-below-100ms           warning  certain   socket.SettimeoutBelow100Ms socket
      ESP230 nonblocking-read-none            error    certain   socket.NonblockingReadNone socket
      ESP231 nonblocking-connect-unhandled    error    certain   socket.NonblockingConnectUnhandled socket
      ESP232 stream-read-on-udp               error    certain   socket.UdpMisuse socket
      ESP233 udp-send-without-peer            error    certain   socket.UdpMisuse socket
      ESP234 listen-backlog-required          error    certain   members.CallArguments
      ESP235 accept-without-listen            error    certain   socket.SocketCallOrder socket
      ESP236 listen-or-accept-on-udp          error    certain   socket.SocketCallOrder socket
      ESP237 reuseaddr-after-bind             warning  certain   socket.ReuseAddress socket
      ESP238 reuseaddr-missing                info     probable  socket.ReuseAddress socket
      ESP239 bind-loopback                    warning  probable  socket.BindAddress socket
      ESP240 bind-port-zero                   info     probable  socket.BindAddress socket
      ESP241 setsockopt-ignored-option        warning  certain   socket.SetsockoptArguments socket
      ESP242 setsockopt-value-type            error    certain   socket.SetsockoptArguments socket
      ESP243 type-protocol-mismatch           hint     certain   socket.TypeProtocolMismatch socket
      ESP244 bind-after-listen                error    certain   socket.SocketCallOrder socket
      ESP245 stream-protocol-over-udp         warning  probable  socket.StreamProtocolOverUdp socket
      ESP246 http-request-not-terminated      warning  probable  socket.HttpRequest socket
      ESP247 http11-needs-connection-close    warning  probable  socket.HttpRequest socket
      ESP248 loop-past-end-of-stream          error    certain   socket.LoopPastEndOfStream socket
      ESP249 method-not-called                error    certain   language.MethodNotCalled
      ESP250 poll-register-file-number        error    certain   select.PollRegisterFileNumber select
      ESP251 poll-default-mask                warning  probable  select.PollDefaultMask select
      ESP252 socket-call-order                error    certain   socket.SocketCallOrder socket
      ESP253 select-unknown-name              error    certain   members.UnknownMember
      ESP301 ssl-unknown-name                 error    certain   members.UnknownMember
      ESP302 ssl-wrap-socket-keyword          error    certain   members.CallArguments
      ESP303 ssl-context-arguments            error    certain   members.CallArguments
      ESP304 ssl-context-role-mismatch        error    certain   ssl.ContextRoleMismatch ssl tls
      ESP305 ssl-context-method-missing       error    certain   members.UnknownMember
      ESP306 ssl-required-without-hostname    error    certain   ssl.RequiredVerification ssl tls
      ESP307 ssl-required-without-ca          error    certain   ssl.RequiredVerification ssl tls
      ESP308 ssl-required-without-clock       warning  probable  ssl.RequiredVerification ssl tls
      ESP309 ssl-no-verification              hint     style     ssl.NoVerification ssl tls
      ESP310 ssl-socket-unknown-method        error    certain   members.UnknownMember
      ESP311 raw-socket-after-wrap            error    certain   ssl.RawSocketAfterWrap ssl tls
      ESP312 tls-port-in-clear                warning  probable  ssl.TlsPortInClear socket ssl tls
      ESP313 ssl-wrap-before-connect          error    certain   socket.SocketCallOrder socket ssl tls
      ESP314 ssl-load-cert-chain-arguments    error    certain   members.CallArguments
      ESP401 wlan-connect-keyword             error    certain   members.CallArguments
      ESP402 wlan-connect-in-wait-loop        warning  probable  network.WlanWaitLoop network
      ESP403 wlan-wait-without-limit          info     probable  network.WlanWaitLoop network
      ESP404 wlan-ap-open-despite-password    warning  certain   network.WlanConfig network
      ESP405 wlan-config-wrong-interface      error    certain   network.WlanConfig network
      ESP406 wlan-name-newer-than-target      error    certain   members.UnknownMember
      ESP407 network-unknown-name             error    certain   members.UnknownMember
      ESP408 wlan-positional-only             error    certain   members.CallArguments
      ESP501 asyncio-close-without-wait-closed warning  certain   asyncio.CloseWithoutWaitClosed asyncio
      ESP502 asyncio-missing-await            error    certain   asyncio.MissingAwait
      ESP503 asyncio-sleep-as-task            error    certain   asyncio.CoroutineExpected asyncio
      ESP504 asyncio-function-instead-of-coroutine error    certain   asyncio.CoroutineExpected asyncio
      ESP505 asyncio-blocking-call            warning  certain   asyncio.BlockingCall
      ESP506 asyncio-missing-name             error    certain   members.UnknownMember
      ESP507 asyncio-open-connection-arguments error    certain   members.CallArguments
      ESP508 asyncio-run-inside-coroutine     error    certain   asyncio.RunInsideCoroutine asyncio
      ESP509 asyncio-stream-missing-method    error    certain   members.UnknownMember
      ESP601 requests-unsupported-keyword     error    certain   members.CallArguments
      ESP602 requests-unknown-name            error    certain   members.UnknownMember
      ESP603 requests-with-statement          error    certain   requests.WithStatement requests umqtt
      ESP604 requests-response-not-closed     warning  probable  requests.ResponseNotClosed requests umqtt
      ESP605 mqtt-ssl-arguments               error    certain   requests.MqttSslArguments requests umqtt
      ESP606 mqtt-unknown-method              error    certain   members.UnknownMember
      ESP701 module-not-on-board              warning  probable  modules.ModuleImports
      ESP702 module-not-in-release            error    certain   modules.ModuleImports
      ESP703 module-shadowed-by-file          warning  certain   modules.ModuleShadowedByFile
      ESP704 module-member-missing            error    certain   members.UnknownMember
      ESP705 errno-unknown-name               error    certain   members.UnknownMember
      ESP706 keyword-not-accepted             error    certain   members.CallArguments
      ESP707 time-sleep-ms-float              error    certain   modules.WholeMilliseconds time select
      ESP708 thread-arguments                 error    certain   modules.ThreadArguments _thread
      ESP711 wrong-argument-count             error    certain   members.CallArguments
      ESP712 object-member-missing            error    certain   members.UnknownMember
      ESP801 bare-except-swallows-interrupt   warning  certain   robustness.BareExceptSwallowsInterrupt
      ESP802 socket-leak-in-loop              warning  probable  robustness.SocketLeakInLoop socket
      ESP901 endless-loop-in-boot             warning  certain   project.EndlessLoopInBoot
      ESP902 ignore-without-code              hint     certain   project
      ESP903 ignore-unused                    hint     certain   project
      """;

  private static final List<RuleInfo> RULES = read();

  /** Codes that had a rule once. */
  static final List<String> RETIRED = List.of();

  private static final Map<String, RuleInfo> BY_WORD = byWord();

  private RuleCatalogue() {}

  public static List<RuleInfo> all() {
    return Collections.unmodifiableList(RULES);
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

  private static List<RuleInfo> read() {
    List<RuleInfo> rules = new ArrayList<>(128);
    int from = 0;
    while (from < TABLE.length()) {
      int end = TABLE.indexOf('\n', from);
      rules.add(rule(new StringTokenizer(TABLE.substring(from, end))));
      from = end + 1;
    }
    return rules;
  }

  private static RuleInfo rule(StringTokenizer words) {
    String code = words.nextToken();
    String name = words.nextToken();
    Severity severity = Severity.valueOf(words.nextToken().toUpperCase(Locale.ROOT));
    Certainty certainty = Certainty.valueOf(words.nextToken().toUpperCase(Locale.ROOT));
    String implementation = words.nextToken();
    StringBuilder watches = new StringBuilder();
    while (words.hasMoreTokens()) {
      watches.append(watches.length() == 0 ? "" : " ").append(words.nextToken());
    }
    return new RuleInfo(code, name, severity, certainty, implementation, watches.toString(), true);
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
