"""What `workshop serve` can be told, and what it does untold; with all of Voila's options."""

import logging
from typing import Any, ClassVar

from traitlets import Bool, Enum, Integer, List, Unicode
from voila.app import Voila

from workshop.serving.door.kernels import Kernels
from workshop.serving.forks import provisioner

# The lowest priority there is: a configuration file or an option on the command line wins.
DEFAULTS = {
    "Voila": {
        "log_level": logging.WARNING,  # one line of ours says where it is; --debug has the rest
        "open_browser": False,
        "port_retries": 0,  # an address that people were given must not change silently
    },
    "VoilaConfiguration": {
        "template": "workshop",
        "theme": "auto",  # what each device prefers
        "kernel_spec_manager_class": "workshop.serving.quiet.ParticipantKernels",
        "multi_kernel_manager_class": "workshop.serving.door.kernels.Kernels",
        "strip_sources": True,
        "extension_allowlist": [
            "@jupyter-widgets/jupyterlab-manager",
            "@voila-dashboards/widgets-manager8",
            "anywidget",
        ],
    },
    "KernelProvisionerFactory": {"default_provisioner_name": provisioner.NAME},
    "MappingKernelManager": {"cull_interval": 10},
    # A kernel that starts again knows nothing of its page, so one that dies is left dead, and the
    # page is told within two seconds.
    "KernelRestarter": {"restart_limit": 0, "time_to_dead": 2.0},
}


class Options(Voila):
    """Voila with this workshop's options."""

    classes: ClassVar[list[Any]] = [*Voila.classes, Kernels]
    aliases: ClassVar[dict[str, str]] = {
        **Voila.aliases,
        "pack": "WorkshopApp.pack",
        "lang": "WorkshopApp.lang",
        "front": "WorkshopApp.front",
        "most": "WorkshopApp.most",
        "origins": "WorkshopApp.origins",
        "grace": "Kernels.grace",
        "idle": "Kernels.idle",
    }
    flags: ClassVar[dict[str, Any]] = {
        **Voila.flags,
        "lan": ({"WorkshopApp": {"lan": True}}, "Let other devices in the same network join."),
        "proxied": ({"WorkshopApp": {"proxied": True}}, "Believe the proxy in front of us."),
    }

    pack = Unicode(
        "",
        config=True,
        help="A TOML file, or a folder of them, with a trainer's own words and numbers.",
    )

    lang = Unicode(
        "",
        config=True,
        help="The language of all whose address asks for no other; their browsers' without.",
    )

    front = Enum(
        ["lean", "stock"],
        "lean",
        config=True,
        help="Our own front end, or Voila's: slower, but it loads any JupyterLab extension.",
    )

    fork = Bool(
        True,
        config=True,
        help="Fork kernels from one that has run the notebook; without, each is started.",
    )

    most = Integer(
        0,
        min=0,
        config=True,
        help="How many participants may be in at once; 0 for as many as the memory holds.",
    )

    lan = Bool(
        False,
        config=True,
        help="Let other devices in the same network join, and show them the way.",
    )

    proxied = Bool(
        False,
        config=True,
        help="Believe a proxy in front of us who asks, and whether over https.",
    )

    origins = List(
        Unicode(),
        config=True,
        help="Sites whose pages may take seats from a browser, such as https://hub.example.",
    )
