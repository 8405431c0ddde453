package dev.esp32sockets.analysis;

/**
 * What has happened to one object before a place of the program.
 *
 * <p>Events never un-happen, so two sets tell all: what happened on every path and what happened on
 * some path. Immutable.
 */
public final class ObjectState {
  public static final int BIND = 1;
  public static final int LISTEN = 1 << 1;

  /** Connected, by connect() or as the result of accept(). */
  public static final int CONNECT = 1 << 2;

  /** A connect() that raised. */
  public static final int CONNECT_FAILED = 1 << 3;

  public static final int CLOSE = 1 << 4;
  public static final int SEND = 1 << 5;
  public static final int READ = 1 << 6;

  /** Given to wrap_socket(). */
  public static final int WRAP = 1 << 7;

  public static final int REUSE_ADDRESS = 1 << 8;

  /** settimeout() or setblocking() was called. */
  public static final int LIMIT = 1 << 9;

  /** Registered with a poll object or given to select(). */
  public static final int POLL = 1 << 10;

  /** Kept beyond the variable: in an attribute, a container, a result. */
  public static final int STORE = 1 << 11;

  /** Given to code that may do anything with it. */
  public static final int ESCAPE = 1 << 12;

  public static final int LOAD_CA = 1 << 13;
  public static final int SEND_TO = 1 << 14;
  public static final int ALL_EVENTS = (1 << 15) - 1;

  public static final int BLOCKING = 1;

  /** Waits as long as settimeout() said. */
  public static final int LIMITED = 2;

  public static final int NON_BLOCKING = 4;
  public static final int ANY_MODE = 7;

  /** Of an object whose past is not known. */
  public static final ObjectState UNKNOWN =
      new ObjectState(0, ALL_EVENTS, ANY_MODE, Value.Special.UNKNOWN, Value.Special.UNKNOWN, false);

  static final ObjectState NEW =
      new ObjectState(0, 0, BLOCKING, Value.Special.BOTTOM, Value.Special.BOTTOM, false);

  private final int must;
  private final int may;
  private final int mode;
  private final Value setting;
  private final Value sent;
  private final boolean dropped;

  private ObjectState(int must, int may, int mode, Value setting, Value sent, boolean dropped) {
    this.must = must;
    this.may = may;
    this.mode = mode;
    this.setting = setting;
    this.sent = sent;
    this.dropped = dropped;
  }

  /** Whether all of these events happened on every path. */
  public boolean must(int events) {
    return (must & events) == events;
  }

  /** Whether any of these events may have happened. */
  public boolean may(int events) {
    return (may & events) != 0;
  }

  /** The possible modes: {@link #BLOCKING}, {@link #LIMITED}, {@link #NON_BLOCKING}. */
  public int mode() {
    return mode;
  }

  public boolean isOnly(int wantedMode) {
    return mode == wantedMode;
  }

  /**
   * The remembered setting: of a TLS context its verify_mode, of a connected socket its peer's
   * address; BOTTOM when it was never set. A context begins with what it does by default.
   */
  public Value setting() {
    return setting;
  }

  /** The only thing sent so far: BOTTOM for nothing, UNKNOWN for more than one. */
  public Value sent() {
    return sent;
  }

  /** Whether nothing refers to it any more. */
  boolean isDropped() {
    return dropped;
  }

  ObjectState with(int events) {
    return new ObjectState(must | events, may | events, mode, setting, sent, false);
  }

  /** The events happened on some paths. */
  ObjectState maybe(int events) {
    return new ObjectState(must, may | events, mode, setting, sent, false);
  }

  /** Of the TLS socket around a socket in this state. */
  ObjectState wrapped() {
    return new ObjectState(
        must & CONNECT,
        may & (CONNECT | CONNECT_FAILED | ESCAPE),
        mode,
        setting,
        Value.Special.BOTTOM,
        false);
  }

  ObjectState withMode(int newMode) {
    return new ObjectState(must | LIMIT, may | LIMIT, newMode, setting, sent, false);
  }

  ObjectState withSetting(Value newSetting) {
    return new ObjectState(must, may, mode, newSetting, sent, false);
  }

  ObjectState withSent(Value data) {
    Value now = sent == Value.Special.BOTTOM ? data : Value.Special.UNKNOWN;
    return new ObjectState(must | SEND, may | SEND, mode, setting, now, false);
  }

  /** After code that may do anything with it. */
  ObjectState escaped() {
    return new ObjectState(
        must | ESCAPE, ALL_EVENTS, ANY_MODE, Value.Special.UNKNOWN, Value.Special.UNKNOWN, false);
  }

  ObjectState asDropped() {
    return new ObjectState(must, may, mode, setting, sent, true);
  }

  /** What holds when either is the case; an object that nothing refers to does not count. */
  ObjectState join(ObjectState other) {
    if (this == other || other.dropped) {
      return this;
    }
    if (dropped) {
      return other;
    }
    return new ObjectState(
        must & other.must,
        may | other.may,
        mode | other.mode,
        Values.join(setting, other.setting),
        sent.equals(other.sent) ? sent : Value.Special.UNKNOWN,
        false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectState that
        && that.must == must
        && that.may == may
        && that.mode == mode
        && that.dropped == dropped
        && that.setting.equals(setting)
        && that.sent.equals(sent);
  }

  @Override
  public int hashCode() {
    return must * 31 + may;
  }
}
