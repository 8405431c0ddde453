// Compiles Python sources with MicroPython itself, one JSON string a line on stdin, one answer a
// line on stdout: {"ok":true} or {"ok":false,"type":"SyntaxError","message":"...","line":3}.
import { createInterface } from "node:readline";

const release = process.argv[2];
const { loadMicroPython } = await import(`mp-${release.replace(".", "-")}`);
const options = { heapsize: 64 * 1024 * 1024, pystack: 64 * 1024, linebuffer: true, stdout: () => {}, stderr: () => {} };
const COMPILE = `
def __judge(source):
    try:
        compile(source, 'f', 'exec')
        return None
    except BaseException as e:
        import io, sys
        out = io.StringIO()
        sys.print_exception(e, out)
        return type(e).__name__ + '\\n' + str(e) + '\\n' + out.getvalue()
`;

let python = null;

async function interpreter() {
  if (python === null) {
    python = await loadMicroPython(options);
    python.runPython(COMPILE);
  }
  return python;
}

function answer(found) {
  if (found === null || found === undefined) {
    return { ok: true };
  }
  const [type, message] = found.split("\n", 2);
  const lines = [...found.matchAll(/line (\d+)/g)];
  return { ok: false, type, message, line: lines.length ? Number(lines[lines.length - 1][1]) : 0 };
}

// An interpreter that ran out of stack or memory is thrown away: a fresh one judges the next.
async function judge(source) {
  try {
    const mp = await interpreter();
    const compile = mp.globals.get("__judge");
    return answer(compile(source));
  } catch (error) {
    python = null;
    return { ok: false, type: "Aborted", message: String(error).slice(0, 200), line: 0 };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await judge(JSON.parse(line))) + "\n");
}
