"""What the tests of the real window share: a display of their own, and how much patience they need."""

import os
import subprocess

SLOW = float(os.environ.get("KINDLING_PATIENCE", "1"))  # sanitizers take longer


class Display:
    """A display that goes with the test."""

    def __init__(self):
        read, write = os.pipe()
        # Without -noreset it starts afresh whenever its last client goes, and drops whoever comes in that moment.
        self.server = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1400x1200x24", "-nolisten", "tcp"],
                                       pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()
