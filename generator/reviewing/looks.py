"""What reviewers look at: questions that no program answers. CONTRIBUTING.md has the same list, and a test says so."""

from generator.phrase import phrase

LOOKS = (
    phrase("Does every sentence rest on the source and the paragraph cited?"),
    phrase(
        "Is it one practice, something done, set up or formally planned, under at least one provision of the observatory?"
    ),
    phrase("Is the first provision the one that fits best?"),
    phrase(
        "Do `status` and `evidence` say no more than the source? “Evaluated” and “replicated” need a source that shows it."
    ),
    phrase("Can nobody unnamed be recognised, and is no person named?"),
    phrase("Is it in plain words, and new: not an entry that is there already?"),
)
