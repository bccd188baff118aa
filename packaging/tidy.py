"""Runs clang-tidy over a build folder's sources, as many at a time as there are cores; fails on any finding.

usage: tidy.py BUILD [NAME]   NAME: only what has it in its path

The build is a unity build, so that Qt's headers are read once for a dozen files of ours. What has been found clean is not looked at again until it, a header of ours, or the rules change: its
name is kept below BUILD/tidy under the hash of all of these.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

OURS = "(app|core|ui|tests)"
# A unity file includes .cpp files, which is what it is for.
UNITY_CHECKS = "-bugprone-suspicious-include"


def rules_hash() -> bytes:
    """Of everything that a result depends on besides the file itself."""
    digest = hashlib.sha256(pathlib.Path(".clang-tidy").read_bytes())
    digest.update(pathlib.Path(__file__).read_bytes())
    headers = subprocess.run(["git", "ls-files", "*.h"], capture_output=True, text=True, check=True).stdout.split()
    for header in sorted(headers):
        digest.update(pathlib.Path(header).read_bytes())
    return digest.digest()


def parts(source: pathlib.Path) -> list[pathlib.Path]:
    """The files of ours that make up `source`: those that a unity file includes, or the file alone."""
    if "/Unity/" not in source.as_posix():
        return [source]
    return [pathlib.Path(name) for name in re.findall(r'#include "(.*\.cpp)"', source.read_text())]


def is_ours(source: pathlib.Path, build: pathlib.Path) -> bool:
    """Whether `source` holds anything that a person wrote."""
    return any(not part.is_relative_to(build.resolve()) for part in parts(source))


def without_repeats(sources: list[pathlib.Path]) -> list[pathlib.Path]:
    """`sources` without those whose every part is in another one; programs may compile a library's files again."""
    seen, kept = set(), []
    for source in sorted(sources, key=lambda one: (-len(parts(one)), one)):
        if not seen.issuperset(parts(source)):
            kept.append(source)
            seen.update(parts(source))
    return sorted(kept)


def check(source: pathlib.Path, build: pathlib.Path, rules: bytes) -> str:
    """The findings in `source`, empty when there are none."""
    digest = hashlib.sha256(rules)
    for part in parts(source):
        digest.update(part.as_posix().encode() + part.read_bytes())
    mark = build / "tidy" / digest.hexdigest()
    if mark.exists():
        return ""
    unity = source not in parts(source)
    command = ["clang-tidy", "--quiet", "-p", str(build), f"--header-filter=^{os.getcwd()}/{OURS}/"]
    # The compile commands are GCC's, which does not mind what libstdc++ deprecates for its own use.
    command += ["--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-deprecated-declarations"]
    command += [f"--checks={UNITY_CHECKS}"] if unity else []
    run = subprocess.run([*command, str(source)], capture_output=True, text=True)
    if run.returncode != 0:
        return run.stdout + run.stderr
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    return ""


def main() -> int:
    build = pathlib.Path(sys.argv[1])
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    commands = json.loads((build / "compile_commands.json").read_text())
    sources = sorted({pathlib.Path(entry["file"]) for entry in commands})
    sources = without_repeats([one for one in sources if is_ours(one, build)])
    sources = [one for one in sources if only in one.as_posix()]
    rules = rules_hash()
    failed = 0
    workers = int(os.environ.get("PLOTLEAF_TIDY_JOBS", os.cpu_count() or 2))
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        for source, findings in zip(sources, pool.map(lambda one: check(one, build, rules), sources)):
            print(f"--- {source}{': clean' if not findings else chr(10) + findings}", flush=True)
            failed += bool(findings)
    print(f"clang-tidy: {len(sources)} units, {failed} with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
