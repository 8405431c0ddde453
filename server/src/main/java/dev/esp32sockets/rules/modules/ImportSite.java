package dev.esp32sockets.rules.modules;

import dev.esp32sockets.analysis.Context;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One module that one statement imports.
 *
 * @param name as written, with dots
 * @param alias its entry in a plain `import`; null for `from name import ...`
 */
record ImportSite(
    Stmt statement, String name, int start, Stmt.@Nullable Alias alias, Context context) {

  static ImportSite of(Stmt.Import statement, Stmt.Alias alias, Context context) {
    return new ImportSite(statement, alias.name, alias.start, alias, context);
  }

  static ImportSite of(Stmt.ImportFrom statement, Context context) {
    return new ImportSite(statement, statement.module, statement.moduleStart, null, context);
  }

  Span span() {
    return new Span(start, start + name.length());
  }

  /** The first part of the name. */
  String top() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The names that the statement binds here; for a package only its first part. */
  Node node() {
    return alias == null ? statement : alias;
  }
}
