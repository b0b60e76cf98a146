"""Links to other sites: gathered from what people wrote, each asked for once, reported and never a reason to stop.

``mentions`` finds the addresses, ``guard`` decides which of them may be asked and at which IP address, ``asking`` asks for
one, ``every`` for all, politely, and ``report`` tells what came of it.
"""
