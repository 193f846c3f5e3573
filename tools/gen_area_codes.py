"""Write German area codes and their places from the data of libphonenumber into ``presslint/facts/area_codes.py``.

The package that presslint runs with has no such data, and the full one must not stand beside it. So load the full one
into a folder of its own, and name the folder: ``pip download --no-deps phonenumbers``, unpack the wheel,
``python tools/gen_area_codes.py FOLDER``. The written file is committed.
"""

import argparse
import importlib
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "presslint" / "facts" / "area_codes.py"
COUNTRY = "49"
_HEAD = '''"""German area codes and the places they stand for. Written by tools/gen_area_codes.py; do not edit.

From the geographical data of libphonenumber, Apache License 2.0. Codes have no zero in front and stand below their
first two digits: ``;`` in front of each, a blank behind it, then its place.
"""

# ruff: noqa: E501

AREA_CODES = {
'''


def render(folder: str) -> str:
    """Return the text of the module; ``folder`` holds the unpacked full package ``phonenumbers``."""
    sys.path.insert(0, folder)
    data = importlib.import_module("phonenumbers.geodata").GEOCODE_DATA
    rows: dict[str, str] = {}
    for number, names in sorted(data.items()):
        code = number.removeprefix(COUNTRY)
        if code != number:
            place = " ".join((names.get("de") or names["en"]).split())
            rows[code[:2]] = rows.get(code[:2], "") + f";{code} {place}"
    return _HEAD + "".join(f'    "{head}": "{row};",\n' for head, row in rows.items()) + "}\n"


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder")
    TARGET.write_text(render(options.parse_args().folder), encoding="utf-8", newline="\n")
