"""What a view is given: Django's request, with who acts and when."""

from datetime import datetime

from django.http import HttpRequest

from zhongshu.kernel.actors import Actor


class Request(HttpRequest):
    """The type of ``request`` in every view behind the door.

    ``actor``  who acts, with what follows from today's appointments; set by the middleware.
    ``at``     the one moment of this request; handed to services as ``at``.

    It is a type only: Django makes its own requests, the middleware adds the two.
    """

    actor: Actor
    at: datetime
