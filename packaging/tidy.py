"""Runs clang-tidy over the files named on standard input, two at a time, and fails if any has a finding.

A file that has been found clean is not looked at again until it, a header of ours, or the rules change:
its name is kept below build/lint/tidy under the hash of all of these.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys


def rules_hash() -> bytes:
    """Of everything that a result depends on besides the file itself."""
    digest = hashlib.sha256(pathlib.Path(".clang-tidy").read_bytes())
    headers = subprocess.run(["git", "ls-files", "*.h"], capture_output=True, text=True, check=True).stdout.split()
    for header in sorted(headers):
        digest.update(pathlib.Path(header).read_bytes())
    return digest.digest()


def check(file: str, build: pathlib.Path, rules: bytes) -> str:
    """The findings in `file`, empty when there are none."""
    key = hashlib.sha256(rules + file.encode() + pathlib.Path(file).read_bytes()).hexdigest()
    mark = build / "tidy" / key
    if mark.exists():
        return ""
    run = subprocess.run(["clang-tidy", "--quiet", "-p", str(build), file], capture_output=True, text=True)
    if run.returncode != 0:
        return run.stdout + run.stderr
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    return ""


def main() -> int:
    build = pathlib.Path(sys.argv[1])
    compiled = {os.path.relpath(entry["file"]) for entry in json.loads((build / "compile_commands.json").read_text())}
    files = [name for name in sys.stdin.read().split() if name in compiled]
    rules = rules_hash()
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, findings in zip(files, pool.map(lambda name: check(name, build, rules), files)):
            if findings:
                failed += 1
                print(f"--- {file}\n{findings}", flush=True)
    print(f"clang-tidy: {len(files)} files, {failed} with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
