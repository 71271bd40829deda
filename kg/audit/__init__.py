"""Numbers that must add up: stated figures recomputed exactly, with what was taken for granted and what would mend them.

import kg.audit
kg.audit.check("share", ["144", "160"], "87%").outcome      # one calculation, without a case
"""

from __future__ import annotations

from kg.audit.checked import OUTCOMES, Checked, check
from kg.audit.interval import Interval
from kg.audit.stated import Stated, parse

__all__ = ["OUTCOMES", "Checked", "Interval", "Stated", "check", "parse"]
