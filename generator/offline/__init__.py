"""The site as one file that is read without a server: ``page`` fits a page for it, ``bundle`` packs all of them."""
