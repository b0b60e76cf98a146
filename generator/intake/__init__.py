"""Practices from people who never see a file: what comes back of forms that were sent out, made into entries."""
