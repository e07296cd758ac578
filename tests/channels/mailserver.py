"""A mail server for the tests: mailserver.py MODE FOLDER. Prints its port, writes letters to FOLDER/letter-N.eml.

Modes: starttls (AUTH after STARTTLS; user registry@example.org, password $NC_MAIL_PASSWORD, else "right"), tls, plain (no STARTTLS), refuse
(every recipient), hang (accepts, says nothing), garbage, diia (HTTP: the partner's token is "right").
script=JSON is a server by hand: {"greeting", "ehlo": [lines], "starttls", "auth", "mail", "rcpt", "data": replies that
stand in for the usual ones; a list is a reply of several lines; "": the connection ends}, "strict": refuses a hello that
is neither a full name nor an address in brackets, "bind": address. What it heard, AUTH's words aside, stands in
FOLDER/heard.txt.
FOLDER/cert.pem and key.pem are the certificate.
"""
import http.server
import json
import os
import socket
import ssl
import sys
import threading
import time

mode, folder = sys.argv[1:3]


def context():
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem"))
    return tls


def say(port):
    print(port, flush=True)


def raw():
    listener = socket.create_server(("127.0.0.1", 0))
    say(listener.getsockname()[1])
    kept = []
    while True:
        peer, _ = listener.accept()
        kept.append(peer)
        if mode == "garbage":
            peer.sendall(b"\x00\xff\xfe HTTP/1.1 400 Bad Request\r\n\r\n")
            peer.close()


def diia():
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            good = self.path == "/api/v1/auth/partner/right"
            body = json.dumps({"token": "session"} if good else {"name": "Forbidden", "code": 403}).encode()
            self.send_response(200 if good else 403)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    say(server.server_address[1])
    server.serve_forever()


def scripted():
    given = json.loads(mode.partition("=")[2])
    usual = {"greeting": "220 mail.test ESMTP", "starttls": "220 go on", "auth": "235 2.7.0 welcome", "mail": "250 ok",
             "rcpt": "250 ok", "data": "354 go on", "noop": "250 ok", "quit": "221 bye"}
    host = given.get("bind", "127.0.0.1")
    listener = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    say(listener.getsockname()[1])

    def talk(peer):
        stream = peer.makefile("rb", buffering=0)

        def reply(word):
            text = given.get(word, usual.get(word, "502 what?"))
            if text == "":
                return False
            lines = text if isinstance(text, list) else [text]
            for i, line in enumerate(lines):
                last = i == len(lines) - 1
                peer.sendall((line[:3] + (" " if last else "-") + line[4:] + "\r\n").encode())
            return True

        def hello(name, encrypted):
            if given.get("strict") and "." not in name and not name.startswith("["):
                peer.sendall(b"504 5.5.2 need a fully-qualified hostname\r\n")
                return
            lines = ["mail.test"] + given.get("ehlo", ["STARTTLS", "AUTH PLAIN LOGIN"])
            if encrypted:
                lines = [line for line in lines if line.upper() != "STARTTLS"]
            for line in lines[:-1]:
                peer.sendall(f"250-{line}\r\n".encode())
            peer.sendall(f"250 {lines[-1]}\r\n".encode())

        encrypted = False
        if not reply("greeting"):
            return
        while line := stream.readline():
            words = line.decode("utf-8", "replace").split()
            word = words[0].lower() if words else ""
            with open(os.path.join(folder, "heard.txt"), "a") as out:
                out.write(" ".join(words[:2] if word == "auth" else words) + "\n")
            if word == "auth":
                for _ in range(2 if words[1].upper() == "LOGIN" else 1):
                    peer.sendall(b"334 \r\n")
                    stream.readline()
            if word in ("ehlo", "helo"):
                hello(words[1], encrypted)
            elif not reply(word):
                return
            elif word == "starttls" and given.get(word, "220").startswith("220"):
                stream = None
                peer = context().wrap_socket(peer, server_side=True)
                stream = peer.makefile("rb", buffering=0)
                encrypted = True
            elif word == "data" and given.get(word, "354").startswith("354"):
                while stream.readline() not in (b".\r\n", b""):
                    pass
                peer.sendall(given.get("end", "250 taken").encode() + b"\r\n")
            elif word == "quit":
                return

    def serve(peer):
        try:
            talk(peer)
        except OSError:
            pass
        peer.close()

    while True:
        peer, _ = listener.accept()
        threading.Thread(target=serve, args=(peer,), daemon=True).start()


def smtp():
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import SMTP, AuthResult

    class Handler:
        count = 0

        async def handle_RCPT(self, server, session, envelope, address, options):
            if mode == "refuse":
                return "550 5.1.1 no such mailbox here"
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(self, server, session, envelope):
            Handler.count += 1
            with open(os.path.join(folder, f"letter-{Handler.count}.eml"), "wb") as out:
                out.write(envelope.content)
            return "250 taken"

    def authenticate(server, session, envelope, mechanism, data):
        good = data.login == b"registry@example.org" and data.password == os.environ.get("NC_MAIL_PASSWORD", "right").encode()
        return AuthResult(success=good, handled=good)

    class Fixed(Controller):
        def factory(self):
            tls = None if mode in ("tls", "plain") else context()
            return SMTP(self.handler, hostname="mail.test", tls_context=tls, authenticator=authenticate,
                        auth_required=False, auth_require_tls=mode not in ("tls", "plain"))

    probe = socket.create_server(("127.0.0.1", 0))
    port = probe.getsockname()[1]
    probe.close()
    controller = Fixed(Handler(), hostname="127.0.0.1", port=port, ssl_context=context() if mode == "tls" else None)
    controller.start()
    say(port)
    threading.Event().wait()


# Ends with whoever started it.
def watch():
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


threading.Thread(target=watch, daemon=True).start()
{"hang": raw, "garbage": raw, "diia": diia, "script": scripted}.get(mode.partition("=")[0], smtp)()
