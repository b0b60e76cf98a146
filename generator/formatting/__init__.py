"""The one form of entries and translations: which files have it, and the others written in it.

A file is read by ``load``, laid out anew (``layout``, ``brackets``) with its comments (``notes``), and read again before
anybody sees the outcome: where that does not say the same, the file is left alone.
"""
