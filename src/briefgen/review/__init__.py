"""What reviewers changed in Word: a DOCX that was sent out for review, read again, and compared with what it was.

A brief for review has each authored run in a content control whose tag is the path of its field, and contains
what its paragraphs were (`baseline`). This package knows paths and Office Open XML, not scenarios.
"""
