"""Templates drawn by Python functions written from them: the same language, character by character the same result.

The framework goes through a template node by node, each time for whatever it might be. Here its own parser reads the
template once, and from the nodes a function is written, compiled and kept:

``loader``    finds templates, whose lists of nodes are …
``drawing``   … lists that draw themselves by such a function, one for each language and table of addresses, since
              sentences and addresses without arguments stand in it as plain text,
``source``    the text of such a function while it is written,
``flow``      what is written for ``{% if %}``, ``{% for %}``, ``{% with %}``, ``{% include %}``, blocks and ``{% extends %}``,
``words``     … for text, ``{{ … }}``, sentences, addresses and tags that are functions,
``reading``   … for expressions and conditions,
``values``    what such a function calls while it draws.

A node that nobody here knows draws itself as it always does; a new tag therefore needs nothing. Values live in one
flat dict, the topmost of the framework's own context, so that such nodes and tags that take the context find and leave
theirs there. A fault shows the line of the template. Where text is not escaped (mails), and while the house
is being built (``DEBUG``), the framework draws alone.
"""
