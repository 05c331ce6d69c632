#!/usr/bin/env python3
"""Times whole processes: processes.py POSTERN FOLDER, where every folder inside is one input.

Median of five runs after one that is not counted: wall and CPU (user and system) time, peak memory,
as the operating system accounts for the finished process. A Markdown table.
"""
import os
import statistics
import subprocess
import sys
import time

RUNS = 5


def run(command):
    start = time.monotonic()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * unit


def main():
    postern, folder = sys.argv[1:]
    inputs = sorted(os.listdir(folder))
    commands = [["--help"]] + [["check", os.path.join(folder, name)] for name in inputs]
    print("| command | wall s | CPU s | peak MB |")
    print("| --- | ---: | ---: | ---: |")
    for arguments in commands:
        run([postern] + arguments)
        wall, cpu, peak = (
            statistics.median(figures)
            for figures in zip(*(run([postern] + arguments) for _ in range(RUNS)))
        )
        shown = " ".join(os.path.basename(word) for word in arguments)
        print(f"| `{shown}` | {wall:.2f} | {cpu:.2f} | {peak / 1e6:.0f} |", flush=True)


if __name__ == "__main__":
    main()
