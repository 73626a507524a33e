"""Run by the Python of LibreOffice: opens a file twice, accepts all changes and rejects them, and saves each beside it.

Takes the program, the address of the file and that of a folder for a profile.
"""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}
SECONDS = 60


def setting(name: str, value: object) -> Any:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connected(pipe: str) -> Any:
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    until = time.monotonic() + SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def settle(context: Any, file: str) -> None:
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for name, command in COMMANDS.items():
        document = desktop.loadComponentFromURL(file, "_blank", 0, (setting("Hidden", True),))
        dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        document.storeToURL(f"{file}.{name}.docx", (setting("FilterName", "Office Open XML Text"),))
        document.close(True)
    desktop.terminate()


def main(program: str, file: str, profile: str) -> None:
    pipe = f"redline{hash(profile) % 10**8}"
    started = subprocess.Popen(
        [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        settle(connected(pipe), file)
        started.wait(20)
    finally:
        started.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
