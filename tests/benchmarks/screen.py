"""A screen of its own to measure windows on, and how to see that a window is mapped and painted: Xvfb and Xlib."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from typing import Any

NEEDED = ("Xvfb", "openbox", "xdotool")
_COLOURS = 12
"""So many different pixels mean that words are painted, not a bare background."""
_ALL_PLANES, _Z_PIXMAP = 2**64 - 1, 2
_VIEWABLE = 2


class _Attributes(ctypes.Structure):
    """XWindowAttributes. Source: X11/Xlib.h."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        *((name, ctypes.c_void_p) for name in ("visual", "root")),
        *((name, ctypes.c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


@contextmanager
def screen() -> Iterator[Screen]:
    """A bare desktop with a window manager, with room for a window of 1366 × 768 and its frame, until the block ends."""
    if not all(shutil.which(tool) for tool in NEEDED):
        raise SystemExit("These figures need a screen: apt-get install xvfb openbox xdotool dbus-x11 gnucash")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            made = Screen(f":{told.readline().strip()}")
        manager = subprocess.Popen(["openbox"], env=made.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            made.wait_for(made.has_manager, "No window manager came up.")
            yield made
        finally:
            made.close()
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()


class Screen:
    """One display, looked at through Xlib: asking costs the measured programs next to nothing."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x: Any = ctypes.CDLL(find_library("X11"))
        for function in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, function).restype = ctypes.c_void_p
        for function in ("XDefaultRootWindow", "XGetPixel", "XInternAtom"):
            getattr(self._x, function).restype = ctypes.c_ulong
        self._x.XSetErrorHandler(_IGNORE)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def environment(self, **more: str) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", **more}

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def wait_for(self, done: Callable[[], bool], sentence: str, seconds: float = 60) -> None:
        end = time.perf_counter() + seconds
        while not done():
            if time.perf_counter() > end:
                raise SystemExit(sentence)
            time.sleep(0.005)

    def has_manager(self) -> bool:
        asked = subprocess.run(["xdotool", "get_num_desktops"], env=self.environment(), capture_output=True, check=False)
        return bool(asked.stdout.strip())

    def shows(self, title: str) -> bool:
        """Whether a window whose title begins so is mapped and painted with words."""
        return any(self._title(window).startswith(title) and self._is_painted(window) for window in self._below(self._root, 3))

    def _below(self, window: ctypes.c_ulong, depth: int) -> list[ctypes.c_ulong]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        refs = (ctypes.byref(each) for each in (root, parent, children, count))
        if not self._x.XQueryTree(self._display, window, *refs):
            return []
        own = [ctypes.c_ulong(children[at]) for at in range(count.value)]
        if count.value:
            self._x.XFree(children)
        return own + [further for each in own if depth > 1 for further in self._below(each, depth - 1)]

    def _title(self, window: ctypes.c_ulong) -> str:
        name = ctypes.c_char_p()
        if not self._x.XFetchName(self._display, window, ctypes.byref(name)) or name.value is None:
            return ""
        words = name.value.decode("utf-8", "replace")
        self._x.XFree(name)
        return words

    def _is_painted(self, window: ctypes.c_ulong) -> bool:
        seen = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, window, ctypes.byref(seen)) or seen.map_state != _VIEWABLE:
            return False
        size = (seen.width, seen.height // 2)
        image = self._x.XGetImage(self._display, window, 0, 0, *size, ctypes.c_ulong(_ALL_PLANES), _Z_PIXMAP)
        if not image:
            return False
        image = ctypes.c_void_p(image)
        colours = {self._x.XGetPixel(image, x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}
        self._x.XDestroyImage(image)
        return len(colours) >= _COLOURS


_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
# A window may go while it is looked at: that is no fault.
_IGNORE = _HANDLER(lambda _display, _event: 0)
