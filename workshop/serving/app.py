"""The Voila application with this workshop's defaults: all of Voila's own options still work."""

import atexit
import gc
import logging
import os
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import zmq
from tornado.ioloop import IOLoop
from traitlets import Unicode
from traitlets.config import Config
from voila.tornado.handler import TornadoVoilaHandler
from voila.utils import get_page_config, include_url

import workshop
from workshop.room.codes import new_token
from workshop.serving.address import invitation
from workshop.serving.checking import check_port, use_language, use_pack
from workshop.serving.commands.rooms import rooms_database
from workshop.serving.door.keeper import LIMITS, Keeper
from workshop.serving.door.waiting import DOOR, LINE, WaitingPage
from workshop.serving.errors import ServingError
from workshop.serving.forks import nursery
from workshop.serving.handlers import SHELF, own_handlers, with_own_pages
from workshop.serving.limits import SOCKETS, open_as_many_files_as_allowed
from workshop.serving.notebooks import find_notebook
from workshop.serving.options import DEFAULTS, Options
from workshop.serving.pages.page import Page
from workshop.serving.pages.renderer import AheadRenderer
from workshop.serving.pages.shelf import Asked, Shelf
from workshop.serving.quiet import leave_out_routine
from workshop.serving.room.api.handlers import api_handlers
from workshop.serving.room.gate import gate_handlers
from workshop.serving.room.joining import room_handlers
from workshop.serving.room.live import Live
from workshop.serving.room.notebook import folder, page_handlers
from workshop.serving.speech import SPEECH, Speech, speaking
from workshop.serving.watch.handlers import METRICS
from workshop.widgets.parts import files

# Laid out as below `share/jupyter`, where an installation puts a copy for plain Voila.
JUPYTER_DATA = Path(__file__).parent / "jupyter"

EVERYWHERE = "0.0.0.0"

# What opens rooms in a browser; drawn anew at each start unless it is set.
HOST_KEY = "WORKSHOP_DESK_KEY"

# The name of a Unix socket has at most 107 characters; a kernel's takes 47 below this folder.
LONGEST_FOLDER = 60


