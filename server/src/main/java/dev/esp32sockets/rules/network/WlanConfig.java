package dev.esp32sockets.rules.network;

import dev.esp32sockets.analysis.Arguments;
import dev.esp32sockets.analysis.CallSite;
import dev.esp32sockets.analysis.Model;
import dev.esp32sockets.analysis.Value;
import dev.esp32sockets.analysis.Value.Text;
import dev.esp32sockets.firmware.Releases;
import dev.esp32sockets.rules.Edits;
import dev.esp32sockets.rules.ModuleNames;
import dev.esp32sockets.rules.Reporter;
import dev.esp32sockets.rules.Rule;
import dev.esp32sockets.rules.Spans;
import dev.esp32sockets.rules.Words;
import dev.esp32sockets.syntax.Expr;
import dev.esp32sockets.syntax.Expr.Argument;
import dev.esp32sockets.syntax.Expr.ArgumentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags settings of the wrong Wi-Fi interface, and a password that protects nothing. */
public final class WlanConfig implements Rule {
  private static final Releases HAS_SEC_NAMES = Releases.since(23);

  /** Below this length the firmware refuses a password together with a security mode. */
  private static final int SHORTEST_PASSWORD = 8;

  private @Nullable Boolean modeSet;

  @Override
  public void check(Model model, Reporter report) {
    List<CallSite> configs = model.callsTo("network.WLAN.config");
    for (CallSite config : configs) {
      if (!config.isOnly() || config.context().isGuarded(null)) {
        continue;
      }
      if (Wlans.isStation(config.object())) {
        wrongInterface(config, true, report);
      } else if (Wlans.isAccessPoint(config.object())) {
        wrongInterface(config, false, report);
        openDespitePassword(model, config, configs, report);
      }
    }
  }

  private static void wrongInterface(CallSite config, boolean station, Reporter report) {
    for (Argument argument : config.node().arguments) {
      String keyword = argument.keyword;
      boolean wrong =
          argument.kind == ArgumentKind.KEYWORD
              && keyword != null
              && (station ? isOfAccessPoint(keyword) : keyword.equals("reconnects"));
      if (wrong && keyword != null) {
        report.at(Spans.keyword(argument), "ESP405", setMessage(keyword, station));
        return;
      }
    }
    Argument query = config.argumentNode(0, null);
    boolean asked = query != null && config.argument(0, null) instanceof Text;
    if (query != null && asked && config.argument(0, null) instanceof Text name) {
      boolean wrong = station ? isSecret(name.text()) : isAskedOfStation(name.text());
      if (wrong && !name.bytes()) {
        report.at(query, "ESP405", askMessage(name.text(), station));
      }
    }
  }

  private static boolean isOfAccessPoint(String keyword) {
    return switch (keyword) {
      case "essid", "ssid", "password", "key", "hidden", "authmode", "security", "max_clients" ->
          true;
      default -> false;
    };
  }

  private static boolean isSecret(String query) {
    return query.equals("hidden") || query.equals("authmode") || query.equals("security");
  }

  private static boolean isAskedOfStation(String query) {
    return query.equals("hostname") || query.equals("dhcp_hostname") || query.equals("reconnects");
  }

  private static String setMessage(String keyword, boolean station) {
    if (!station) {
      return "`"
          + keyword
          + "` belongs to the station, this is the access point (`OSError`); set it there";
    }
    boolean joins =
        keyword.equals("essid")
            || keyword.equals("ssid")
            || keyword.equals("password")
            || keyword.equals("key");
    return joins
        ? "`" + keyword + "` is set on the access point only, this is the station; use `connect()`"
        : "`"
            + keyword
            + "` belongs to the access point, this is the station (`OSError`); set it there";
  }

  private static String askMessage(String query, boolean station) {
    return station
        ? "`"
            + query
            + "` belongs to the access point, this is the station (`OSError`); ask the access point"
        : "`"
            + query
            + "` belongs to the station, this is the access point (`OSError`); ask the station";
  }

  private void openDespitePassword(
      Model model, CallSite config, List<CallSite> configs, Reporter report) {
    Argument password = config.argumentNode(-1, "password");
    Value value = config.argument(-1, "password");
    if (password == null) {
      password = config.argumentNode(-1, "key");
      value = config.argument(-1, "key");
    }
    boolean given = value instanceof Text text && text.isExact() && !text.text().isEmpty();
    if (password == null
        || !given
        || Arguments.hasStar(config.node())
        || isModeSetSomewhere(model, configs)) {
      return;
    }
    Reporter.Draft draft =
        report.at(
            Spans.keyword(password),
            "ESP404",
            "The access point stays open on ESP32 without a security mode; add `security=`");
    String mode = mode(model, config);
    if (mode != null && value instanceof Text text && text.text().length() >= SHORTEST_PASSWORD) {
      draft.fix("Add a security mode", Edits.addArgument(config.node(), mode));
    }
  }

  private static @Nullable String mode(Model model, CallSite config) {
    String network = ModuleNames.find(model, config.context().scope(), "network");
    if (network == null) {
      return null;
    }
    return HAS_SEC_NAMES.containsAll(model.target().releases())
        ? "security=" + network + ".WLAN.SEC_WPA2"
        : "authmode=" + network + ".AUTH_WPA2_PSK";
  }

  private boolean isModeSetSomewhere(Model model, List<CallSite> configs) {
    Boolean known = modeSet;
    if (known == null) {
      known = isModeSet(model, configs) || isPassedOn(model);
      modeSet = known;
    }
    return known;
  }

  /** Whether any call may set the mode: there is one access point, however many objects name it. */
  private static boolean isModeSet(Model model, List<CallSite> configs) {
    for (CallSite config : configs) {
      boolean sets =
          config.argumentNode(-1, "authmode") != null
              || config.argumentNode(-1, "security") != null
              || Arguments.hasStar(config.node());
      if (sets && !Wlans.isStation(config.object())) {
        return true;
      }
    }
    return hasUnknownConfig(model)
        || Words.inOtherFiles(model, "authmode")
        || Words.inOtherFiles(model, "security");
  }

  private static boolean hasUnknownConfig(Model model) {
    for (List<CallSite> sites : model.calls()) {
      for (CallSite site : sites) {
        boolean config =
            site.symbol() == null
                && site.node().function instanceof Expr.Attribute attribute
                && attribute.name.equals("config");
        if (config) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether code that cannot be seen gets an object of the access point. What the project's own
   * functions do with it is seen where they do it.
   */
  private static boolean isPassedOn(Model model) {
    for (List<CallSite> sites : model.calls()) {
      for (CallSite site : sites) {
        boolean unseen = site.symbol() == null && !(site.callee() instanceof Value.Func);
        for (int i = 0; unseen && i < site.arguments().size(); i++) {
          if (mayBeAccessPoint(site.arguments().get(i))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean mayBeAccessPoint(Value value) {
    for (Value choice : value.choices()) {
      if (Wlans.isWlan(choice) && !Wlans.isStation(choice)) {
        return true;
      }
    }
    return false;
  }
}
