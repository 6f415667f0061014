#!/usr/bin/env python3
"""libcurl and expat come into a program when a WebDAV store is used, and not before: nothing links them. KINDLING_PROGRAMS names the
programs, KINDLING_STORE_SAMPLE one that has all of the stores' code."""

import os
import re
import subprocess
import tempfile
import unittest

SAMPLE = os.environ["KINDLING_STORE_SAMPLE"]
PROGRAMS = [*os.environ["KINDLING_PROGRAMS"].split(":"), SAMPLE]
NETWORK = re.compile(r"libcurl|libssl|libgnutls|libnghttp2")


def opened(*words):
    """The shared libraries that a run of the sample opens, and the sockets that it makes."""
    with tempfile.NamedTemporaryFile("r") as trace:
        subprocess.run(["strace", "-f", "-qq", "-e", "trace=openat,open,socket,connect", "-o", trace.name, SAMPLE, *words], input=b"\n",
                       capture_output=True, timeout=120, env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
        return trace.read()


class Loading(unittest.TestCase):
    def test_nothing_links_what_speaks_to_the_network(self):
        for program in PROGRAMS:
            listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
            self.assertIn("libc.so", listed)
            # The desktop's own libraries bring expat along, for the window.
            self.assertIsNone(NETWORK.search(listed), f"{program}: {listed}")
            needed = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
            self.assertNotRegex(needed, r"NEEDED.*(libexpat|libcurl)", program)

    def test_a_folder_loads_neither_and_opens_no_socket(self):
        with tempfile.TemporaryDirectory(prefix="kindling-stores-") as folder:
            trace = opened(f"folder:{folder}", "check")
            self.assertIn(folder, trace)
            self.assertNotRegex(trace, r"libcurl|libexpat|socket\(|connect\(")

    def test_a_webdav_store_loads_both(self):
        # Nobody listens there.
        trace = opened("http://127.0.0.1:9/dav", "--http", "list", "s")
        self.assertRegex(trace, r"libcurl")
        self.assertRegex(trace, r"libexpat")
        self.assertRegex(trace, r"connect\(")


if __name__ == "__main__":
    unittest.main()
