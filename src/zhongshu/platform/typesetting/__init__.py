"""Papers in the layout of GB/T 9704: a PDF of record and a Word copy to go on editing, from the same words."""
