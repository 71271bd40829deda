"""Help in writing a case: a new folder, entries added to its files, completion in an editor."""

from kg.write.add import Added, add, keys
from kg.write.init import init, prepare_editor

__all__ = ["Added", "add", "init", "keys", "prepare_editor"]
