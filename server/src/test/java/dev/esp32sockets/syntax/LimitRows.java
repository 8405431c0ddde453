package dev.esp32sockets.syntax;

import static dev.esp32sockets.syntax.LimitRow.always;
import static dev.esp32sockets.syntax.LimitRow.in;
import static dev.esp32sockets.syntax.LimitRow.never;

import java.util.ArrayList;
import java.util.List;

/** Every construct whose fate in MicroPython's compiler is known, release by release. */
final class LimitRows {
  private LimitRows() {}

  static List<LimitRow> all() {
    List<LimitRow> rows = new ArrayList<>();
    rows.addAll(statements());
    rows.addAll(displays());
    rows.addAll(literals());
    rows.addAll(python2());
    rows.addAll(sinceSome());
    rows.addAll(fStringsSinceSome());
    rows.addAll(untilSome());
    rows.addAll(more());
    return rows;
  }

  private static List<LimitRow> statements() {
    String section = "never";
    return List.of(
        never(section, "match x:\n    case 1:\n        pass\n"),
        never(section, "def f(a, /):\n    pass\n"),
        never(section, "f = lambda a, /: a\n"),
        never(section, "type X = int\n"),
        never(section, "def f[T](x):\n    pass\n"),
        never(section, "class A[T]:\n    pass\n"),
        never(section, "try:\n    pass\nexcept* E:\n    pass\n"),
        never(section, "with (open(a) as f, open(b) as g):\n    pass\n"),
        always(section, "with (open(a)):\n    pass\n"),
        never(section, "@x[0]\ndef f():\n    pass\n"),
        never(section, "@(f)\ndef g():\n    pass\n"),
        never(section, "@lambda f: f\ndef g():\n    pass\n"),
        never(section, "@a().b\ndef g():\n    pass\n"),
        always(section, "@a.b(c)\ndef g():\n    pass\n"),
        never(section, "async def f():\n    [x async for x in y]\n"),
        never(section, "async def f():\n    (x async for x in y)\n"),
        never(section, "async def f():\n    [await x for x in y]\n"),
        never(section, "def f():\n    [(yield) for x in y]\n"),
        never(section, "try:\n    pass\nexcept A, B:\n    pass\n"));
  }

  private static List<LimitRow> displays() {
    String section = "never";
    return List.of(
        never(section, "x = {**d}\n"),
        never(section, "x = [*a, 1]\n"),
        never(section, "x = (*a, 1)\n"),
        never(section, "x = *a, 1\n"),
        never(section, "x = {*a}\n"),
        never(section, "def f():\n    return 1, *x\n"),
        never(section, "def f():\n    yield 1, *x\n"),
        never(section, "for x in *a, b:\n    pass\n"),
        never(section, "a[*b]\n"),
        never(section, "del [a, b]\n"),
        never(section, "a[b := 1]\n"),
        never(section, "x = {b := 1}\n"));
  }

  private static List<LimitRow> literals() {
    String section = "never";
    return List.of(
        never(section, "f\"{x!a}\"\n"),
        never(section, "F\"{x}\"\n"),
        never(section, "f\"{(lambda: 1)()}\"\n"),
        never(section, "f\"{(x := 1)}\"\n"),
        LimitRow.otherPort(section, "t\"a\"\n"),
        never(section, "b\"a\" \"b\"\n"),
        never(section, "\"\\N{DEGREE SIGN}\"\n"),
        never(section, "\fx = 1\n"),
        never(section, "async = 1\n"),
        never(section, "await = 1\n"),
        never(section, "x".repeat(256) + " = 1\n"),
        always(section, "x".repeat(255) + " = 1\n"));
  }

  private static List<LimitRow> python2() {
    String section = "never";
    return List.of(
        never(section, "print x\n"),
        never(section, "exec x\n"),
        never(section, "a <> b\n"),
        never(section, "`a`\n"),
        never(section, "try:\n    pass\nexcept E, e:\n    pass\n"),
        never(section, "raise E, \"x\"\n"),
        never(section, "def f((a, b)):\n    pass\n"),
        never(section, "ur\"a\"\n"));
  }

