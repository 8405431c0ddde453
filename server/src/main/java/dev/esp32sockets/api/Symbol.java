package dev.esp32sockets.api;

import dev.esp32sockets.firmware.Chip;
import dev.esp32sockets.firmware.Releases;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A module, or something in one, as the ESP32 firmware has it.
 *
 * <p>Qualified names begin with the module's plain name: {@code socket.socket.recv}. A type that no
 * module exports (a TLS socket, a poll object) has an entry of kind {@link Kind#TYPE}. Signatures
 * and descriptions are read when they are first asked for.
 */
public final class Symbol {
  /** What it is. */
  public enum Kind {
    MODULE,
    CLASS,
    /** A type whose objects exist but that has no name a script could write. */
    TYPE,
    EXCEPTION,
    FUNCTION,
    METHOD,
    /** A value that never changes: {@link #value} has it where it is a plain one. */
    CONSTANT,
    /** A variable or an attribute of an object. */
    ATTRIBUTE
  }

  /**
   * A name that people expect, with what to write instead. Where {@link Symbol#member} knows the
   * name too, this is meant for the releases that do not have it.
   */
  public record Missing(String name, @Nullable String instead) {}

  /**
   * What only people read.
   *
   * @param raises each error with its cause
   * @param limits what the ESP32 does not do although the signature allows it
   */
  public record Details(String doc, List<String> raises, List<String> limits) {}

  /** Reads what most users of a symbol never look at. */
  interface Source {
    List<Signature> signatures();

    Details details();
  }

  /**
   * The value of a constant in some releases.
   *
   * @param value a Long, String, Double or Boolean
   */
  record ValueIn(Object value, Releases releases) {}

  /** The small facts of a symbol, as they stand in the index. */
  record Traits(
      @Nullable String type,
      List<ValueIn> values,
      boolean blocks,
      @Nullable String base,
      int chips) {}

  private final String qualifiedName;
  private final String name;
  private final Kind kind;
  private final Releases releases;
  private final Traits traits;
  private final Map<String, Symbol> members;
  private final Map<String, Missing> missing;
  private final Set<String> hidden;
  private final Source source;
  private volatile @Nullable List<Signature> signatures;
  private volatile @Nullable Details details;

  Symbol(
      String qualifiedName,
      Kind kind,
      Releases releases,
      Traits traits,
      Map<String, Symbol> members,
      Map<String, Missing> missing,
      Set<String> hidden,
      Source source) {
    this.qualifiedName = qualifiedName;
    this.name =
        kind == Kind.MODULE
            ? qualifiedName
            : qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    this.kind = kind;
    this.releases = releases;
    this.traits = traits;
    this.members = members;
    this.missing = missing;
    this.hidden = hidden;
    this.source = source;
  }

  public String qualifiedName() {
    return qualifiedName;
  }

  /** The last part of the qualified name; of a module all of it. */
  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isType() {
    return kind == Kind.CLASS || kind == Kind.TYPE || kind == Kind.EXCEPTION;
  }

  /** The releases that have it on the ESP32. */
  public Releases releases() {
    return releases;
  }

  /** Whether the firmware for a chip has it; true for nearly everything. */
  public boolean isOn(Chip chip) {
    return (traits.chips & chip.bit()) != 0;
  }

  /** Empty for what cannot be called; together they cover {@link #releases}. */
  public List<Signature> signatures() {
    List<Signature> known = signatures;
    if (known == null) {
      known = source.signatures();
      signatures = known;
    }
    return known;
  }

  public @Nullable Signature signature(int minor) {
    List<Signature> all = signatures();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).releases().contains(minor)) {
        return all.get(i);
      }
    }
    return null;
  }

  /** The type of a constant or attribute in the notation of {@link TypeRef}. */
  public @Nullable String type() {
    return traits.type;
  }

  /** A Long, String, Double or Boolean, when the value is plain and the same in every release. */
  public @Nullable Object value() {
    return traits.values.size() == 1 ? traits.values.get(0).value : null;
  }

  /** The value of a constant in one release, when it is plain. */
  public @Nullable Object value(int minor) {
    for (int i = 0; i < traits.values.size(); i++) {
      if (traits.values.get(i).releases.contains(minor)) {
        return traits.values.get(i).value;
      }
    }
    return null;
  }

  /** Whether a call waits for the network, for time to pass or for a person. */
  public boolean blocks() {
    return traits.blocks;
  }

  /** The qualified name of the class that this one extends. */
  public @Nullable String base() {
    return traits.base;
  }

  /** Those of the class itself; {@link ApiIndex#member} follows {@link #base}. */
  public @Nullable Symbol member(String memberName) {
    return members.get(memberName);
  }

  /** In the order in which people should read them. */
  public Collection<Symbol> members() {
    return members.values();
  }

  /** What is known of a name that does not exist here; {@link ApiIndex#missing} follows bases. */
  public @Nullable Missing missing(String missingName) {
    return missing.get(missingName);
  }

  public Collection<Missing> missing() {
    return missing.values();
  }

  /**
   * Whether a name may be there although it is no member that anybody should use: private, or
   * something that a Python module merely imported.
   */
  public boolean hides(String hiddenName) {
    return hiddenName.startsWith("_") || hidden.contains(hiddenName);
  }

  public Details details() {
    Details known = details;
    if (known == null) {
      known = source.details();
      details = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return qualifiedName;
  }
}
