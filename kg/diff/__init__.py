"""What has changed between two graphs, builds, versions or cases: by thing and key, not by triple.

`compare` gives the changes in a fixed order, each with a sentence; `text` puts them on lines.
"""

from kg.diff.changes import Change, compare, text

__all__ = ["Change", "compare", "text"]
