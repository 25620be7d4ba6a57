"""Shut the process of this package in: no files, no network, no children, little memory.

A file that takes over the process finds nothing there but its own bytes and the way back.
"""

import codecs
import os
import resource
import sys
from typing import BinaryIO

from PIL import Image


def shut_in(memory_limit_bytes: int, cpu_seconds: int) -> tuple[BinaryIO, BinaryIO]:
    """Give up all that is not needed, and return the ways in and out.

    What is open stays open; nothing can be opened from here on, and a socket is opened too.
    """
    # What would be loaded when it is first needed must be there before the door is shut.
    Image.init()
    codecs.lookup("cp437")  # names in a ZIP
    questions = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    for kind, limit in (
        (resource.RLIMIT_AS, memory_limit_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))
    return questions, answers
