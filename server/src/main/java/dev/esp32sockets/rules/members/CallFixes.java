package dev.esp32sockets.rules.members;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.MemberUse;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Place;
import dev.esp32sockets.rules.Reporter.Draft;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rewrites calls of functions that are not there. */
final class CallFixes {
  private final Model model;
  private final Tree tree;
  private final MemberUse use;
  private final Expr.Attribute node;

  CallFixes(Model model, MemberUse use) {
    this.model = model;
    this.tree = model.tree();
    this.use = use;
    this.node = use.node();
  }

  void addTo(Draft draft, String key) {
    if (key.equals("ssl.SSLContext.set_ciphers") || key.equals("ssl.SSLContext.get_ciphers")) {
      ContextFix.addTo(draft, model, use.owner(), use.context().scope());
      return;
    }
    Place place = Place.of(tree, node);
    Expr.Call call = place == null ? null : call(place.statement());
    if (place == null || call == null || Arguments.hasStar(call)) {
      return;
    }
    switch (key) {
      case "socket.inet_pton" -> packed(draft, call, ipv4Argument(call));
      case "socket.inet_aton" -> packed(draft, call, only(call));
      case "socket.inet_ntop" -> dotted(draft, call, ipv4Argument(call));
      case "socket.inet_ntoa" -> dotted(draft, call, only(call));
      case "socket.gethostbyname" -> resolved(draft, call, only(call));
      case "socket.gethostname" -> hostname(draft, call);
      case "socket.create_connection" -> connection(draft, call, place);
      case "ssl.create_default_context" -> context(draft, call, "ssl");
      case "tls.create_default_context" -> context(draft, call, "tls");
      case "ssl.TLSSocket.settimeout" -> timeout(draft, call, place);
      case "requests.Response.raise_for_status" -> status(draft, call, place);
      case "asyncio.Stream.readuntil" -> readline(draft, call);
      case "umqtt.simple.MQTTClient.loop_forever" -> loop(draft, call, place);
      case "hashlib.sha256.hexdigest", "hashlib.sha1.hexdigest", "hashlib.md5.hexdigest" ->
          hexlify(draft, call);
      default -> {
        // Nothing certain can be written in its place.
      }
    }
  }

  /** The call of this very attribute; null when the name is only read. */
  private Expr.@Nullable Call call(Stmt statement) {
    if (!use.called()) {
      return null;
    }
    for (List<CallSite> sites : model.calls()) {
      Expr.Call call = sites.get(0).node();
      if (call.function == node && call.start >= statement.start) {
        return call;
      }
    }
    return null;
  }

  private @Nullable Expr only(Expr.Call call) {
    return call.arguments.size() == 1 && call.arguments.get(0).keyword == null
        ? call.arguments.get(0).value
        : null;
  }

  /** The second of two arguments when the first certainly is AF_INET. */
  private @Nullable Expr ipv4Argument(Expr.Call call) {
    boolean ipv4 =
        Arguments.positional(call) == 2
            && call.arguments.size() == 2
            && model.valueOf(call.arguments.get(0).value) instanceof Value.Int family
            && family.value() == 2;
    return ipv4 ? call.arguments.get(1).value : null;
  }

  private void packed(Draft draft, Expr.Call call, @Nullable Expr text) {
    if (text != null) {
      String parts = operand(text) + ".split(\".\")";
      draft.fix(
          "Make bytes of the parts",
          Edits.replace(call, "bytes(int(part) for part in " + parts + ")"));
    }
  }

  private void dotted(Draft draft, Expr.Call call, @Nullable Expr data) {
    if (data != null) {
      String text = "\".\".join(str(part) for part in " + operand(data) + ")";
      draft.fix("Join the numbers with dots", Edits.replace(call, text));
    }
  }

  private void resolved(Draft draft, Expr.Call call, @Nullable Expr host) {
    if (host != null) {
      String address = ".getaddrinfo(" + tree.source(host) + ", 0)[0][-1][0]";
      draft.fix("Use `getaddrinfo()`", Edits.replace(call, tree.source(node.value) + address));
    }
  }

  private void hostname(Draft draft, Expr.Call call) {
    boolean there = MemberFixes.targetsOnly(model, Releases.since(20));
    ModuleNames.Usable network = ModuleNames.use(model, use.context().scope(), "network");
    if (there && network != null && call.arguments.isEmpty()) {
      withImport(draft, "Use `network.hostname()`", network, call, network.name() + ".hostname()");
    }
  }

  private void hexlify(Draft draft, Expr.Call call) {
    ModuleNames.Usable binascii = ModuleNames.use(model, use.context().scope(), "binascii");
    if (binascii != null && call.arguments.isEmpty()) {
      String digest = tree.source(node.value) + ".digest()";
      String text = binascii.name() + ".hexlify(" + digest + ").decode()";
      withImport(draft, "Use `hexlify()`", binascii, call, text);
    }
  }

