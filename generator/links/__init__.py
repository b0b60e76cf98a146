"""Links within the site: what each page leads to, which anchors it has, and what leads nowhere.

``leads.extract`` takes a page, or a piece of one, and gives a small value that can be kept; ``whole.astray`` joins the
values of all pages, and ``whole.confirmed`` reads each suspect a second time with a real parser and gives diagnostics.
``whole.broken_in`` does all of it for files on disk.
"""
