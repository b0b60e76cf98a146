"""Practices from people who never see a file: forms that are sent out, and what comes back, made into entries."""
