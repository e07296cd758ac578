#!/usr/bin/env python3
"""An outside program that sees only what a screen reader sees: finds the window's places by their names, goes to each
page, switches the language, and reads what is there then."""
import subprocess
import sys
import time

import pyatspi


def find(root, role, name, depth=0):
    if root is None or depth > 20:
        return None
    try:
        if root.getRole() == role and root.name == name:
            return root
        for i in range(root.childCount):
            found = find(root.getChildAtIndex(i), role, name, depth + 1)
            if found:
                return found
    except Exception:  # an object may vanish while it is looked at
        return None
    return None


def wait(what, ask, seconds=40):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.1)
    app = application()
    windows = [app.getChildAtIndex(i).name for i in range(app.childCount)] if app else None
    sys.exit(f"not seen: {what}; windows: {windows}; the console ended with {console.poll()}")


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    desktop.clear_cache()  # nobody listens to events here, so what was seen once would stay
    for i in range(desktop.childCount):
        child = desktop.getChildAtIndex(i)
        if child and child.name == "notification-console":
            return child
    return None


def press(node):
    action = node.queryAction()
    for i in range(action.nActions):
        if action.getName(i).lower() in ("press", "toggle", "click"):
            action.doAction(i)
            return
    sys.exit(f"{node.name} cannot be pressed")


# The registry must run before the window looks for it.
pyatspi.Registry.getDesktop(0).childCount
console = subprocess.Popen([sys.argv[1], "--lang", "en"])
try:
    app = wait("the application", application)
    roles = (pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX)

    def button(name):
        for role in roles:
            found = find(app, role, name)
            if found:
                return found
        return None

    for page in ("Channels", "Templates", "Topics", "Failures", "Activity", "Overview"):
        press(wait(f"the place {page}", lambda: button(page)))
        wait(f"the window's title {page}",
             lambda: any(page in (app.getChildAtIndex(i).name or "") for i in range(app.childCount)))
        print("seen:", page)
    press(wait("Commands", lambda: button("Commands")))
    line = wait("the palette's line", lambda: find(app, pyatspi.ROLE_TEXT, "Search for a command"))
    line.queryEditableText().setTextContents("Ukrainian")
    print("typed into the palette")
finally:
    console.terminate()
    console.wait(10)
