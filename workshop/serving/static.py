"""Static files that are compressed once, not once a request, and kept by the browser for ever."""

import gzip
import mimetypes
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tornado.web import StaticFileHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler

from workshop.widgets.parts import files

WORTH_IT = re.compile(r"(text/.*|application/(javascript|json)|image/svg\+xml)")
SMALLEST = 512  # bytes; below, compressing gains nothing
NAMED_BY_CONTENT = re.compile(r"-[A-Z0-9]{8}\.\w+$")
KEPT = 256


@lru_cache(KEPT)
def compressed(path: str, changed: int) -> bytes:
    """A file, gzipped; made once for each state of it."""
    return gzip.compress(Path(path).read_bytes(), 9, mtime=0)


class _CompressedOnce(StaticFileHandler):
    """Sends a file's compressed form to whoever takes it, and the file itself to all others."""

    async def get(self, path: str, include_body: bool = True) -> None:
        self.set_header("Vary", "Accept-Encoding")
        if not self._wanted():
            await super().get(path, include_body)
            return
        self.path = self.parse_url_path(path)
        found = self.get_absolute_path(self.root, self.path)  # which may change the root
        self.absolute_path = self.validate_absolute_path(self.root, found)
        if self.absolute_path is None:
            return
        file = Path(self.absolute_path)
        kind = mimetypes.guess_type(file.name)[0] or ""
        state = file.stat()
        if state.st_size < SMALLEST or not WORTH_IT.fullmatch(kind):
            await super().get(path, include_body)
            return
        self.modified = self.get_modified_time()
        self.set_headers()
        self.set_header("Content-Type", kind)
        self.set_header("Content-Encoding", "gzip")
        if self.should_return_304():
            self.set_status(304)
            return
        body = compressed(str(file), state.st_mtime_ns)
        self.set_header("Content-Length", len(body))
        if include_body:
            self.write(body)
        await self.flush()

    def set_extra_headers(self, path: str) -> None:
        """Let browsers keep what has its version in its address."""
        if "v" in self.request.query_arguments or NAMED_BY_CONTENT.search(path):
            self.set_header("Cache-Control", "max-age=31536000, immutable")

    def compute_etag(self) -> str | None:
        """Name the compressed form differently from the plain one."""
        etag = super().compute_etag()
        return etag and etag[:-1] + '-gzip"' if self._wanted() else etag

    def _wanted(self) -> bool:
        taken = self.request.headers.get("Accept-Encoding", "")
        return "gzip" in taken and "Range" not in self.request.headers


class CompressedFiles(_CompressedOnce):
    """Files of one folder."""


class PartsFiles(CompressedFiles):
    """The files of widgets' parts, and those that all of them are joined in."""

    async def get(self, path: str, include_body: bool = True) -> None:
        """Send a file, or what stands in none."""
        if path not in files.JOINED:
            await super().get(path, include_body)
            return
        self.set_extra_headers(path)
        self.set_header("Vary", "Accept-Encoding")
        self.set_header("Content-Type", files.TYPES[Path(path).suffix])
        if self._wanted():
            self.set_header("Content-Encoding", "gzip")
        if include_body:
            self.write(_joined(path) if self._wanted() else files.JOINED[path]())

    def compute_etag(self) -> str | None:
        """Name the state of a file; what is joined has it in its address."""
        return None if self.path_args[0] in files.JOINED else super().compute_etag()


@cache
def _joined(name: str) -> bytes:
    return gzip.compress(files.JOINED[name]().encode(), 9, mtime=0)


class CompressedTemplateFiles(_CompressedOnce, TemplateStaticFileHandler):
    """Files of Voila's templates."""


class CompressedManyFiles(_CompressedOnce, MultiStaticFileHandler):
    """Files of several folders, laid over each other."""


REPLACED: dict[Any, Any] = {
    TemplateStaticFileHandler: CompressedTemplateFiles,
    MultiStaticFileHandler: CompressedManyFiles,
}
