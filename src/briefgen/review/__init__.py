"""A review from Word to YAML: what reviewers changed in a DOCX, and the new texts of the scenario's files.

A brief for review has each authored run in a content control whose tag is the path of its field, and contains its
paragraphs as they were sent out (`baseline`). `findings` reads the returned file, and `merge` writes what was
found. Both use the types of `model`.
"""
