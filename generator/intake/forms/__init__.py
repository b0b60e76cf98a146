"""The questionnaire as it is sent out: a module a format."""
