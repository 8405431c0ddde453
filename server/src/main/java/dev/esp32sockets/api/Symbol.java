package dev.esp32sockets.api;

import dev.esp32sockets.firmware.Releases;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module, or something in one, as the ESP32 firmware has it.
 *
 * <p>Qualified names begin with the module's plain name: {@code socket.socket.recv}. A type that no
 * module exports (a TLS socket, a poll object) has an entry of kind {@link Kind#TYPE}.
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

  /** A name that people expect and that no release has, with what to write instead. */
  public record Missing(String name, @Nullable String instead) {}

  private final String qualifiedName;
  private final Kind kind;
  private final Releases releases;
  private final List<Signature> signatures;
  private final @Nullable String type;
  private final @Nullable Object value;
  private final boolean blocks;
  private final @Nullable String base;
  private final Map<String, Symbol> members;
  private final Map<String, Missing> missing;
  private final Details details;

  /**
   * What only people read.
   *
   * @param raises each error with its cause
   * @param limits what the ESP32 does not do although the signature allows it
   */
  public record Details(String doc, List<String> raises, List<String> limits) {}

  public Symbol(
      String qualifiedName,
      Kind kind,
      Releases releases,
      List<Signature> signatures,
      @Nullable String type,
      @Nullable Object value,
      boolean blocks,
      @Nullable String base,
      Map<String, Symbol> members,
      Map<String, Missing> missing,
      Details details) {
    this.qualifiedName = qualifiedName;
    this.kind = kind;
    this.releases = releases;
    this.signatures = signatures;
    this.type = type;
    this.value = value;
    this.blocks = blocks;
    this.base = base;
    this.members = members;
    this.missing = missing;
    this.details = details;
  }

  public String qualifiedName() {
    return qualifiedName;
  }

  /** The last part of the qualified name. */
  public String name() {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
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

  /** Empty for what cannot be called; together they cover {@link #releases}. */
  public List<Signature> signatures() {
    return signatures;
  }

  public @Nullable Signature signature(int minor) {
    for (Signature signature : signatures) {
      if (signature.releases().contains(minor)) {
        return signature;
      }
    }
    return null;
  }

  /** The type of a constant or attribute in the notation of {@link TypeRef}. */
  public @Nullable String type() {
    return type;
  }

  /** A Long, String, Double or Boolean, when the value is plain and the same in every release. */
  public @Nullable Object value() {
    return value;
  }

  /** Whether a call waits for the network, for time to pass or for a person. */
  public boolean blocks() {
    return blocks;
  }

  /** The qualified name of the class that this one extends. */
  public @Nullable String base() {
    return base;
  }

  /** Those of the class itself; {@link ApiIndex#member} follows {@link #base}. */
  public @Nullable Symbol member(String name) {
    return members.get(name);
  }

  public Collection<Symbol> members() {
    return members.values();
  }

  /** What is known of a name that does not exist here. */
  public @Nullable Missing missing(String name) {
    return missing.get(name);
  }

  public Collection<Missing> missing() {
    return missing.values();
  }

  public Details details() {
    return details;
  }

  @Override
  public String toString() {
    return qualifiedName;
  }
}
