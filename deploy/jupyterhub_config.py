"""JupyterHub for a course: everybody logs in and lands in the session, on a server of their own.

Run it where the workshop and JupyterHub are installed in one environment:

    pip install right-conversation jupyterhub && npm install -g configurable-http-proxy
    jupyterhub -f jupyterhub_config.py

`make check-hub` runs exactly this file with two people. It starts servers as ordinary processes of
one account and lets anybody in who knows the password: right for a course on a machine of its own.
Elsewhere replace the spawner and the authenticator by those of your house.
"""

import os
from importlib.util import find_spec
from pathlib import Path

c = get_config()  # noqa: F821

# The notebooks lie inside an installed package, and beside it in a checkout.
package = Path(find_spec("workshop").origin).parent
inside, beside = package / "notebooks", package.parent / "notebooks"
notebooks = inside if inside.is_dir() else beside

c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["WORKSHOP_HUB_PASSWORD"]  # choose one
c.Authenticator.allow_all = True

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = "/tmp/workshop-hub/{username}"
c.Spawner.notebook_dir = str(notebooks)
c.Spawner.default_url = "/voila/render/session.ipynb"
c.Spawner.environment = {"JUPYTER_PREFER_ENV_PATH": "1"}

# A server and its kernel take about 300 MB (`make check-binder` measures it), so 20 people 6 GB.
c.JupyterHub.active_server_limit = 20
c.Spawner.start_timeout = c.Spawner.http_timeout = 120
