"""YAML as plain values that remember their lines: as in the registries of a configuration."""

from presslint.config.document import MAX_BYTES, Document, read_document

__all__ = ["MAX_BYTES", "Document", "read_document"]
