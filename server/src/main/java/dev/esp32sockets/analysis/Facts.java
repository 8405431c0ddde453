package dev.esp32sockets.analysis;

import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the analysis of one file writes down what it finds. A place that is visited again, as the
 * body of a loop is, overwrites what it wrote before: the last visit knows most paths.
 */
final class Facts {
  final ModuleInfo module;
  final @Nullable Value[] values;
  final NodeMap<List<CallSite>> calls;
  final NodeMap<List<MemberUse>> members;
  final Map<Expr.Name, Use<Expr.Name>> unresolved = new LinkedHashMap<>();

  /** The nodes of each kind that rules look at, with what stands around them. */
  private final Map<Class<?>, List<Node>> nodes = new HashMap<>();

  private final @Nullable Context[] contexts;
  final Map<Site, ObjectState> ends = new HashMap<>();
  final Map<Site, ObjectState> replaced = new HashMap<>();
  final Map<Site, Model.Made> made = new LinkedHashMap<>();

  /** What stands around the definition of each function that can be reached. */
  final Map<FunctionInfo, Context> definitions = new HashMap<>();

  final List<FunctionInfo> defined = new ArrayList<>();

  private @Nullable Map<String, List<CallSite>> bySymbol;
  private @Nullable Set<String> touched;

  Facts(ModuleInfo module) {
    this.module = module;
    int count = module.tree().nodeCount();
    this.values = new Value[count];
    this.contexts = new Context[count];
    this.calls = new NodeMap<>(count);
    this.members = new NodeMap<>(count);
  }

  void use(Node node, Context context) {
    if (contexts[node.id] == null) {
      List<Node> ofKind = nodes.get(node.getClass());
      if (ofKind == null) {
        ofKind = new ArrayList<>();
        nodes.put(node.getClass(), ofKind);
      }
      ofKind.add(node);
    }
    contexts[node.id] = context;
  }

  <T extends Node> List<Use<T>> uses(Class<T> kind) {
    List<Node> ofKind = nodes.get(kind);
    if (ofKind == null) {
      return List.of();
    }
    List<Use<T>> uses = new ArrayList<>(ofKind.size());
    for (Node node : ofKind) {
      Context context = contexts[node.id];
      if (context != null) {
        uses.add(new Use<>(kind.cast(node), context));
      }
    }
    return uses;
  }

  List<CallSite> sitesOf(Expr.Call call) {
    List<CallSite> sites = calls.get(call);
    return sites == null ? List.of() : sites;
  }

  void define(FunctionInfo function, Context context) {
    if (definitions.put(function, context) == null) {
      defined.add(function);
    }
  }

  void end(Site site, ObjectState state) {
    ObjectState before = ends.get(site);
    ends.put(site, before == null ? state : before.join(state));
  }

  /** The place made another object; this is what had become of the one before. */
  void replaced(Site site, ObjectState state) {
    ObjectState before = replaced.get(site);
    replaced.put(site, before == null ? state : before.join(state));
  }

  Map<String, List<CallSite>> callsBySymbol() {
    Map<String, List<CallSite>> map = bySymbol;
    if (map == null) {
      map = new HashMap<>();
      for (List<CallSite> sites : calls.values()) {
        for (CallSite site : sites) {
          Symbol symbol = site.symbol();
          if (symbol != null) {
            List<CallSite> list = map.get(symbol.qualifiedName());
            if (list == null) {
              list = new ArrayList<>(2);
              map.put(symbol.qualifiedName(), list);
            }
            list.add(site);
          }
        }
      }
      bySymbol = map;
    }
    return map;
  }

  /** The modules of which something is used, by the first part of their names. */
  Set<String> touched() {
    Set<String> modules = touched;
    if (modules == null) {
      modules = new HashSet<>();
      for (String symbol : callsBySymbol().keySet()) {
        modules.add(firstPart(symbol));
      }
      for (List<MemberUse> list : members.values()) {
        for (MemberUse use : list) {
          Symbol holder = Members.holder(use.owner());
          if (holder != null) {
            modules.add(firstPart(holder.qualifiedName()));
          }
        }
      }
      touched = modules;
    }
    return modules;
  }

  private static String firstPart(String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    return dot < 0 ? qualifiedName : qualifiedName.substring(0, dot);
  }
}
