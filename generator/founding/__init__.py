"""Founds another observatory: the program copied, and around it a beginning of data that knows no treaty.

::

    answers    → Charter    what the new observatory is called, in which languages, and its articles
    model/     → files      registry, pages, an entry and tests to begin with; what is left open is filled in from the charter
    program    → files      generator, theme and what belongs to them, as they stand beside this package
"""
