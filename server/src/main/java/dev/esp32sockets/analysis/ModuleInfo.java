package dev.esp32sockets.analysis;

import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file with its scopes, functions and classes. */
public final class ModuleInfo {
  private final String path;
  private final Tree tree;
  private final ProjectModules project;
  private final Scope scope;
  final List<FunctionInfo> functions = new ArrayList<>();
  final List<ClassInfo> classes = new ArrayList<>();
  final Map<Node, FunctionInfo> functionOf = new HashMap<>();
  final Map<Node, ClassInfo> classOf = new HashMap<>();

  /** The `from` statement of each name that one imports. */
  final Map<Node, Stmt.ImportFrom> importOf = new HashMap<>();

  /** Calls by the last name of what is called, for the arguments that functions get. */
  final Map<String, List<FunctionInfo.Calling>> callsByName = new HashMap<>();

  /** Names that are read or imported other than as what is called. */
  final Set<String> namesUsedAsValue = new HashSet<>();

  /** Attribute names that are set on an object other than `self`. */
  final Set<String> attributesSetOutside = new HashSet<>();

  ModuleInfo(String path, Tree tree, ProjectModules project) {
    this.path = path;
    this.tree = tree;
    this.project = project;
    this.scope = new Scope(Scope.Kind.MODULE, null, this, null, null);
  }

  public String path() {
    return path;
  }

  public Tree tree() {
    return tree;
  }

  public Scope scope() {
    return scope;
  }

  ProjectModules project() {
    return project;
  }

  public List<FunctionInfo> functions() {
    return functions;
  }

  public List<ClassInfo> classes() {
    return classes;
  }

  public @Nullable FunctionInfo function(Node definition) {
    return functionOf.get(definition);
  }

  public @Nullable ClassInfo type(Node definition) {
    return classOf.get(definition);
  }

  void addCall(String name, Expr.Call call, Scope from, boolean bound) {
    List<FunctionInfo.Calling> calls = callsByName.get(name);
    if (calls == null) {
      calls = new ArrayList<>(2);
      callsByName.put(name, calls);
    }
    calls.add(new FunctionInfo.Calling(call, from, bound));
  }
}
