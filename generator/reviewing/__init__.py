"""What is different from an earlier revision, for whoever reviews it: found, and told in several ways."""
