"""English clause and the words of the facts -> whether it asserts what these do not say.

Modest: a clause is told when it has a verb or noun of deeds, results, causes or faults, speaks of no plan or
aim, and few of its words stand in the facts.
"""

import re

from assistant.headwords import headwords

DEED = (
    "established|launched|introduced|set up|created|built|developed|rolled out|implemented|organi[sz]ed"
    "|hosted|opened|partnered|formed|adopted|published|installed|upgraded|renovated|recruited|trained|conducted"
    "|convened|consulted|signed|completed|expanded|delivered|commissioned|piloted|digiti[sz]ed|audited"
)
RESULT = (
    "achieved|improved|reduced|increased|strengthened|enhanced|boosted|cut|won|received|earned|praised"
    "|awarded|recogni[sz]ed|significantly|markedly|successfully|resulted in|led to|record high"
    "|best practice|rose|fell|no (?:major |serious )?(?:incidents?|complaints?|accidents?)"
    "|well received|transformed"
)
CAUSE = "due to|because|owing to|caused by|thanks to|as a result of|stemmed from|driven by"
FAULT = (
    "lack(?:s|ed|ing)? (?:of )?|insufficient|shortages?|inadequate|weak(?:ness(?:es)?)?|failed to|fell short"
    "|delayed|outdated|understaffed|poor|gaps? in"
)
CLAIM = re.compile(rf"\b(?:{DEED}|{RESULT}|{CAUSE}|{FAULT})\b", re.I)
AIM = re.compile(
    r"\b(?:will|shall|aims? to|plans? to|intends? to|committed to|strives?|seeks? to|continues? to|must"
    r"|should|in order to|hopes? to|next year|going forward|looking ahead|remains?|focus(?:es)? on)\b",
    re.I,
)
COVERED = 0.5
"""Share of a clause's words that facts must hold."""
LEAST = 3
"""Words of a clause at least."""


def claims(clause: str, said: frozenset[str]) -> bool:
    """Whether an English clause claims what the facts do not say.

    >>> claims("We launched a mobile app for residents.", frozenset(("library", "loan")))
    True
    """
    own = headwords(clause)
    if len(own) < LEAST or AIM.search(clause) or not CLAIM.search(clause):
        return False
    return len(own & said) < COVERED * len(own)
