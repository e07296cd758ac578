#!/usr/bin/env python3
"""Reads the sources anew into console_uk.ts and console_en.ts (target update_translations).

lupdate knows tr() and translate(); the command line's tr_("…") belongs to the context "cli", which lupdate cannot be
told, so those strings are handed to it in a file of their own. English needs plural forms only.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
root = here.parent
lupdate = sys.argv[1] if len(sys.argv) > 1 else "/usr/lib/qt6/bin/lupdate"

literal = r'"(?:[^"\\]|\\.)*"'
strings = set()
for file in sorted((root / "app" / "cli").rglob("*.cpp")):
    for match in re.finditer(r"\btr_\(\s*((?:" + literal + r"\s*)+)", file.read_text(encoding="utf-8")):
        strings.add("".join(re.findall(literal, match.group(1))).replace('""', ""))

with tempfile.TemporaryDirectory() as folder:
    cli = pathlib.Path(folder) / "cli.cpp"
    lines = [f'QCoreApplication::translate("cli", {s});' for s in sorted(strings)]
    cli.write_text("#include <QCoreApplication>\nvoid f()\n{\n" + "\n".join(lines) + "\n}\n", encoding="utf-8")
    sources = [str(root / "app"), str(root / "widgets"), str(cli)]
    common = [lupdate, "-silent", "-no-obsolete", "-locations", "none", "-I", str(root), "-I", str(root / "app"),
              "-I", str(root / "models")]
    subprocess.run(common + sources + ["-ts", str(here / "console_uk.ts")], check=True)
    subprocess.run(common + ["-pluralonly"] + sources + ["-ts", str(here / "console_en.ts")], check=True)
