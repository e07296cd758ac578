#!/usr/bin/env python3
"""Prepares and renders the demo's templates with the template helper and keeps the outcome, so that `sandbox up` needs
neither the helper nor its time.

  published.json  the rows that are in the database: the templates as they were before the latest edits (before/)
  rendered.json   what each published template gives, with marks like ⟦fullName⟧ in place of values

Run it after a change of regulation/, before/ or templates.json:  resources/demo/bake.py build/debug/java/template-engine.jar
"""
import json
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile

DEMO = pathlib.Path(__file__).resolve().parent
CONTENT = {"email": "notification.ftlh", "inbox": "notification.ftl", "diia": "notification.diia"}
# Not published yet: the story's missing letter and a new template.
UNPUBLISHED = {("email", "application-decided"), ("email", "appeal-registered")}


class Engine:
    def __init__(self, jar):
        self.process = subprocess.Popen(["java", "-jar", jar], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0

    def call(self, method, params):
        self.last += 1
        frame = json.dumps({"id": self.last, "method": method, "params": params}).encode()
        self.process.stdin.write(struct.pack(">I", len(frame)) + frame)
        self.process.stdin.flush()
        while True:
            size = struct.unpack(">I", self.process.stdout.read(4))[0]
            answer = json.loads(self.process.stdout.read(size))
            if answer.get("id") == self.last:
                if "result" not in answer:
                    sys.exit(f"{params}: {answer}")
                return answer["result"]


def metadata(file):
    """The two keys that the demo uses; `attributes` is a block of `key: value`."""
    title, attributes = None, {}
    for line in file.read_text().splitlines():
        key, _, value = line.partition(": ")
        if key == "title":
            title = value
        elif line.startswith("  "):
            attributes[key.strip()] = value
    return title, attributes


def main():
    engine = Engine(sys.argv[1])
    stories = json.loads((DEMO / "story/templates.json").read_text())
    published, rendered = [], {}
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder) / "notifications"
        shutil.copytree(DEMO / "regulation/notifications", tree)
        shutil.copytree(DEMO / "before/notifications", tree, dirs_exist_ok=True)
        for directory in sorted(tree.glob("*/*")):
            channel, name = directory.parent.name, directory.name
            if channel not in CONTENT or (channel, name) in UNPUBLISHED:
                continue
            text = (directory / CONTENT[channel]).read_text()
            if channel == "email":
                answer = engine.call("prepare", {"templates": [{"directory": str(directory), "text": text}]})
                text = answer[0]["content"]
            title, attributes = metadata(directory / "notification.yml")
            published.append({"channel": channel, "name": name, "title": title, "content": text,
                              "attributes": attributes})
            if channel != "diia" and name in stories:
                data = dict(stories[name]["parameters"], recipientRoles=["citizen"])
                answer = engine.call("render", {"name": name, "text": text,
                                                "data": json.dumps(data, ensure_ascii=False)})
                rendered[f"{channel}/{name}"] = {"subject": title, "message": answer["text"]}
    for file, value in (("published.json", published), ("rendered.json", rendered)):
        (DEMO / "story" / file).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


main()
