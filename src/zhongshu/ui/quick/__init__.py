"""Templates drawn in a third of the time: the same language, the same result, less said between the lines.

A page is a thousand small steps, and the framework takes each of them for what it might be. What it is stands
in the template: a constant sentence, an address without arguments, a name to look up. :class:`~.loader.Loader`
compiles templates into nodes that know this. Everything else is left to the framework's own nodes. While the
house is being built (``DEBUG``) templates stay as they are, since errors are then shown with their line.
"""
