"""What reviewers look at: questions that no program answers. CONTRIBUTING.md has the same list, and a test says so."""

from generator.labels import N_

LOOKS = (
    N_("Does every sentence rest on the source and the paragraph cited?"),
    N_(
        "Is it one practice, something done, set up or formally planned, under at least one provision of the observatory?"
    ),
    N_("Is the first provision the one that fits best?"),
    N_(
        "Do `status` and `evidence` say no more than the source? “Evaluated” and “replicated” need a source that shows it."
    ),
    N_("Can nobody unnamed be recognised, and is no person named?"),
    N_("Is it in plain words, and new: not an entry that is there already?"),
)
