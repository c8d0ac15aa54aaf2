"""What the YAML library complains of, in the words of the person who made the mistake, and how to mend it.

The library says where it stopped, which is often not where the mistake is. Each function of this package knows one
complaint, looks at the lines around it for the frequent mistakes behind it, and points at those.
"""
