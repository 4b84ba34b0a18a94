"""The judge of the oracle tests: real Alembic, SQLAlchemy, SQLModel and CPython behind a pipe.

One request a line comes in on stdin, one answer a line goes out on stdout, both JSON:

    {"id": 1, "job": "compare_metadata", "parameters": {...}}
    {"id": 1, "ok": true, "result": ...}
    {"id": 1, "ok": false, "error": {"type": "CommandError", "message": "...", "traceback": "..."}}

Each job runs in a fork of this process, so the libraries are imported once, and what a job
imports, registers or breaks is gone when it ends. The jobs are the public functions of the
modules jobs_*.py; their parameters are the functions' own.

A request may name a session: {"id": 2, "job": ..., "session": "any name"}. The jobs of a session
run one after the other in one fork, so that models and libraries are imported once for all of them;
the job "end_session" ends it.
"""

import io
import json
import os
import signal
import sys
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import jobs_alembic  # noqa: E402
import jobs_evaluate  # noqa: E402
import jobs_mariadb  # noqa: E402
import jobs_models  # noqa: E402
import jobs_read  # noqa: E402
import jobs_sqlite  # noqa: E402
import jobs_syntax  # noqa: E402

JOBS = {
    name: function
    for module in (jobs_alembic, jobs_evaluate, jobs_mariadb, jobs_models, jobs_read, jobs_sqlite, jobs_syntax)
    for name, function in vars(module).items()
    if callable(function) and not name.startswith("_") and function.__module__ == module.__name__
}


def versions():
    """The versions that judge."""
    import importlib.metadata

    found = {name: importlib.metadata.version(name) for name in ("alembic", "sqlalchemy", "sqlmodel", "psycopg")}
    return {"python": ".".join(map(str, sys.version_info[:3])), **found}


JOBS["versions"] = versions


class JobTimeout(Exception):
    """The job did not end in its time."""


def _ring(_signal, _frame):
    raise JobTimeout("the job did not end in its time")


def run_job(request):
    """Runs one job in this process and returns its answer."""
    printed = io.StringIO()
    sys.stdout = sys.stderr = printed
    signal.signal(signal.SIGALRM, _ring)
    signal.alarm(int(request.get("timeout", 120)))
    try:
        job = JOBS.get(request["job"])
        if job is None:
            raise LookupError(f"no job {request['job']!r}; jobs: {', '.join(sorted(JOBS))}")
        answer = {"ok": True, "result": job(**request.get("parameters", {}))}
        # Encoded here, so that a result that is not JSON is this job's error.
        return json.dumps({"id": request["id"], **answer})
    except BaseException as error:  # a job may also raise SystemExit
        answer = {
            "ok": False,
            "error": {
                "type": type(error).__name__,
                "message": str(error),
                "traceback": traceback.format_exc(),
                "printed": printed.getvalue()[-4000:],
            },
        }
        return json.dumps({"id": request["id"], **answer})
    finally:
        signal.alarm(0)


def run_forked(request):
    """Runs one job in a child and returns its answer line."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            pipe.write(run_job(request))
        # No clean-up of what the parent owns: its buffers and exit hooks are not this child's.
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        line = pipe.read()
    _, status = os.waitpid(child, 0)
    if line:
        return line
    error = {"type": "Died", "message": f"the job's process ended with status {status}", "traceback": ""}
    return json.dumps({"id": request["id"], "ok": False, "error": error})


SESSIONS = {}


class Session:
    """A child that runs job after job."""

    def __init__(self):
        requests, self._requests = os.pipe()
        self._answers, answers = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            # Its own copies would keep it from seeing the end of what it reads.
            os.close(self._requests)
            os.close(self._answers)
            with os.fdopen(requests, encoding="utf-8") as lines, os.fdopen(answers, "w", encoding="utf-8") as out:
                for line in lines:
                    out.write(run_job(json.loads(line)) + "\n")
                    out.flush()
            os._exit(0)
        os.close(requests)
        os.close(answers)
        self._requests = os.fdopen(self._requests, "w", encoding="utf-8")
        self._answers = os.fdopen(self._answers, encoding="utf-8")

    def run(self, request):
        self._requests.write(json.dumps(request) + "\n")
        self._requests.flush()
        error = {"type": "Died", "message": "the session's process ended", "traceback": ""}
        died = json.dumps({"id": request["id"], "ok": False, "error": error})
        return self._answers.readline().rstrip("\n") or died

    def end(self):
        self._requests.close()
        self._answers.close()
        os.waitpid(self._child, 0)


def run(request):
    """Runs one job where its request says."""
    session = request.get("session")
    if session is None:
        return run_forked(request)
    if request["job"] == "end_session":
        if session in SESSIONS:
            SESSIONS.pop(session).end()
        return json.dumps({"id": request["id"], "ok": True, "result": None})
    if session not in SESSIONS:
        SESSIONS[session] = Session()
    return SESSIONS[session].run(request)


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever prints to stdout must not enter the protocol
    for line in sys.stdin:
        answers.write(run(json.loads(line)) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
