"""Uploads on their way in: of a file over intake's limit no more is kept than tells that it is over."""

from django.core.files.uploadhandler import TemporaryFileUploadHandler

from factcheck.intake import limits


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Keeps a file on disk up to one byte over the limit, and counts the rest: its size is the whole file's."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keeps of the chunk what there is still room for."""
        room = max(0, limits.MAX_FILE_BYTES + 1 - start)
        self.file.write(raw_data[:room])
