"""ZIP files that depend on nothing but what is in them: no times, no order of chance."""

import io
import zipfile
from collections.abc import Mapping

# The first moment that a ZIP can hold: files of a pack have no time of their own.
NO_TIME = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o100644 << 16
UNIX = 3


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as one ZIP, in the order given."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as pack:
        for name, data in files.items():
            pack.writestr(_entry(name), data)
    return held.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP that this program wrote itself, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = PLAIN_FILE
    return entry