class WorkshopApp(Options):
    """Serves a notebook as a page; a page gets a kernel of its own."""

    name = "workshop serve"
    version = workshop.__version__
    description = Unicode("Serve a workshop notebook as a page, with all the options of Voila.")
    examples = "workshop serve\nworkshop serve time_budget --port=8867 --theme=dark"
    extra_args: list[str]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(config=Config(DEFAULTS), **kwargs)

    def parse_command_line(self, argv: Sequence[str] | None = None) -> None:
        """Read the options; what is left over names a notebook, ours by its stem or any by path."""
        super().parse_command_line(argv)
        asked = self.extra_args
        if len(asked) > 1:
            raise ServingError(f"one notebook at a time, please: {', '.join(asked)}")
        self.extra_args = [str(find_notebook(*asked))]

    def setup_template_dirs(self) -> None:
        """Find the template: the package's own comes before any installed copy of it."""
        known = os.environ.get("JUPYTER_PATH")
        os.environ["JUPYTER_PATH"] = os.pathsep.join(
            [str(JUPYTER_DATA), *([known] if known else [])]
        )
        super().setup_template_dirs()

    def init_settings(self) -> dict[str, Any]:
        """Add what has to be known when the tornado application is made, not afterwards."""
        if self.voila_configuration.page_config_hook is None:
            self.voila_configuration.page_config_hook = self._page_config
        if nursery.possible() and len(self.connection_dir) <= LONGEST_FOLDER:
            # Files of the owner's own instead of five ports a kernel that all of this machine's
            # users may knock at, and that two kernels starting at once may both think free.
            self.config.KernelManager.transport = "ipc"
        nursery.tidy_up_after(self.connection_dir)
        # Voila does it as well, once it has listened: too late for who stops it before.
        atexit.register(shutil.rmtree, self.connection_dir, ignore_errors=True)
        self.shelf = Shelf(self._renderer) if self.fork and nursery.possible() else None
        if not self.fork:
            self.config.KernelProvisionerFactory.default_provisioner_name = "local-provisioner"
        self.host_key = os.environ.get(HOST_KEY) or new_token()
        self.speech = Speech(self.base_url)
        self.keeper = Keeper(self.most, forked=bool(self.shelf))
        settings: dict[str, Any] = super().init_settings()
        settings["kernel_manager"].context.set(zmq.MAX_SOCKETS, SOCKETS)
        self.keeper.keep(settings["kernel_manager"])
        door, theme = self.keeper.door, self.voila_configuration.theme
        return {
            **settings,
            SHELF: self.shelf,
            DOOR: door,
            LINE: WaitingPage(door, self.base_url, self.server_url, theme, self.speech),
            SPEECH: self.speech,
            METRICS: self.keeper.metrics,
            "compress_response": True,
            "static_hash_cache": not self.autoreload,  # an edited style sheet gets a new address
            **self.tornado_settings,
        }

    def init_handlers(self) -> list[Any]:
        """Show people our own page where Voila's answer would be tornado's bare one."""
        self.live = self._live()
        theirs = super().init_handlers()
        return [
            # First: addresses are tried in their order, and these are asked most.
            *api_handlers(self.server_url, self.live, tuple(self.origins)),
            *page_handlers(self.server_url, self.live, _handed_to_notebooks(theirs)),
            *room_handlers(self.server_url, self.live),
            *gate_handlers(self.server_url, self.live),
            *own_handlers(self.server_url),
            *with_own_pages(theirs),
        ]

    def _live(self) -> Live:
        return Live(
            rooms_database(),
            self.base_url,
            host_key=self.host_key,
            lan=self.lan,
            include_url=partial(include_url, "workshop", self.base_url),
            theme=self.voila_configuration.theme,
        )

    def start(self) -> None:
        """Check what can go wrong, then serve until stopped."""
        use_pack(self.pack)
        use_language(self.lang)
        if self.lan:
            self.ip = EVERYWHERE
            self.custom_display_url = f"http://localhost:{self.port}{self.base_url}"
        if not self.port_retries:
            check_port(self.port, self.ip)
        open_as_many_files_as_allowed()
        leave_out_routine(self.log, logging.getLogger("tornado.general"))
        super().start()

    def _handle_signal_stop(self, number: int, frame: Any) -> None:
        """Stop. A server that does not listen yet has no loop to end, so it ends itself."""
        if not hasattr(self, "ioloop"):
            raise SystemExit(0)
        super()._handle_signal_stop(number, frame)

    def listen(self) -> None:
        """Listen, and say so once it is true."""
        IOLoop.current().add_callback(self._announce)
        IOLoop.current().add_callback(self.live.keep_dates)
        if self.proxied:
            self.app.listen = partial(self.app.listen, xheaders=True)
        super().listen()

    async def _announce(self) -> None:
        page = await self._run_ahead()
        print(f"The right conversation is at {self.display_url} (Ctrl+C ends it)", flush=True)
        print(f"The trainer's desk is at {self.display_url}desk, its key is {self.host_key}")
        if self.lan:
            print(invitation(self.port, self.base_url), flush=True)
        if page:
            await self.keeper.weigh(kernel_name=page.kernel_name, ahead=page.ahead)
        fits = self.keeper.room
        print(
            f"There is room for about {fits.most} participants ({LIMITS[fits.limit]})", flush=True
        )
        # What is there by now stays. Looking it all through again, as Python does now and then,
        # would hold everybody up for a tenth of a second.
        gc.collect()
        gc.freeze()

    async def _run_ahead(self) -> Page | None:
        """Have the page ready before anybody asks, so that the first visitor waits no longer."""
        if self.fork and not self.shelf:
            self.log.warning("This machine cannot fork kernels, so each is started: slower.")
        if not (self.shelf and self.notebook_path):
            return None
        file = Path(self.notebook_path)
        path = os.path.relpath(file, self.root_dir)
        return await self.shelf.page(
            Asked(path, file.resolve(), None, None, file.stat().st_mtime_ns, self.speech.usual)
        )

    def _page_config(self, config: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Tell the template its language, its front end, and which files will be wanted."""
        wanted = [f"{name}?v={files.version()}" for name in files.JOINED]
        language = speaking.get() or self.speech.usual
        return {
            **config,
            "workshopFront": self.front,
            "workshopParts": wanted,
            "workshopSpoken": self.speech.page(language),
        }

    async def _renderer(self, asked: Asked) -> AheadRenderer:
        settings = self.app.settings
        known = {
            "base_url": self.base_url,
            "settings": settings,
            "log": self.log,
            "voila_configuration": self.voila_configuration,
        }
        hook = self.voila_configuration.page_config_hook
        speaking.set(asked.language)
        page_config = hook(get_page_config(**known), **known, notebook_path=asked.path)
        renderer = AheadRenderer(
            voila_configuration=self.voila_configuration,
            traitlet_config=self.config,
            notebook_path=asked.path,
            template_paths=self.template_paths,
            config_manager=settings["config_manager"],
            contents_manager=self._contents_with(asked),
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=page_config,
            mathjax_config=settings.get("mathjax_config"),
            mathjax_url=settings.get("mathjax_url"),
        )
        await renderer.initialize(template=asked.template, theme=asked.theme)
        return renderer

    def _contents_with(self, asked: Asked) -> Any:
        """Return the contents that a notebook is named from: a room's page is one of our own."""
        mine = Path(self.root_dir, asked.path).resolve() == asked.file
        return self.contents_manager if mine else folder(asked.file.parent)


def _handed_to_notebooks(handlers: list[Any]) -> dict[str, Any]:
    """What Voila hands to the handler that serves its notebook."""
    return next(dict(rest[0]) for _, handler, *rest in handlers if handler is TornadoVoilaHandler)
