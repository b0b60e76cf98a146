"""Every code that is told to anybody: of files that are not read, of rules, of links within the site, of imports and exports,
and of the form of files."""

from __future__ import annotations

from generator.formatting import faults as of_formatting
from generator.intake import faults as of_intake
from generator.links import faults as of_links
from generator.refusals import REFUSALS
from generator.rules import RULES
from generator.translating import faults as of_translating

EVERY = (*REFUSALS, *RULES, *of_links.RULES, *of_intake.RULES, *of_translating.RULES, *of_formatting.RULES)
"""Each rule once, by family and code."""
