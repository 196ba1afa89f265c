"""What can go wrong in building the image."""


class ImageError(Exception):
    """The image cannot be built here; the message says why and what to do."""
