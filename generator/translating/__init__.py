"""What the commands for translations do: each a module of its own."""
