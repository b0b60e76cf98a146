"""A static site generator for observatories of good practices.

One way through, each stage a module::

    practices/article-05/ita-cascade-model.yml
      load       → Document     plain values that remember where each key and value stands
      check      → Diagnostics  none when the entry is sound
      recording  → Practice     a frozen record; nothing downstream asks "is it there?"
      catalogue  → Catalogue    all practices, and the questions one can ask of them
      pages      → Page         address, template and what the template may see
      publish    → the site     frames from the engine, filled, written and swapped in

The generator knows no treaty: everything about a convention is data in ``registry/``.
"""
