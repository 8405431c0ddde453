package dev.esp32sockets.analysis;

import dev.esp32sockets.analysis.Value.Bool;
import dev.esp32sockets.analysis.Value.Bound;
import dev.esp32sockets.analysis.Value.Cls;
import dev.esp32sockets.analysis.Value.Func;
import dev.esp32sockets.analysis.Value.Inst;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Mod;
import dev.esp32sockets.analysis.Value.Real;
import dev.esp32sockets.analysis.Value.Ref;
import dev.esp32sockets.analysis.Value.Special;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.analysis.Value.Union;
import dev.esp32sockets.api.ApiIndex;
import dev.esp32sockets.api.Module;
import dev.esp32sockets.api.Symbol;
import dev.esp32sockets.api.TypeRef;
import org.jspecify.annotations.Nullable;

/** Looks up `value.name`. */
public final class Members {
  private Members() {}

  /** The value of a member of the knowledge base: constants as what they are. */
  static Value ofSymbol(Symbol symbol) {
    Object value = symbol.value();
    if (value instanceof Long number) {
      return new Int(number);
    }
    if (value instanceof String text) {
      return new Text(false, text);
    }
    if (value instanceof Double number) {
      return new Real(number);
    }
    if (value instanceof Boolean flag) {
      return new Bool(flag);
    }
    String type = symbol.type();
    boolean plain = symbol.kind() == Symbol.Kind.CONSTANT || symbol.kind() == Symbol.Kind.ATTRIBUTE;
    if (plain) {
      return type == null ? Special.UNKNOWN : Values.of(TypeRef.parse(type), null);
    }
    return new Ref(symbol);
  }

  /** UNKNOWN also where the member does not exist; {@link #symbol} tells that. */
  static Value of(Value owner, String name) {
    if (owner instanceof Union union) {
      Value sum = Special.BOTTOM;
      for (Value choice : union.withoutNone()) {
        sum = Values.join(sum, of(choice, name));
      }
      return sum;
    }
    if (owner instanceof Mod mod) {
      Binding binding = mod.module().scope().binding(name);
      return binding == null
          ? Special.UNKNOWN
          : Detached.of(new Inference(mod.module().scope()).binding(binding));
    }
    if (owner instanceof Inst inst) {
      return ofInstance(inst, name);
    }
    if (owner instanceof Cls type) {
      return ofClass(type.type(), name, null);
    }
    Symbol member = symbol(owner, name);
    if (member == null) {
      return part(owner, name);
    }
    boolean bound = !(owner instanceof Ref) && member.kind() == Symbol.Kind.METHOD;
    return bound ? new Bound(owner, member) : ofSymbol(member);
  }

  /** A module inside a package: `umqtt.simple` after `import umqtt.simple`. */
  private static Value part(Value owner, String name) {
    if (owner instanceof Ref ref && ref.symbol().kind() == Symbol.Kind.MODULE) {
      Module module = ApiIndex.get().module(ref.symbol().qualifiedName() + "." + name);
      return module == null ? Special.UNKNOWN : new Ref(module.symbol());
    }
    return Special.UNKNOWN;
  }

  /** The member of a module, type or object of the knowledge base; null when there is none. */
  public static @Nullable Symbol symbol(Value owner, String name) {
    Symbol holder = holder(owner);
    if (holder == null) {
      return null;
    }
    return holder.isType() ? ApiIndex.get().member(holder, name) : holder.member(name);
  }

  /** The module or type whose members the value has. */
  public static @Nullable Symbol holder(Value owner) {
    if (owner instanceof Ref ref) {
      boolean hasMembers = ref.symbol().kind() == Symbol.Kind.MODULE || ref.symbol().isType();
      return hasMembers ? ref.symbol() : null;
    }
    return Values.typeOf(owner);
  }

  private static Value ofInstance(Inst inst, String name) {
    Value method = ofClass(inst.type(), name, inst);
    if (!method.isUnknown()) {
      return method;
    }
    Binding attribute = inst.type().attributes.get(name);
    boolean foreign = inst.type().scope().module().attributesSetOutside.contains(name);
    if (attribute == null || foreign || isSetBelow(inst.type(), name)) {
      return Special.UNKNOWN;
    }
    return Detached.of(new Inference(inst.type().scope()).binding(attribute));
  }

  /** Whether a class of the file that extends it sets the name: `self` may be of that one. */
  private static boolean isSetBelow(ClassInfo type, String name) {
    for (ClassInfo other : type.scope().module().classes()) {
      boolean sets = other.attributes.containsKey(name) || other.scope().binding(name) != null;
      if (sets && isBelow(other, type, 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBelow(ClassInfo type, ClassInfo ancestor, int depth) {
    for (int i = 0; i < type.node().bases.size() && depth < 8; i++) {
      boolean below =
          base(type, i) instanceof Cls own
              && (own.type() == ancestor || isBelow(own.type(), ancestor, depth + 1));
      if (below) {
        return true;
      }
    }
    return false;
  }

  private static Value ofClass(ClassInfo type, String name, @Nullable Inst self) {
    return ofClass(type, name, self, 0);
  }

  private static Value ofClass(ClassInfo type, String name, @Nullable Inst self, int depth) {
    FunctionInfo method = type.method(name);
    if (method != null) {
      if (method.isDecorated("property")) {
        return self == null ? Special.UNKNOWN : Inference.result(method);
      }
      Value bound = method.isDecorated("staticmethod") ? null : self;
      return new Func(method, bound);
    }
    Binding variable = type.scope().binding(name);
    if (variable != null) {
      boolean changes = type.attributes.containsKey(name);
      return changes || (self != null && isSetBelow(type, name))
          ? Special.UNKNOWN
          : Detached.of(new Inference(type.scope()).binding(variable));
    }
    return depth > 8 ? Special.UNKNOWN : ofBases(type, name, self, depth);
  }

  private static Value ofBases(ClassInfo type, String name, @Nullable Inst self, int depth) {
    for (int i = 0; i < type.node().bases.size(); i++) {
      Value base = base(type, i);
      if (base instanceof Cls own) {
        Value found = ofClass(own.type(), name, self, depth + 1);
        if (!found.isUnknown()) {
          return found;
        }
      } else if (base instanceof Ref ref && ref.symbol().isType()) {
        Symbol member = ApiIndex.get().member(ref.symbol(), name);
        if (member != null && self != null && member.kind() == Symbol.Kind.METHOD) {
          return new Bound(self, member);
        }
      }
    }
    return Special.UNKNOWN;
  }

  static Value base(ClassInfo type, int index) {
    Scope outside = type.scope().parent();
    if (outside == null) {
      return Special.UNKNOWN;
    }
    return new Inference(outside).of(type.node().bases.get(index).value);
  }

  /** Whether the class extends the type of the knowledge base, at any distance. */
  public static boolean isSubclass(ClassInfo type, String qualifiedName) {
    return isSubclass(type, qualifiedName, 0);
  }

  private static boolean isSubclass(ClassInfo type, String qualifiedName, int depth) {
    for (int i = 0; i < type.node().bases.size() && depth < 8; i++) {
      Value base = base(type, i);
      if (base instanceof Ref ref && ref.symbol().qualifiedName().equals(qualifiedName)) {
        return true;
      }
      if (base instanceof Cls own && isSubclass(own.type(), qualifiedName, depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