  private static List<LimitRow> sinceSome() {
    String section = "since some release";
    return List.of(
        in(section, "1.13..", "(x := 1)\n"),
        in(section, "1.13..", "[y for x in z if (y := x)]\n"),
        in(section, "1.13..", "f(x := 1)\n"),
        in(section, "1.13..", "x: int = 1\n"),
        in(section, "1.13..", "x: int\n"),
        in(section, "1.13..", "self.a: int = 1\n"),
        in(section, "1.13..", "class A:\n    x: int = 1\n"),
        in(section, "1.13..", "def f():\n    x: int = 1\n"),
        in(section, "1.19..", "f(*a, *b)\n"),
        in(section, "1.19..", "f(**a, **b)\n"),
        in(section, "1.19..", "f(*a, b)\n"),
        in(section, "1.19..", "X = const(1.5)\n"),
        in(section, "1.19..", "X = const(\"a\")\n"),
        in(section, "1.19..", "X = const(b\"a\")\n"),
        in(section, "1.19..", "X = const((1, 2))\n"));
  }

  private static List<LimitRow> fStringsSinceSome() {
    String section = "since some release";
    return List.of(
        in(section, "1.17..", "f\"{x}\"\n"),
        in(section, "1.17..", "f\"{x}\\n\"\n"),
        in(section, "1.17..", "f\"{x=}\"\n"),
        in(section, "1.17..", "f\"{x:>5}\"\n"),
        in(section, "1.17..", "f\"{x:{w}}\"\n"),
        in(section, "1.17..", "f\"\"\"{x}\n\"\"\"\n"),
        in(section, "1.18..", "f\"{x[1:2]}\"\n"),
        in(section, "1.18..", "f\"{ {1: 2}[1] }\"\n"),
        in(section, "1.21..", "f\"{x!r}\"\n"),
        in(section, "1.21..", "f\"{x!s}\"\n"),
        in(section, "1.24..", "rf\"{x}\"\n"),
        in(section, "1.24..", "fr\"{x}\"\n"),
        in(section, "1.24..", "f\"a\" f\"b\"\n"),
        in(section, "1.24..", "f\"{f'{x}'}\"\n"));
  }

  private static List<LimitRow> untilSome() {
    String section = "until some release";
    return List.of(
        in(section, "..1.15", "async for x in y:\n    pass\n"),
        in(section, "..1.15", "async with x:\n    pass\n"),
        in(section, "..1.15", "def f():\n    async with x:\n        pass\n"),
        always(section, "async def f():\n    async with x:\n        pass\n"),
        in(section, "..1.18", "f(**k, *a)\n"),
        always(section, "f(a=1, a=2)\n"),
        in(section, "..1.24", "010\n"),
        in(section, "..1.24", "x = 0_1\n"),
        always(section, "x = 000\n"),
        in(section, "1.20..1.27", "f\"{}\"\n"),
        in(section, "..1.28", "f(a=1, *b)\n"));
  }

  private static List<LimitRow> more() {
    String section = "more";
    return List.of(
        always(section, "X = const(1)\n"),
        always(section, "print(const(5))\n"),
        in(section, "1.17..", "f\"{a\n}\"\n"),
        in(section, "1.17..", "f\"{d[\"k\"]}\"\n"),
        always(section, "def f(a: nowhere.at.all) -> nothing: pass\n"),
        always(section, "b\"%s\" % 1\n"),
        always(section, "x =\u00a01\n"),
        always(section, "print(\u201chi\u201d)\n"),
        always(section, "x\u00a0= 1\n"),
        never(section, "print(1)\u00a0\n"),
        never(section, "1 \u2013 2\n"),
        never(section, "print(\u201chi you\u201d)\n"),
        never(section, "x = 1\u0001\n"),
        never(section, "x = 1\u0000\n"),
        never(section, "\"\\x4\"\n"),
        never(section, "if x:\n        a\n    b\n"),
        never(section, "  x = 1\n"),
        never(section, "x = (1\n"),
        never(section, "\ufeffimport a\n"),
        always(section, "\ufeffprint(1)\n"),
        always(section, "def f():\n    await x\n"),
        always(section, "x = 1__0\n"),
        always(section, "if x:\n\ta\n        b\n"));
  }
}
