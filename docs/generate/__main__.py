"""`python -m docs.generate` renews what is made and kept in the repository."""

from docs.generate import KEPT, write

write(*KEPT)
