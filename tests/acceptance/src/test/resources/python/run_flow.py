"""Run a flow's module once a case, each in a process of its own, on one Prefect server.

Arguments: the module, a JSON file with the environment variables of each case, and a
folder that gets what each case prints; FLOW among a case's variables is another module.
The answer is a line with name and exit code a case.
"""

import json
import os
import runpy
import sys
import traceback
from pathlib import Path

import httpx  # noqa: F401
import prefect.flow_engine
import prefect.task_engine
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.testing.utilities import prefect_test_harness

AT_ONCE = 3


def serve(url: int, end: int) -> None:
    """Be a server until the other end of a pipe is closed."""
    with prefect_test_harness(server_startup_timeout=180):
        os.write(url, PREFECT_API_URL.value().encode())
        os.close(url)
        os.read(end, 1)


def run(module: str, variables: dict[str, str], output: Path, url: str) -> int:
    """Run the module as python -m does, and return its exit code."""
    with output.open("w") as printed:
        os.dup2(printed.fileno(), 1)
        os.dup2(printed.fileno(), 2)
    os.environ.update(variables)
    try:
        with temporary_settings({PREFECT_API_URL: url}):
            runpy.run_module(variables.get("FLOW", module), run_name="__main__", alter_sys=True)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def main(module: str, file: str, folder: str) -> None:
    """Run every case; modules are imported once, before the processes part."""
    cases = json.loads(Path(file).read_text())
    (url_read, url_write), (end_read, end_write) = os.pipe(), os.pipe()
    server = os.fork()
    if server == 0:
        os.close(end_write)
        serve(url_write, end_read)
        sys.exit()
    os.close(url_write)
    url = os.read(url_read, 1000).decode()
    waiting, running = list(cases), {}
    while waiting or running:
        while waiting and len(running) < AT_ONCE:
            case = waiting.pop(0)
            process = os.fork()
            if process == 0:
                os.close(end_write)
                sys.exit(run(module, cases[case], Path(folder, case + ".txt"), url))
            running[process] = case
        process, status = os.wait()
        print(running.pop(process), os.waitstatus_to_exitcode(status), flush=True)
    os.close(end_write)
    os.waitpid(server, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
