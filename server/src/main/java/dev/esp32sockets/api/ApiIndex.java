package dev.esp32sockets.api;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge base: every module of the official ESP32 firmware, read lazily. The first question
 * reads the directory of modules; a module is decoded when it is first asked for; what only people
 * read lies in a file of its own, which a check never opens. Safe to share between threads.
 */
public final class ApiIndex {
  /** The first number of the index: the version of its layout. */
  public static final int FORMAT = 1;

  /** The index as a resource beside this class. */
  public static final String INDEX_FILE = "index.bin";

  /** Descriptions, errors and limits. */
  public static final String DETAILS_FILE = "details.bin";

  private static final ApiIndex INSTANCE = new ApiIndex();

  private final Map<String, Symbol> decoded = new ConcurrentHashMap<>();
  private volatile @Nullable Directory directory;
  private volatile @Nullable Map<String, AbsentModule> absent;
  private volatile byte @Nullable [] indexBytes;
  private volatile byte @Nullable [] detailBytes;

  ApiIndex() {}

  public static ApiIndex get() {
    return INSTANCE;
  }

  /**
   * A module by the name that a script imports, {@code umqtt.simple} and old names such as {@code
   * usocket} included; null when no release of the firmware has it.
   */
  public @Nullable Module module(String importName) {
    Directory.Import entry = directory().imports().get(importName);
    if (entry == null) {
      return null;
    }
    Symbol symbol = moduleSymbol(entry.module());
    if (symbol == null) {
      throw new IllegalStateException("The index names a module that it does not have");
    }
    return new Module(importName, symbol, entry.releases(), entry.sort(), entry.instead());
  }

  /** Whether {@link #module} knows a name, without reading the module. */
  public boolean hasModule(String importName) {
    return directory().imports().containsKey(importName);
  }

  /** The plain names of all modules. */
  public Collection<String> moduleNames() {
    return Collections.unmodifiableCollection(directory().positions().keySet());
  }

  /** Every name that a script can import, plain and old ones. */
  public Collection<String> importNames() {
    return Collections.unmodifiableCollection(directory().imports().keySet());
  }

  /** What is known of a module that no stock firmware has; null for an unheard-of name. */
  public @Nullable AbsentModule absentModule(String importName) {
    return absent().get(importName);
  }

  /** Every module that no stock firmware has and people expect all the same. */
  public Collection<AbsentModule> absentModules() {
    return Collections.unmodifiableCollection(absent().values());
  }

  /**
   * By qualified name, {@code socket.socket.recv}; what is in {@code builtins} also by its plain
   * one, {@code str.split}. Members that a type inherits are found as well.
   */
  public @Nullable Symbol find(String qualifiedName) {
    int end = qualifiedName.length();
    while (end > 0) {
      Symbol module = moduleSymbol(qualifiedName.substring(0, end));
      if (module != null) {
        Symbol found = descend(module, qualifiedName, end + 1);
        if (found != null) {
          return found;
        }
      }
      end = qualifiedName.lastIndexOf('.', end - 1);
    }
    Symbol builtins = moduleSymbol("builtins");
    return builtins == null ? null : descend(builtins, qualifiedName, 0);
  }

  /** Follows the parts of a qualified name from a position on. */
  private @Nullable Symbol descend(Symbol from, String qualifiedName, int position) {
    Symbol symbol = from;
    int start = position;
    while (symbol != null && start < qualifiedName.length()) {
      int dot = qualifiedName.indexOf('.', start);
      int stop = dot < 0 ? qualifiedName.length() : dot;
      symbol = member(symbol, qualifiedName.substring(start, stop));
      start = stop + 1;
    }
    return symbol;
  }

