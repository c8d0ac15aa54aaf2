"""The sentences of the program: check a scenario, render it, begin a new one, explain a diagnostic.

Each is a function of the World and of what was asked for; none prints.
"""
