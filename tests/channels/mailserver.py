"""A mail server for the tests: mailserver.py MODE FOLDER. Prints its port, writes letters to FOLDER/letter-N.eml.

Modes: starttls (AUTH after STARTTLS; user registry@example.org, password $NC_MAIL_PASSWORD, else "right"), tls, plain (no STARTTLS), refuse
(every recipient), hang (accepts, says nothing), garbage, diia (HTTP: the partner's token is "right").
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
{"hang": raw, "garbage": raw, "diia": diia}.get(mode, smtp)()
