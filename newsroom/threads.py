"""How many requests a process of the web server answers at once: its threads, and the connections they need."""

from newsroom import env

WEB_THREADS = env.whole("NEWSROOM_WEB_THREADS", 8, at_least=1)
# Two beyond the threads: one that is being replaced, and one for what runs beside the requests.
MOST_CONNECTIONS = WEB_THREADS + 2
