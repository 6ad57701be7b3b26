"""What can go wrong before anything is served, said in a sentence."""

import errno
import os
from pathlib import Path

from tornado.netutil import bind_sockets

from workshop.packs.languages import LANGUAGE_VARIABLE
from workshop.serving.errors import ServingError


def use_pack(pack: str) -> None:
    """Try the trainer's pack, if there is one, in every language; kernels inherit where it is.

    Raises:
        ServingError: It is not there, or cannot be used.
    """
    from workshop.packs import PackError, load_pack
    from workshop.packs.loading import PACK_VARIABLE, spoken

    if pack:
        path = Path(pack).resolve()
        if not path.exists():
            raise ServingError(f"there is no pack at {path}")
        os.environ[PACK_VARIABLE] = str(path)
    try:
        for language in spoken():
            load_pack(language)
    except PackError as error:
        raise ServingError(f"the pack cannot be used. {error}") from None


def use_language(language: str) -> None:
    """Have kernels speak a language where nobody asks for another; nothing if it is empty.

    Raises:
        ServingError: There is no pack in this language.
    """
    from workshop.packs.loading import spoken

    if language and language not in spoken():
        raise ServingError(f"--lang {language}: there is {', '.join(spoken())}")
    if language:
        os.environ[LANGUAGE_VARIABLE] = language


def check_port(port: int, ip: str) -> None:
    """See whether a server can listen.

    Raises:
        ServingError: It cannot, and why.
    """
    try:
        sockets = bind_sockets(port, ip)
    except OSError as error:
        raise ServingError(_why_not_listening(error, port, ip)) from None
    for socket in sockets:
        socket.close()


def _why_not_listening(error: OSError, port: int, ip: str) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1
        return (
            f"port {port} is in use. Another one: workshop serve --port {other}, "
            f"or make app PORT={other}"
        )
    return f"cannot listen on {ip or 'any address'}, port {port}: {error.strerror}"
