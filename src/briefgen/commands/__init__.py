"""The use cases of the program: check a scenario, render it, start a new one, and so on.

Each is a function of a report, to which it adds what it finds, the world, and what was asked for; none prints.
"""
