"""Help in writing a case: a new folder, entries added to its files, completion in an editor."""
