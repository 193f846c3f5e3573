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
    """A release could not be read; the file is reported with this reason and has no findings."""
