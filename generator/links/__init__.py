"""Links within the site: what each page leads to, which anchors it has, and what leads nowhere.

``leads.extract`` takes a page, or a piece of one, and gives a small value that can be kept; ``whole.astray`` joins the
values of all pages; ``whole.broken_in`` does both for a folder on disk, reads each suspect a second time with a real
parser, and gives diagnostics.
"""
