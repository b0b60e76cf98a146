"""Pagefind's own program, spoken to without its Python client, which waits a tenth of a second for every answer.

The program reads messages from a pipe, JSON in base64 with a comma behind each, and answers in order. The records of a shard are said one
after another, the answer to the last message is its files. So a shard takes one process, which ends with it, and gives all memory back.
"""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Any

from generator.diagnostics import shortened
from generator.search.installed import WAY_OUT, UnindexedError
from generator.search.records import Record

CHUNK = 2000
"""Places of words in a file of the index: the less, the less a reader fetches for a word, and the more files there are."""


def index(records: Iterable[Record], language: str, threads: int) -> dict[str, bytes]:
    """The files that Pagefind makes of some records, by path; each is said once it is made. Raises UnindexedError."""
    env = {
        **os.environ,
        "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK),
        "RAYON_NUM_THREADS": str(threads),
        "TOKIO_WORKER_THREADS": str(threads),
    }
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - of the package that is locked, and told nothing but words
            [_place(), "--service"], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=env
        )
    except OSError as error:
        raise UnindexedError(f"Pagefind, which indexes search, does not start: {error.strerror}; {WAY_OUT}") from None
    said, heard = process.stdin, process.stdout
    if said is None or heard is None:
        raise RuntimeError("the program was started without its pipes")
    listener = ThreadPoolExecutor(1)
    try:
        files = listener.submit(_files, heard)
        _say(said, _messages(records, language))
        return files.result()
    finally:
        process.kill()
        process.wait()
        listener.shutdown()
        heard.close()
        with suppress(BrokenPipeError):
            said.close()


_BLOCK = 1 << 20  # bytes read at once


def _place() -> str:
    try:
        from pagefind_bin_extended import get_executable  # type: ignore[import-untyped]
    except ImportError:
        raise UnindexedError(f"Pagefind, which indexes search, is not installed; {WAY_OUT}") from None
    try:
        return str(get_executable())
    except OSError as error:
        raise UnindexedError(f"Pagefind, which indexes search, is damaged: {error}; {WAY_OUT}") from None


def _messages(records: Iterable[Record], language: str) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": None}
    for one in records:
        yield {
            "type": "AddRecord", "index_id": 0, "url": one.id, "content": one.text, "language": language,
            "meta": one.fields, "filters": None, "sort": None,
        }  # fmt: skip
    yield {"type": "GetFiles", "index_id": 0}


def _say(pipe: IO[bytes], messages: Iterator[dict[str, Any]]) -> None:
    with suppress(BrokenPipeError):  # where it has ended, that is told where its answers are read
        for number, payload in enumerate(messages):
            pipe.write(b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
            pipe.flush()
        # The pipe stays open: closing it would end the program before it answers.


def _files(pipe: IO[bytes]) -> dict[str, bytes]:
    for answer in _answers(pipe):
        if answer["type"] == "Error":
            raise UnindexedError(f"Pagefind, which indexes search, says: {shortened(answer['message'], 200)}")
        if "files" in answer:
            return {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    raise UnindexedError(f"Pagefind, which indexes search, ended before its work was done; {WAY_OUT}")


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    begun: list[bytes] = []
    while block := pipe.read1(_BLOCK):  # type: ignore[attr-defined]
        first, *others = block.split(b",")
        begun.append(first)
        for part in others:
            yield json.loads(b64decode(b"".join(begun)))["payload"]
            begun = [part]
