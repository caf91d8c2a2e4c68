"""Documents as Word files: the parts of one, made from the model; an officer's base.docx gives it its looks."""
