"""The questionnaire that is sent out: its questions and choices in a language, and a module for each format it is written in."""
