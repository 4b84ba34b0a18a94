"""Times the usual commands on the examples: several runs each, median and spread, plain text."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = [
    ["--version"],
    ["heads", "-C", "examples/todo"],
    ["schema", "--from", "models", "-C", "examples/todo"],
    ["schema", "--from", "history", "-C", "examples/todo"],
    ["check", "-C", "examples/todo"],
    ["check", "-C", "examples/template"],
    ["generate", "--dry-run", "-m", "bench", "-C", "examples/todo"],
]


def run(arguments):
    began = time.perf_counter()
    done = subprocess.run(
        ["./limbeck", *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    return time.perf_counter() - began, done


def main():
    runs = 7
    if len(sys.argv) > 1:
        if not sys.argv[1].isdigit() or int(sys.argv[1]) < 1:
            sys.exit(f"dev: bench takes a number of runs, not '{sys.argv[1]}'.\n     For example './dev bench 15'.")
        runs = int(sys.argv[1])
    run(["--version"])  # builds, and fills the file cache
    print(f"{'median':>8} {'min':>8} {'max':>8}  exit  command ({runs} runs)")
    for arguments in COMMANDS:
        times, codes = [], set()
        for _ in range(runs):
            seconds, done = run(arguments)
            times.append(seconds)
            codes.add(done.returncode)
        print(
            f"{statistics.median(times) * 1000:6.0f}ms {min(times) * 1000:6.0f}ms {max(times) * 1000:6.0f}ms"
            f"  {'/'.join(map(str, sorted(codes))):>4}  limbeck {' '.join(arguments)}"
        )


if __name__ == "__main__":
    main()
