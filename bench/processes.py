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


def commands_for(folder, name):
    """What people do with a cluster: look it over, ask one thing, list or group who can talk to whom."""
    path = os.path.join(folder, name)
    yield ["check", path]
    if name in ("L-deployments", "L-pods"):
        workload = "frontend-000" if name == "L-deployments" else "frontend-000-000"
        yield ["explain", "ns-0001/" + workload, "ns-0000/" + workload + ":8080", path]
    if "dump" not in name:
        every_pair = [] if name.startswith("XL") else ["--all"]
        yield ["map", *every_pair, "-o", "csv", path]


def main():
    postern, folder = sys.argv[1:]
    commands = [["--help"]]
    for name in sorted(os.listdir(folder)):
        commands.extend(commands_for(folder, name))
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
