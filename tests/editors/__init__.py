"""What authors are shown in an editor, asked of the language server that editors ask."""
