"""The Word copy: the words of the paper, to go on editing; the PDF is the layout of record."""
