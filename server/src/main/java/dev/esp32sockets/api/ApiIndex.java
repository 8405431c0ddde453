package dev.esp32sockets.api;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge base: every module of the official ESP32 firmware, read lazily, one module at a
 * time. Safe to share between threads.
 */
public final class ApiIndex {
  private static final ApiIndex INSTANCE = new ApiIndex();

  private ApiIndex() {}

  public static ApiIndex get() {
    return INSTANCE;
  }

  /**
   * A module by the name that a script imports, {@code umqtt.simple} and old names such as {@code
   * usocket} included; null when no release of the firmware has it.
   */
  public @Nullable Module module(String importName) {
    return null;
  }

  /** The plain names of all modules. */
  public Collection<String> moduleNames() {
    return List.of();
  }

  /** What is known of a module that no stock firmware has; null for an unheard-of name. */
  public @Nullable AbsentModule absentModule(String importName) {
    return null;
  }

  /** By qualified name, {@code socket.socket.recv}; a type of {@code builtins} by its plain one. */
  public @Nullable Symbol find(String qualifiedName) {
    return null;
  }

  /** A member of a type, its base classes included. */
  public @Nullable Symbol member(Symbol type, String name) {
    return null;
  }

  /** Every member of a type, its base classes included. */
  public List<Symbol> members(Symbol type) {
    return List.of();
  }
}
