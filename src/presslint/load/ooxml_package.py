"""A Word document as a package of parts that refer to one another (ISO/IEC 29500-2)."""

import posixpath
from typing import NamedTuple

from presslint.errors import LoadError
from presslint.load.archive import Archive
from presslint.load.xml_tree import Parts

_DOCUMENT = "officeDocument"


class Relation(NamedTuple):
    """A reference from one part to another, or to an address. ``type`` is the last word of its type."""

    type: str
    target: str
    external: bool


class Package(Parts):
    """The parts of a document. An address outside it is only ever read as text."""

    __slots__ = ("main", "relations")

    def __init__(self, data: bytes) -> None:
        """Find the main part. Raises LoadError where there is none."""
        super().__init__(Archive(data))
        root = self.relations_of("")
        self.main = next((one.target for one in root.values() if one.type == _DOCUMENT), "word/document.xml")
        if self.main not in self.archive:
            raise LoadError(
                "the Word document has no text part (word/document.xml): open it in Word and save it again",
                "dem Word-Dokument fehlt der Textteil (word/document.xml): in Word öffnen und neu speichern",
            )
        self.relations = self.relations_of(self.main)

    def relations_of(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to, by id; the whole package where no part is named."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for one in root if root is not None else ():
            target = one.get("Target", "")
            external = one.get("TargetMode", "").lower() == "external"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, external)
        return found

    def part(self, type_: str) -> str:
        """Return the name of the part of that type that the main part refers to; nothing where there is none."""
        return next((one.target for one in self.relations.values() if one.type == type_ and not one.external), "")
