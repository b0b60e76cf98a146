"""What the pictures show: counts as frozen records, each figure with the address of the entries that it counts.

A picture is a module here and a template; ``choice`` gives the addresses.
"""