  /** A member of a type or module, of a type its base classes included. */
  public @Nullable Symbol member(Symbol owner, String name) {
    for (Symbol type = owner; type != null; type = baseOf(type)) {
      Symbol member = type.member(name);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  /** What is known of a name that a type, its base classes included, or a module lacks. */
  public Symbol.@Nullable Missing missing(Symbol owner, String name) {
    for (Symbol type = owner; type != null; type = baseOf(type)) {
      Symbol.Missing missing = type.missing(name);
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }

  /** Whether a type, its base classes included, or a module may have a name nobody should use. */
  public boolean hides(Symbol owner, String name) {
    for (Symbol type = owner; type != null; type = baseOf(type)) {
      if (type.hides(name)) {
        return true;
      }
    }
    return false;
  }

  /** Every member of a type, its base classes included, own ones first. */
  public List<Symbol> members(Symbol owner) {
    Map<String, Symbol> members = new LinkedHashMap<>();
    for (Symbol type = owner; type != null; type = baseOf(type)) {
      for (Symbol member : type.members()) {
        members.putIfAbsent(member.name(), member);
      }
    }
    return new ArrayList<>(members.values());
  }

  /** Whether a type is the named one or extends it. */
  public boolean isSubtype(Symbol type, String qualifiedName) {
    for (Symbol one = type; one != null; one = baseOf(one)) {
      if (one.qualifiedName().equals(qualifiedName)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Symbol baseOf(Symbol type) {
    String base = type.base();
    return base == null ? null : find(base);
  }

  private @Nullable Symbol moduleSymbol(String plainName) {
    Symbol symbol = decoded.get(plainName);
    if (symbol != null) {
      return symbol;
    }
    Integer position = directory().positions().get(plainName);
    return position == null ? null : decode(plainName, position);
  }

  private synchronized Symbol decode(String plainName, int position) {
    Symbol symbol = decoded.get(plainName);
    if (symbol == null) {
      symbol = ModuleBlock.decode(this, indexBytes(), plainName, position);
      decoded.put(plainName, symbol);
    }
    return symbol;
  }

  /** The modules decoded so far. */
  Collection<String> decodedModules() {
    return List.copyOf(decoded.keySet());
  }

  private Directory directory() {
    Directory known = directory;
    return known == null ? readDirectory() : known;
  }

  private synchronized Directory readDirectory() {
    Directory known = directory;
    if (known == null) {
      known = Directory.read(indexBytes());
      directory = known;
    }
    return known;
  }

  private Map<String, AbsentModule> absent() {
    Map<String, AbsentModule> known = absent;
    if (known == null) {
      known = Directory.absent(new IndexInput(indexBytes(), directory().absentPosition()));
      absent = known;
    }
    return known;
  }

  private byte[] indexBytes() {
    byte[] all = indexBytes;
    if (all == null) {
      all = load(INDEX_FILE);
      indexBytes = all;
    }
    return all;
  }

  Symbol.Details details(int position) {
    byte[] all = detailBytes;
    if (all == null) {
      all = load(DETAILS_FILE);
      detailBytes = all;
    }
    IndexInput in = new IndexInput(all, position);
    return new Symbol.Details(in.text(), in.texts(), in.texts());
  }

  private static byte[] load(String file) {
    try {
      byte[] packed = loadFromJar(file);
      if (packed != null) {
        return packed;
      }
      try (InputStream in = ApiIndex.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException(
              "The knowledge base is not there; `mvn process-classes` makes it");
        }
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The knowledge base cannot be read", e);
    }
  }

  /**
   * Reads from the jar that the program was started with, which the VM has open already; the class
   * loader's own way through URL handlers costs some 6 ms more at every start. Null when the
   * program runs from anything else.
   */
  private static byte @Nullable [] loadFromJar(String file) throws IOException {
    String path = System.getProperty("java.class.path", "");
    if (!path.endsWith(".jar") || !new File(path).isFile()) {
      return null;
    }
    try (ZipFile jar = new ZipFile(path)) {
      ZipEntry entry = jar.getEntry("dev/esp32sockets/api/" + file);
      return entry == null ? null : jar.getInputStream(entry).readAllBytes();
    }
  }
}