  private static void withImport(
      Draft draft, String title, ModuleNames.Usable module, Expr.Call call, String text) {
    List<dev.esp32sockets.text.TextEdit> edits = new ArrayList<>(2);
    if (module.edit() != null) {
      edits.add(module.edit());
    }
    edits.add(Edits.replace(call, text));
    draft.fix(title, edits);
  }

  private void connection(Draft draft, Expr.Call call, Place place) {
    int count = call.arguments.size();
    boolean plain = count > 0 && count < 3 && Arguments.positional(call) == count;
    boolean assigned =
        place.statement() instanceof Stmt.Assign assign
            && assign.value == call
            && assign.targets.size() == 1
            && assign.targets.get(0) instanceof Expr.Name;
    if (!plain || !assigned || !place.isSimpleLine(tree)) {
      return;
    }
    String name = tree.source(((Stmt.Assign) place.statement()).targets.get(0));
    List<String> lines = new ArrayList<>(3);
    lines.add(name + " = " + tree.source(node.value) + ".socket()");
    if (count == 2) {
      lines.add(name + ".settimeout(" + tree.source(call.arguments.get(1)) + ")");
    }
    lines.add(name + ".connect(" + tree.source(call.arguments.get(0)) + ")");
    draft.fix(
        "Make a socket and connect it",
        Statements.replaceWithLines(tree, place.statement(), lines.toArray(new String[0])));
  }

  private void context(Draft draft, Expr.Call call, String module) {
    boolean there = MemberFixes.targetsOnly(model, Releases.since(module.equals("ssl") ? 21 : 23));
    if (there && call.arguments.isEmpty()) {
      String name = tree.source(node.value);
      String text = name + ".SSLContext(" + name + ".PROTOCOL_TLS_CLIENT)";
      // The context of desktop Python verifies the server; this one waits to be told so.
      draft.unsafeFix("Use `SSLContext(PROTOCOL_TLS_CLIENT)`", Edits.replace(call, text));
    }
  }

  /** Sets the limit on the raw socket in front of the statement that wraps it. */
  private void timeout(Draft draft, Expr.Call call, Place place) {
    Creation creation = use.owner() instanceof Value.Obj object ? object.creation() : null;
    boolean here = creation != null && !model.sitesOf(creation.node()).isEmpty();
    Expr limit = only(call);
    if (creation == null
        || !here
        || !(limit instanceof Expr.Num || limit instanceof Expr.Constant)) {
      return;
    }
    Place wrap = Place.of(tree, creation.node());
    Expr.Argument raw = Arguments.find(creation.node(), 0, "sock");
    boolean movable =
        wrap != null
            && wrap.block() == place.block()
            && raw != null
            && raw.value instanceof Expr.Name
            && isStatement(place, call)
            && place.isSimpleLine(tree);
    if (movable && wrap != null && raw != null) {
      String line = tree.source(raw.value) + ".settimeout(" + tree.source(limit) + ")";
      draft.fix(
          "Set it on the raw socket",
          Edits.insertLineBefore(tree, wrap.statement(), line),
          Edits.deleteLines(tree, place.statement()));
    }
  }

  private void status(Draft draft, Expr.Call call, Place place) {
    if (isStatement(place, call) && place.isSimpleLine(tree) && call.arguments.isEmpty()) {
      String code = tree.source(node.value) + ".status_code";
      draft.fix(
          "Test `status_code`",
          Statements.replaceWithLines(
              tree,
              place.statement(),
              "if " + code + " >= 400:",
              Statements.unit(tree) + "raise ValueError(\"HTTP status %d\" % " + code + ")"));
    }
  }

  private void loop(Draft draft, Expr.Call call, Place place) {
    if (isStatement(place, call) && place.isSimpleLine(tree)) {
      String line = Statements.unit(tree) + tree.source(node.value) + ".wait_msg()";
      draft.fix(
          "Wait for messages in a loop",
          Statements.replaceWithLines(tree, place.statement(), "while True:", line));
    }
  }

  private void readline(Draft draft, Expr.Call call) {
    boolean line =
        call.arguments.isEmpty()
            || (only(call) instanceof Expr.Bytes end && end.value.equals("\n"));
    if (line) {
      draft.fix("Use `readline()`", Edits.replace(node.nameStart, call.end, "readline()"));
    }
  }

  private static boolean isStatement(Place place, Expr.Call call) {
    return place.statement() instanceof Stmt.ExprStmt expression && expression.value == call;
  }

  /** The source of an expression as something that a dot or a loop can follow. */
  private String operand(Expr expression) {
    boolean simple =
        expression instanceof Expr.Name
            || expression instanceof Expr.Str
            || expression instanceof Expr.Bytes
            || expression instanceof Expr.Attribute
            || expression instanceof Expr.Subscript
            || expression instanceof Expr.Call;
    String source = tree.source(expression);
    return simple ? source : "(" + source + ")";
  }
}
