"""The facts in words: the blocks of each part of a report."""
