"""What a screen reader sees of a program on the accessibility bus. Import it on the bus that is meant: Atspi takes that."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def all_below(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from all_below(child)


def application(name):
    """Its window's object; None until it is there."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == name and child.get_child_count() == 1:
            return child
    return None


def has(node, state):
    node.clear_cache()
    return node.get_state_set().contains(state)
