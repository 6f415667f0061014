"""A client of an X display that sees what other programs draw: DAMAGE tells when, reading pixels back tells what. Moves the pointer
too. By the display's own libraries, without a Python package."""

import ctypes
import select
import time
import typing

LONGEST = 20  # s that something may go on drawing
SETTLED = 0.3  # s without a drawing
ROWS = 24
LEAST = 200  # pixels: what is smaller is no window to work in


class Image(ctypes.Structure):
    """The head of XImage."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("offset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_char)), ("byte_order", ctypes.c_int), ("unit", ctypes.c_int),
                ("bit_order", ctypes.c_int), ("pad", ctypes.c_int), ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int)]


class Attributes(ctypes.Structure):
    """The head of XWindowAttributes, and room for what follows."""
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("border", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong),
                ("window_class", ctypes.c_int), ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
                ("backing_store", ctypes.c_int), ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
                ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
                ("rest", ctypes.c_long * 16)]


class ExposeEvent(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int),
                ("height", ctypes.c_int), ("count", ctypes.c_int), ("rest", ctypes.c_long * 24)]


EXPOSE, EXPOSURE_MASK, VIEWABLE, Z_PIXMAP, ALL_PLANES, NON_EMPTY = 12, 1 << 15, 2, 2, ctypes.c_ulong(-1), 3
POINTER, LONG, INT = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int


def library(name, functions):
    loaded = ctypes.CDLL(name)
    for function, (result, *arguments) in functions.items():
        getattr(loaded, function).restype = result
        getattr(loaded, function).argtypes = arguments
    return loaded


def libraries():
    x11 = library("libX11.so.6", {
        "XOpenDisplay": (POINTER, ctypes.c_char_p), "XCloseDisplay": (INT, POINTER), "XDefaultRootWindow": (LONG, POINTER),
        "XConnectionNumber": (INT, POINTER), "XPending": (INT, POINTER), "XNextEvent": (INT, POINTER, POINTER),
        "XSync": (INT, POINTER, INT), "XFlush": (INT, POINTER), "XFree": (INT, POINTER), "XSetErrorHandler": (POINTER, POINTER),
        "XQueryTree": (INT, POINTER, LONG, POINTER, POINTER, POINTER, POINTER),
        "XGetWindowAttributes": (INT, POINTER, LONG, POINTER), "XDestroyImage": (INT, POINTER),
        "XGetImage": (ctypes.POINTER(Image), POINTER, LONG, INT, INT, ctypes.c_uint, ctypes.c_uint, LONG, INT),
        "XSendEvent": (INT, POINTER, LONG, INT, ctypes.c_long, POINTER)})
    damage = library("libXdamage.so.1", {
        "XDamageQueryExtension": (INT, POINTER, POINTER, POINTER), "XDamageCreate": (LONG, POINTER, LONG, INT),
        "XDamageSubtract": (None, POINTER, LONG, LONG, LONG)})
    test = library("libXtst.so.6", {
        "XTestFakeMotionEvent": (INT, POINTER, INT, INT, INT, LONG), "XTestFakeButtonEvent": (INT, POINTER, ctypes.c_uint, INT, LONG)})
    return x11, damage, test


# A window may go while it is looked at; by default that ends the client.
ignore_errors = ctypes.CFUNCTYPE(INT, POINTER, POINTER)(lambda display, error: 0)


class Window(typing.NamedTuple):
    name: int
    x: int
    y: int
    width: int
    height: int


class Client:
    """Sees what is drawn, and moves the pointer."""

    def __init__(self, name):
        self.x11, self.damages, self.test = libraries()
        self.x11.XSetErrorHandler(ignore_errors)
        self.display = self.x11.XOpenDisplay(name.encode())
        if not self.display:
            raise OSError(f"the display {name} doesn't answer")
        self.root = self.x11.XDefaultRootWindow(self.display)
        self.connection = self.x11.XConnectionNumber(self.display)
        first, error = INT(), INT()
        if not self.damages.XDamageQueryExtension(self.display, ctypes.byref(first), ctypes.byref(error)):
            raise OSError("the display doesn't tell what is drawn")
        self.damage = self.damages.XDamageCreate(self.display, self.root, NON_EMPTY)
        self.x11.XSync(self.display, 0)

    def close(self):
        self.x11.XCloseDisplay(self.display)

    def drawing(self, seconds):
        """When something was drawn next, or None."""
        end = time.perf_counter() + seconds
        event = (ctypes.c_long * 24)()
        while True:
            if self.x11.XPending(self.display):
                self.x11.XNextEvent(self.display, event)
                at = time.perf_counter()
                self.damages.XDamageSubtract(self.display, self.damage, 0, 0)
                self.x11.XFlush(self.display)
                return at
            left = end - time.perf_counter()
            if left <= 0 or not select.select([self.connection], [], [], left)[0]:
                return None

    def settle(self):
        end = time.perf_counter() + LONGEST
        while self.drawing(SETTLED) is not None and time.perf_counter() < end:
            pass

    def windows(self):
        """Those that are on the screen."""
        root, parent, children, count = LONG(), LONG(), ctypes.POINTER(LONG)(), ctypes.c_uint()
        self.x11.XQueryTree(self.display, self.root, *map(ctypes.byref, (root, parent, children, count)))
        found = []
        for i in range(count.value):
            about = Attributes()
            if self.x11.XGetWindowAttributes(self.display, children[i], ctypes.byref(about)) and about.map_state == VIEWABLE:
                found.append(Window(children[i], about.x, about.y, about.width, about.height))
        if count.value:
            self.x11.XFree(children)
        return [window for window in found if min(window.width, window.height) >= LEAST]

    def picture(self, window, top, height):
        """The pixels of some of its rows, or nothing of a window that has gone."""
        image = self.x11.XGetImage(self.display, window.name, 0, top, window.width, height, ALL_PLANES, Z_PIXMAP)
        if not image:
            return b""
        pixels = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        self.x11.XDestroyImage(image)
        return pixels

    def is_drawn(self, window):
        """Whether there is more on it than a background."""
        colours = set()
        for row in range(ROWS):
            pixels = self.picture(window, (2 * row + 1) * window.height // (2 * ROWS), 1)
            colours.update(memoryview(pixels).cast("I"))
        return len(colours) > 2

    def drawn_window(self):
        return next((window for window in self.windows() if self.is_drawn(window)), None)

    def point(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, int(x), int(y), 0)
        self.x11.XFlush(self.display)

    def button(self, is_down):
        self.test.XTestFakeButtonEvent(self.display, 1, is_down, 0)
        self.x11.XFlush(self.display)

    def ask_to_draw(self, window):
        """What a display says when a hidden part of the window has come to light."""
        event = ExposeEvent(type=EXPOSE, window=window.name, width=1, height=1)
        self.x11.XSendEvent(self.display, window.name, 0, EXPOSURE_MASK, ctypes.byref(event))
        self.x11.XFlush(self.display)
