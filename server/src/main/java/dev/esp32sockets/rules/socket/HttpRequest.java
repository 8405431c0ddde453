package dev.esp32sockets.rules.socket;

import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.ObjectState;
import dev.esp32sockets.analysis.Site;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Operator;
import dev.esp32sockets.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags HTTP requests to which the answer, or its end, does not come. */
public final class HttpRequest implements Rule {
  private static final String[] TYPES = {"socket.socket.", "ssl.TLSSocket."};
  private static final String[] READS = {
    "recv", "recvfrom", "recv_into", "read", "readline", "readinto"
  };
  private static final String[] SENDS = {"send", "sendall", "write"};
  private static final int ELSEWHERE = ObjectState.ESCAPE | ObjectState.WRAP | ObjectState.SEND_TO;

  @Override
  public void check(Model model, Reporter report) {
    Set<Expr> told = new HashSet<>();
    for (CallSite read : calls(model, READS)) {
      RequestText request = RequestText.of(read.before().sent());
      if (request == null || !isAnswer(model, read) || request.mayHoldMore()) {
        continue;
      }
      boolean unended = request.hasNoBody() && !request.hasEmptyLine();
      boolean open = !unended && staysOpen(request) && ReadToEnd.is(read) && waits(read);
      for (Expr sent : unended || open ? sources(model, read) : List.<Expr>of()) {
        if (told.add(sent)) {
          tell(model, request, sent, unended, report);
        }
      }
    }
  }

  private static List<CallSite> calls(Model model, String[] methods) {
    List<CallSite> calls = new ArrayList<>();
    for (String type : TYPES) {
      for (String method : methods) {
        for (CallSite call : model.callsTo(type + method)) {
          if (call.isOnly()) {
            calls.add(call);
          }
        }
      }
    }
    return calls;
  }

  /** Whether the socket is a client's and nothing but its own methods sends on it. */
  private static boolean isAnswer(Model model, CallSite read) {
    ObjectState before = read.before();
    boolean stream = Sockets.isTcp(read.receiver()) || Sockets.isTls(read.receiver());
    if (!stream || !before.must(ObjectState.CONNECT) || before.may(ELSEWHERE)) {
      return false;
    }
    for (CallSite other : model.callsTo("socket.socket.makefile")) {
      if (site(other) == null || site(other) == site(read)) {
        return false;
      }
    }
    return !read.context().isGuarded(null);
  }

  private static @Nullable Site site(CallSite call) {
    Obj object = call.object();
    return object == null ? null : object.site();
  }

  private static boolean staysOpen(RequestText request) {
    String connection = request.connection();
    return request.isVersion11()
        && request.hasEmptyLine()
        && !request.wantsStream()
        && (connection == null || connection.equals("keep-alive"));
  }

  /** Whether the script has no way of its own to notice that nothing comes any more. */
  private static boolean waits(CallSite read) {
    ObjectState before = read.before();
    boolean caught = !before.isOnly(ObjectState.BLOCKING) && read.context().isInTry();
    return !caught
        && (before.mode() & ObjectState.NON_BLOCKING) == 0
        && !before.may(ObjectState.POLL);
  }

  /** Where the text is given to the socket that is read. */
  private static List<Expr> sources(Model model, CallSite read) {
    List<Expr> sources = new ArrayList<>(1);
    Site site = site(read);
    for (CallSite send : calls(model, SENDS)) {
      boolean same =
          site != null
              && site.equals(site(send))
              && send.node().arguments.size() == 1
              && read.before().sent().equals(send.argument(0, null));
      Expr.Argument data = send.argumentNode(0, null);
      if (same && data != null && !send.context().isGuarded(null)) {
        sources.add(data.value);
      }
    }
    return sources;
  }

  private static void tell(
      Model model, RequestText request, Expr sent, boolean unended, Reporter report) {
    if (unended) {
      String missing = request.missing();
      Reporter.Draft draft =
          report.at(
              sent,
              "ESP246",
              "The request has no empty line at its end, so the server keeps waiting; add `"
                  + missing
                  + "`");
      TextEdit edit = atEnd(model, sent, request.text().endsWith("\n") ? "\\n" : "", missing);
      if (edit != null) {
        draft.fix("Add `" + missing + "`", edit);
      }
      return;
    }
    Reporter.Draft draft =
        report.at(
            sent,
            "ESP247",
            "HTTP/1.1 keeps the connection open, so reading to the end waits;"
                + " add `Connection: close`");
    boolean headOnly = request.text().indexOf("\r\n\r\n") == request.text().length() - 4;
    if (headOnly && request.connection() == null) {
      TextEdit edit = atEnd(model, sent, "\\r\\n", "Connection: close\\r\\n");
      if (edit != null) {
        draft.fix("Add `Connection: close`", edit);
      }
    }
  }

  /** Inserts before the ending, which has to be written so, of the last literal. */
  private static @Nullable TextEdit atEnd(Model model, Expr sent, String ending, String text) {
    Expr literal = lastLiteral(sent);
    if (literal == null) {
      return null;
    }
    String source = model.tree().source(literal);
    int close = source.length() - 1;
    char quote = source.charAt(close);
    boolean plain =
        (quote == '"' || quote == '\'')
            && source.charAt(close - 1) != quote
            && source.startsWith(ending, close - ending.length())
            && (!ending.isEmpty() || isSimple(literal, source));
    // What is missing goes behind the ending, a header before it.
    int back = text.startsWith("\\") ? 0 : ending.length();
    return plain ? Edits.insert(literal.start + close - back, text) : null;
  }

  /** Whether it is one literal in which a backslash begins an escape. */
  private static boolean isSimple(Expr literal, String source) {
    boolean single =
        (literal instanceof Expr.Str str && str.parts == 1)
            || (literal instanceof Expr.Bytes bytes && bytes.parts == 1)
            || (literal instanceof Expr.FString joined && joined.parts == 1);
    int open = source.indexOf(source.charAt(source.length() - 1));
    String prefix = source.substring(0, Math.max(open, 0));
    return single && prefix.indexOf('r') < 0 && prefix.indexOf('R') < 0;
  }

  /** The literal that writes the end of the data; null when it is written elsewhere. */
  private static @Nullable Expr lastLiteral(Expr node) {
    if (node instanceof Expr.Binary binary) {
      return binary.operator == Operator.ADD
          ? lastLiteral(binary.right)
          : binary.operator == Operator.MODULO ? lastLiteral(binary.left) : null;
    }
    if (node instanceof Expr.Call call && call.function instanceof Expr.Attribute method) {
      boolean keeps = method.name.equals("encode") || method.name.equals("format");
      return keeps ? lastLiteral(method.value) : null;
    }
    boolean literal =
        node instanceof Expr.Str || node instanceof Expr.Bytes || node instanceof Expr.FString;
    return literal ? node : null;
  }
}
