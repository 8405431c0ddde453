package dev.esp32sockets.analysis;

/** Analyses one file: its top level first, then every function that this defines. */
final class Analysis {
  private final FileContext file;
  private final ModuleInfo module;
  private final Facts facts;

  Analysis(FileContext file) {
    this.file = file;
    ProjectModules project = new ProjectModules(file.project());
    this.module = ScopeBuilder.build(file.path(), file.tree(), project);
    this.facts = new Facts(module);
  }

  Model run() {
    Context top = new Context(null, Context.Kind.MODULE, null, module.scope(), null);
    new Flow(new Frame(module.scope(), facts, top)).run(file.tree().body());
    // A function that is analysed may define others, which join the end of the list.
    for (int i = 0; i < facts.defined.size(); i++) {
      run(facts.defined.get(i));
    }
    return new Model(file, facts);
  }

  private void run(FunctionInfo function) {
    Context around = facts.definitions.get(function);
    Context inside =
        new Context(around, Context.Kind.FUNCTION, function.node(), function.scope(), null);
    Frame frame = new Frame(function.scope(), facts, inside);
    for (Binding binding : function.scope().bindings.values()) {
      for (Binding.Source source : binding.sources) {
        if (source.way() == Binding.Way.PARAMETER) {
          enter(frame, function, binding, source);
        }
      }
    }
    new Flow(frame).run(function.node().body);
  }

  private static void enter(
      Frame frame, FunctionInfo function, Binding binding, Binding.Source source) {
    Value value =
        Parameters.value(function.scope(), (dev.esp32sockets.syntax.Expr.Parameter) source.node());
    Value known = value == Value.Special.BOTTOM ? Value.Special.UNKNOWN : value;
    frame.set(binding.name(), frame.attach(source.node(), known, past(function, known)));
  }

  /** The streams that a server hands over are new; what else comes as an argument has a past. */
  private static ObjectState past(FunctionInfo function, Value argument) {
    boolean stream =
        argument instanceof Value.Obj object
            && object.creation() == null
            && object.isType("asyncio.Stream");
    return stream && Parameters.isServerCallback(function) ? ObjectState.NEW : ObjectState.UNKNOWN;
  }
}
