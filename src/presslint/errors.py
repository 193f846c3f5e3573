"""What can go wrong, one class per owner of the fault.

Each message says what is wrong, where, and what to do about it. All of them end a run, or one file of it, with exit
code 2; none is ever shown as a traceback.
"""


class PresslintError(Exception):
    """Base of all errors that presslint raises on purpose."""


class ConfigError(PresslintError):
    """The user's configuration or command line is wrong."""


class PackError(PresslintError):
    """A rule pack is wrong; the message begins with ``file:line``."""


class LoadError(PresslintError):
    """A release could not be read; the file is reported with this reason and has no findings.

    The text of the exception is English, as that of the others; :meth:`in_` gives it in the language of the reader.
    """

    def __init__(self, english: str, german: str = "") -> None:
        super().__init__(english)
        self.german = german

    def in_(self, language: str) -> str:
        """Return the reason in German for ``de``, where it has been translated, else in English."""
        return self.german if language == "de" and self.german else str(self)
