package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Bound;
import dev.esp32sockets.analysis.Value.Obj;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that can be reached, with what is known before it.
 *
 * <p>When the callee may be one of several things there is a site for each of them.
 */
public final class CallSite {
  private final Expr.Call node;
  private final Value callee;
  private final @Nullable Symbol symbol;
  private final List<Value> arguments;
  private final List<ObjectState> argumentStates;
  private final ObjectState receiverState;
  private final Context context;
  private final boolean only;

  CallSite(
      Expr.Call node,
      Value callee,
      List<Value> arguments,
      List<ObjectState> argumentStates,
      ObjectState receiverState,
      Context context,
      boolean only) {
    this.node = node;
    this.callee = callee;
    this.symbol = Calls.symbol(callee);
    this.arguments = arguments;
    this.argumentStates = argumentStates;
    this.receiverState = receiverState;
    this.context = context;
    this.only = only;
  }

  public Expr.Call node() {
    return node;
  }

  public Value callee() {
    return callee;
  }

  /** What is called, when it is of the knowledge base. */
  public @Nullable Symbol symbol() {
    return symbol;
  }

  /** Whether nothing else can be called here. */
  public boolean isOnly() {
    return only;
  }

  /** The object whose method is called. */
  public @Nullable Value receiver() {
    return callee instanceof Bound bound ? bound.receiver() : null;
  }

  /** The receiver when it is an object of the knowledge base, not of a project's class. */
  public @Nullable Obj object() {
    return receiver() instanceof Obj object ? object : null;
  }

  /** What had happened to the receiver before. */
  public ObjectState before() {
    return receiverState;
  }

  /** The source of the receiver, for fixes: the expression before the dot. */
  public @Nullable Expr receiverNode() {
    return node.function instanceof Expr.Attribute attribute ? attribute.value : null;
  }

  /** One value for each argument, in the order of the source. */
  public List<Value> arguments() {
    return arguments;
  }

  public @Nullable Value argument(int position, @Nullable String keyword) {
    return Arguments.value(node, arguments, position, keyword);
  }

  /** What had happened to an argument that is an object of the knowledge base. */
  public ObjectState argumentState(int position, @Nullable String keyword) {
    int index = Arguments.index(node, position, keyword);
    return index < 0 ? ObjectState.UNKNOWN : argumentStates.get(index);
  }

  public Expr.@Nullable Argument argumentNode(int position, @Nullable String keyword) {
    return Arguments.find(node, position, keyword);
  }

  public Context context() {
    return context;
  }
}
