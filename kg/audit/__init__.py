"""Numbers that must add up: stated figures recomputed exactly, with what was taken for granted and what would mend them.

import kg.audit
kg.audit.check("share", ["144", "160"], "87%").outcome      # one calculation, without a case
kg.audit.audit(held)                                        # every case of a graph
"""

from __future__ import annotations

from kg.audit.checked import OUTCOMES, Checked
from kg.audit.checking import check
from kg.audit.interval import Interval
from kg.audit.stated import Stated, parse
from kg.audit.whole import ALARMS, Audit, audit

__all__ = ["ALARMS", "OUTCOMES", "Audit", "Checked", "Interval", "Stated", "audit", "check", "parse"]
