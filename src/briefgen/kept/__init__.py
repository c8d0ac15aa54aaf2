"""What is kept from one run to the next in the person's cache folder; and what was made from what, so that a brief of
which nothing has changed need not be made again.

All here is light: a run in which nothing has changed loads nothing else. Kept are names of files and digests, and no
word of what the files hold.
"""
