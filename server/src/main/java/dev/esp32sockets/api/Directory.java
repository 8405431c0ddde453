package dev.esp32sockets.api;

import dev.esp32sockets.firmware.Releases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The front part of the index: which modules there are, under which names, and where each lies.
 *
 * @param positions where each module's block begins, by plain name
 * @param absentPosition where the list of absent modules begins; few runs ask for it
 */
record Directory(Map<String, Integer> positions, Map<String, Import> imports, int absentPosition) {
  private static final Module.Sort[] SORTS = Module.Sort.values();

  /** A name by which a script imports a module. */
  record Import(String module, Releases releases, Module.Sort sort, @Nullable String instead) {}

  static Directory read(byte[] bytes) {
    IndexInput in = new IndexInput(bytes, 0);
    if (in.number() != ApiIndex.FORMAT) {
      throw new IllegalStateException("The knowledge base has the format of another version");
    }
    int moduleCount = in.number();
    List<String> names = new ArrayList<>(moduleCount);
    int[] lengths = new int[moduleCount];
    for (int i = 0; i < moduleCount; i++) {
      names.add(in.text());
      lengths[i] = in.number();
    }
    Map<String, Import> imports = imports(in, names);
    int absentLength = in.number();
    int absentPosition = in.position();
    in.skip(absentLength);
    Map<String, Integer> positions = new LinkedHashMap<>(moduleCount * 2);
    int position = in.position();
    for (int i = 0; i < moduleCount; i++) {
      positions.put(names.get(i), position);
      position += lengths[i];
    }
    return new Directory(positions, imports, absentPosition);
  }

  private static Map<String, Import> imports(IndexInput in, List<String> modules) {
    int count = in.number();
    Map<String, Import> imports = new LinkedHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      String name = in.text();
      String module = modules.get(in.number());
      Releases releases = in.releases();
      Module.Sort sort = SORTS[in.byteValue()];
      imports.put(name, new Import(module, releases, sort, in.optionalText()));
    }
    return imports;
  }

  static Map<String, AbsentModule> absent(IndexInput in) {
    AbsentModule.Sort[] sorts = AbsentModule.Sort.values();
    int count = in.number();
    Map<String, AbsentModule> absent = new LinkedHashMap<>(count * 2);
    for (int i = 0; i < count; i++) {
      String name = in.text();
      AbsentModule.Sort sort = sorts[in.byteValue()];
      absent.put(name, new AbsentModule(name, sort, in.optionalText()));
    }
    return absent;
  }
}
