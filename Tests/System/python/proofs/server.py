"""The server under test: what it publishes, and what it finds of a credential."""

import http.client
import urllib.parse

from . import demand
from .encodings import parse


class Server:
    """One connection to the server, kept open."""

    def __init__(self, base_url):
        self.base_url = base_url.rstrip("/")
        self.parts = urllib.parse.urlsplit(self.base_url)
        self.connection = None

    def request(self, method, path, accept="*/*", body=None, content_type=None):
        """Status, media type and body of an answer."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.parts.hostname, self.parts.port, timeout=60)
        headers = {"Accept": accept, **({"Content-Type": content_type} if content_type else {})}
        try:
            self.connection.request(method, self.parts.path + path, body, headers)
            answer = self.connection.getresponse()
            return answer.status, (answer.getheader("Content-Type") or "").split(";")[0], answer.read()
        except (http.client.HTTPException, OSError):
            self.connection.close()
            self.connection = None
            raise

    def bytes(self, path, media_type):
        status, found, body = self.request("GET", path, media_type)
        demand(status == 200, f"{path} answered {status}")
        demand(found == media_type, f"{path} is {found}, not {media_type}")
        return body

    def text(self, path, media_type):
        return self.bytes(path, media_type).decode("utf-8")

    def path_of(self, url):
        demand(url.startswith(self.base_url + "/"), f"{url} is none of this server's")
        return url[len(self.base_url) :]

    def verdict(self, body):
        """What `POST /api/verify` finds; `refused` where it refuses to look."""
        status, _, answer = self.request("POST", "/api/verify", "application/json", body, "application/json")
        if 400 <= status < 500:
            return "refused"
        demand(status == 200, f"/api/verify answered {status}: {answer[:200]}")
        return parse(answer.decode("utf-8"))["verdict"]
