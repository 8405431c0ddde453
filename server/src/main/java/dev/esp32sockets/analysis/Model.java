package dev.esp32sockets.analysis;

import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.firmware.Target;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Node;
import dev.esp32sockets.syntax.Stmt;
import dev.esp32sockets.syntax.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one file: what its expressions are, what it calls on what, and what happened
 * before. Only what can be reached is in it. Rules look up by symbol and never walk the tree.
 */
public final class Model {
  private final FileContext file;
  private final Facts facts;

  Model(FileContext file, Facts facts) {
    this.file = file;
    this.facts = facts;
  }

  public static Model of(FileContext file) {
    return new Analysis(file).run();
  }

  public Tree tree() {
    return file.tree();
  }

  public String path() {
    return file.path();
  }

  public Target target() {
    return file.target();
  }

  public ProjectView project() {
    return file.project();
  }

  public ModuleInfo module() {
    return facts.module;
  }

  /** The value of an expression at its place; UNKNOWN for one that is never reached. */
  public Value valueOf(Expr node) {
    Value value = facts.values[node.id];
    return value == null ? Value.Special.UNKNOWN : value;
  }

  /** The calls of a symbol of the knowledge base, by its qualified name, in no certain order. */
  public List<CallSite> callsTo(String qualifiedName) {
    return facts.callsBySymbol().getOrDefault(qualifiedName, List.of());
  }

  /** The qualified names of all symbols that are called. */
  public Collection<String> calledSymbols() {
    return facts.callsBySymbol().keySet();
  }

  /** The sites of one call: one for each thing that may be called. */
  public List<CallSite> sitesOf(Expr.Call call) {
    return facts.sitesOf(call);
  }

  /** Every call that can be reached, also of what is not known. */
  public Collection<List<CallSite>> calls() {
    return facts.calls.values();
  }

  /** Reads and writes of members of modules, types and objects of the knowledge base. */
  public List<MemberUse> memberUses() {
    List<MemberUse> all = new ArrayList<>();
    for (List<MemberUse> uses : facts.members.values()) {
      all.addAll(uses);
    }
    return all;
  }

  /** Names that no scope and no builtin explains. */
  public Collection<Use<Expr.Name>> unresolvedNames() {
    return facts.unresolved.values();
  }

  /** Nodes of a kind that can be reached: statements, handlers, and some expressions. */
  public <T extends Node> List<Use<T>> uses(Class<T> kind) {
    return facts.uses(kind);
  }

  /** What had happened to an object in the end: when nothing referred to it, or its scope ended. */
  public ObjectState inTheEnd(Site site) {
    ObjectState state = facts.ends.get(site);
    return state == null ? ObjectState.UNKNOWN : state;
  }

  /**
   * What had become of an object when a later round of the loop made another one at its place; null
   * when no round does.
   */
  public @Nullable ObjectState whenReplaced(Site site) {
    return facts.replaced.get(site);
  }

  /** The objects that calls of this file made, each with the call. */
  public Collection<Made> made() {
    return facts.made.values();
  }

  /** An object with the call that made it. */
  public record Made(Value.Obj object, Creation creation, Context context) {}

  /** Whether anything of the module is called, read or caught in this file. */
  public boolean touches(String module) {
    return facts.touched().contains(module);
  }

  /** The module of the firmware that a `from` import reads; null for any other. */
  public @Nullable Symbol importedModule(Stmt.ImportFrom statement) {
    Value module = Imports.fromModule(facts.module, statement);
    return module instanceof Value.Ref ref ? ref.symbol() : null;
  }
}
