"""Tests: examples of what goes in and what people see."""
