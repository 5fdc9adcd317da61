"""How gunicorn serves the application, read by it from the directory it is started in; the command line goes before."""

from __future__ import annotations

# Seconds a worker may take for one request before it is killed and started anew; gunicorn's own default is 30.
# The longest memo takes about 20 seconds of a core, on a machine where everybody writes one several times that.
# Proxies have to wait as long (docs/betrieb.md, docs/deployment.md).
timeout = 120

# Seconds a request under way gets when the server is stopped; systemd kills after 90.
graceful_timeout = 80
