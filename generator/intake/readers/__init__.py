"""What comes back, read with care: a module a format. Each gives the practices in a file, or says what is wrong with it."""
