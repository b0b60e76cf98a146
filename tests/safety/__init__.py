"""What entries from strangers must not be able to do."""
