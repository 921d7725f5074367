"""What can go wrong on the shelf, as a code with values; sentences for it stand in assistant/messages."""


class ShelfError(Exception):
    """A fault a writer can understand and act on.

    ``code`` names a sentence in ``assistant/messages/*.toml``; ``values`` fill its ``$name`` places.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = tuple((name, str(value)) for name, value in values.items())
