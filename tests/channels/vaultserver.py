"""A vault for the tests: vaultserver.py MODE FOLDER [tls]. Prints its port; what is stored stands in FOLDER/vault.json.

Answers as HashiCorp Vault does for a KV engine of version 2 mounted at "registry-kv": token "token-right", or AppRole
"role" with secret id "secret-right". Modes: good, sealed, forbidden (the token may do nothing), writeonly (no read of
data), v1 (the engine is of version 1), lossy (keeps another value), taken (every place is there already), error (500),
garbage, hang, standby=URL (sends one to the active node at URL, which it names as its leader), elsewhere=URL (sends one
there and names another). The tokens with which its leader is asked for stand in FOLDER/asked.txt.
"""
import http.server
import json
import os
import ssl
import sys
import threading
import time

mode, folder = sys.argv[1:3]
MOUNT = "registry-kv"
store = {}
issued = {"token-right"}


class Vault(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=None):
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, status, *words):
        self.answer(status, {"errors": list(words)})

    def standby(self):
        kind, _, active = mode.partition("=")
        if self.path == "/v1/sys/leader":
            with open(os.path.join(folder, "asked.txt"), "a") as out:
                out.write(self.headers.get("X-Vault-Token", "none") + "\n")
            leader = active if kind == "standby" else "http://127.0.0.2:8200"
            return self.answer(200, {"ha_enabled": True, "is_self": False, "leader_address": leader})
        self.send_response(307)
        self.send_header("Location", active + self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def stopped(self):
        if "=" in mode:
            self.standby()
            return True
        if mode == "hang":
            time.sleep(60)
        if mode == "garbage":
            self.wfile.write(b"\x00\xff not HTTP at all\r\n\r\n")
            self.close_connection = True
            return True
        if mode == "sealed":
            self.refuse(503, "Vault is sealed")
            return True
        if mode == "error":
            self.refuse(500, "1 error occurred:\n\t* storage is away\n\n")
            return True
        return False

    def allowed(self):
        if self.headers.get("X-Vault-Token") in issued and mode != "forbidden":
            return True
        self.refuse(403, "1 error occurred:\n\t* permission denied\n\n")
        return False

    def place(self):
        """The path inside the engine; None when answered."""
        path = self.path[len("/v1/"):]
        if not path.startswith(MOUNT + "/"):
            self.refuse(404, 'no handler for route "%s". route entry not found.' % path)
            return None
        return path[len(MOUNT) + 1:]

    def do_GET(self):
        if self.stopped() or not self.allowed():
            return
        if self.path == "/v1/auth/token/lookup-self":
            return self.answer(200, {"data": {"policies": ["registry"]}})
        if self.path.startswith("/v1/sys/internal/ui/mounts/"):
            if self.path.rsplit("/", 1)[1] != MOUNT:
                return self.refuse(403, "preflight capability check returned 403")
            version = "1" if mode == "v1" else "2"
            return self.answer(200, {"data": {"path": MOUNT + "/", "type": "kv", "options": {"version": version}}})
        path = self.place()
        if path is None:
            return
        if mode == "writeonly":
            return self.refuse(403, "1 error occurred:\n\t* permission denied\n\n")
        versions = store.get(path)
        if not versions:
            return self.refuse(404)
        self.answer(200, {"data": {"data": versions[-1], "metadata": {"version": len(versions)}}})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        if self.stopped():
            return
        if self.path == "/v1/auth/approle/login":
            if (body.get("role_id"), body.get("secret_id")) != ("role", "secret-right"):
                return self.refuse(400, "invalid role or secret ID")
            issued.add("token-of-role")
            return self.answer(200, {"auth": {"client_token": "token-of-role", "lease_duration": 60}})
        if not self.allowed():
            return
        path = self.place()
        if path is None:
            return
        versions = store.setdefault(path, [])
        cas = body.get("options", {}).get("cas")
        if cas is not None and cas != (1 if mode == "taken" else len(versions)):
            return self.refuse(400, "check-and-set parameter did not match the current version")
        versions.append({k: "other" for k in body["data"]} if mode == "lossy" else body["data"])
        with open(os.path.join(folder, "vault.json"), "w") as out:
            json.dump(store, out)
        self.answer(200, {"data": {"version": len(versions), "destroyed": False}})

    def log_message(self, *args):
        pass


def watch():
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


threading.Thread(target=watch, daemon=True).start()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Vault)
if "tls" in sys.argv[3:]:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem"))
    server.socket = tls.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
