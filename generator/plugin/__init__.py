"""The MkDocs adapter: hands the engine a stub per frame, takes its shells, and lets the pipeline hang our pages.

The only package that imports mkdocs. Whether the engine is started by ``mkdocs build`` or by ``observatory``, the site is
made by the pipeline; the engine draws its frames and the hand-written pages into a folder of its own.
"""

from generator.plugin.engine import MkDocs
from generator.plugin.hooks import ObservatoryPlugin

__all__ = ["MkDocs", "ObservatoryPlugin"]
