"""Runs a program so that whoever asks the kernel for an internet socket dies of it, it and all that it starts: a seccomp
filter that lets every call pass but socket(AF_INET, …) and socket(AF_INET6, …). Linux on x86-64 and arm64."""

import ctypes
import os
import platform
import signal
import struct
import subprocess

# The architecture as the kernel audits it, and the number of the call `socket` there.
MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
AF_INET, AF_INET6 = 2, 10
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, SECCOMP_MODE_FILTER = 22, 38, 2
LOAD_WORD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
KILL, ALLOW = 0x80000000, 0x7FFF0000
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def is_possible():
    return platform.system() == "Linux" and platform.machine() in MACHINES


def filter_of_this_machine():
    audited, call = MACHINES[platform.machine()]

    def step(code, value, if_so=0, if_not=0):
        return struct.pack("HBBI", code, if_so, if_not, value)

    return b"".join([
        step(LOAD_WORD, ARCHITECTURE),
        step(JUMP_IF_EQUAL, audited, 0, 6),
        step(LOAD_WORD, NUMBER),
        step(JUMP_IF_EQUAL, call, 0, 4),
        step(LOAD_WORD, FIRST_ARGUMENT),
        step(JUMP_IF_EQUAL, AF_INET, 1, 0),
        step(JUMP_IF_EQUAL, AF_INET6, 0, 1),
        step(RETURN, KILL),
        step(RETURN, ALLOW),
    ])


def forbid_internet():
    """For preexec_fn: from here on in this process and its children."""
    libc = ctypes.CDLL(None, use_errno=True)
    code = ctypes.create_string_buffer(filter_of_this_machine())
    program = Program(len(code.raw) // 8, ctypes.addressof(code))
    for call in ((PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)):
        if libc.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "the filter can't be set")


def was_killed(code):
    """Whether a process that ended so died of the filter, itself or what it ran."""
    return code in (-signal.SIGSYS, 128 + signal.SIGSYS)


def run(words, **more):
    return subprocess.run(words, preexec_fn=forbid_internet, capture_output=True, timeout=240, **more)


def start(words, **more):
    return subprocess.Popen(words, preexec_fn=forbid_internet, **more)


def kills(family):
    """That the filter works: a program that makes such a socket dies."""
    import sys
    return was_killed(run([sys.executable, "-c", f"import socket; socket.socket(socket.{family}).close()"],
                          env=dict(os.environ)).returncode)
