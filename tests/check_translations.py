"""Fails on a visible text that a .ts file lacks or holds unfinished, and on one that no source has any more.

usage: check_translations.py LUPDATE SOURCE_FOLDER
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml


def messages(file: pathlib.Path) -> dict[tuple[str, str, str], bool]:
    """(context, source, comment) -> is it finished, of one .ts file."""
    found = {}
    for context in xml.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            finished = translation.get("type") is None and all(forms)
            found[name, message.findtext("source", ""), message.findtext("comment", "")] = finished
    return found


def main() -> int:
    lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted((root / "translations").glob("*.ts")):
            fresh = pathlib.Path(folder) / file.name
            shutil.copy(file, fresh)
            # The sources are English; their own file has only what they cannot spell.
            which = ["-pluralonly"] if file.stem == "plotleaf_en" else []
            command = [lupdate, "-silent", *which, "-no-obsolete", "-locations", "none", "-I", ".", "app", "core", "ui", "-ts", str(fresh)]
            subprocess.run(command, cwd=root, check=True)
            kept, wanted = messages(file), messages(fresh)
            problems += [f"{file.name}: missing: {context}: {source}" for context, source, _ in wanted.keys() - kept.keys()]
            problems += [f"{file.name}: no longer used: {context}: {source}" for context, source, _ in kept.keys() - wanted.keys()]
            problems += [f"{file.name}: unfinished: {key[0]}: {key[1]}" for key, finished in kept.items() if not finished]
    print("\n".join(sorted(problems)) or "all texts are translated")
    print(f"{len(problems)} problems; `ninja refresh_translations` refreshes the files")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
