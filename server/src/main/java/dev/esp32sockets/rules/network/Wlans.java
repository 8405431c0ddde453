package dev.esp32sockets.rules.network;

import dev.esp32sockets.analysis.Creation;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Int;
import dev.esp32sockets.analysis.Value.Obj;
import org.jspecify.annotations.Nullable;

/** Which of the two Wi-Fi interfaces an object is. */
final class Wlans {
  private static final long STATION = 0;
  private static final long ACCESS_POINT = 1;

  private Wlans() {}

  static boolean isWlan(@Nullable Value value) {
    return value instanceof Obj object && object.type().qualifiedName().equals("network.WLAN");
  }

  static boolean isStation(@Nullable Value wlan) {
    return number(wlan) == STATION;
  }

  static boolean isAccessPoint(@Nullable Value wlan) {
    return number(wlan) == ACCESS_POINT;
  }

  private static long number(@Nullable Value wlan) {
    Creation creation = isWlan(wlan) && wlan instanceof Obj object ? object.creation() : null;
    if (creation == null || !creation.isBy("network.WLAN")) {
      return -1;
    }
    if (creation.node().arguments.isEmpty()) {
      return STATION;
    }
    return creation.argument(0, null) instanceof Int number ? number.value() : -1;
  }
}
