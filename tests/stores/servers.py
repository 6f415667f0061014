"""Real WebDAV servers of Debian, each on the loopback with a folder, a configuration and a login of the test's own. A server that
isn't installed is an error and no reason to skip: ./dev test installs them."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

USER = "rosa"
PASSWORD = "hunter2-ä !"
PATIENCE = 20


def program(*names):
    for name in names:
        found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
        if found:
            return found
    raise RuntimeError(f"{names[0]} isn't installed; ./dev test installs it")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """Has `folder` (what it serves), `address`, and `log()`; to be used with `with`."""

    path = "/dav/us/"

    def __init__(self):
        self.place = tempfile.TemporaryDirectory(prefix="kindling-stores-")
        self.home = pathlib.Path(self.place.name)
        self.home.chmod(0o755)
        self.folder = self.home / "root" / "dav" / "us"
        self.folder.mkdir(parents=True)
        self.port = free_port()
        self.secure_port = free_port()
        self.process = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}{self.path}"

    def passwords(self):
        """A file of passwords as Apache and nginx read them."""
        digest = subprocess.run([program("openssl"), "passwd", "-apr1", PASSWORD], capture_output=True, text=True, check=True).stdout.strip()
        file = self.home / "passwords"
        file.write_text(f"{USER}:{digest}\n")
        return file

    def write(self, name, text):
        (self.home / name).write_text(text)
        return self.home / name

    def __enter__(self):
        words = self.command()
        with open(self.home / "output", "wb") as output:
            self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)
        end = time.monotonic() + PATIENCE
        while True:
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            if self.process.poll() is not None or time.monotonic() > end:
                self.__exit__()
                raise RuntimeError(f"{words[0]} didn't start: {self.said}")
            time.sleep(0.05)

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.said = self.log()
        self.place.cleanup()

    def log(self):
        return "".join(file.read_text(errors="replace") for file in (self.home / "output", self.home / "log") if file.exists())


class Apache(Server):
    """mod_dav, by plain http and by https with a certificate of its own for 127.0.0.1."""

    def command(self):
        modules = pathlib.Path("/usr/lib/apache2/modules")
        names = ["mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "dav", "dav_fs", "ssl", "socache_shmcb"]
        lines = [f"LoadModule {name}_module {modules}/mod_{name}.so" for name in names]
        if os.geteuid() == 0:
            # It never works as root; what it serves has to belong to it then.
            lines += ["User www-data", "Group www-data"]
            subprocess.run(["chown", "-R", "www-data:www-data", self.home], check=True)
        subprocess.run([program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=kindling-test", "-addext",
                        "subjectAltName=IP:127.0.0.1", "-keyout", self.home / "key.pem", "-out", self.home / "certificate.pem"],
                       capture_output=True, check=True)
        config = self.write("httpd.conf", "\n".join(lines) + f"""
ServerRoot {self.home}
ServerName 127.0.0.1
Listen 127.0.0.1:{self.port}
Listen 127.0.0.1:{self.secure_port}
PidFile {self.home}/pid
ErrorLog {self.home}/log
LogLevel warn
DocumentRoot {self.home}/root
DAVLockDB {self.home}/locks
LimitXMLRequestBody 65536
<VirtualHost 127.0.0.1:{self.secure_port}>
  SSLEngine on
  SSLCertificateFile {self.home}/certificate.pem
  SSLCertificateKeyFile {self.home}/key.pem
</VirtualHost>
<Location /dav>
  DAV On
  AuthType Basic
  AuthName us
  AuthUserFile {self.passwords()}
  Require valid-user
</Location>
<Location /dav/us/reading>
  <LimitExcept GET PROPFIND OPTIONS>
    Require all denied
  </LimitExcept>
</Location>
""")
        return [program("apache2"), "-D", "FOREGROUND", "-f", config]

    @property
    def secure_address(self):
        return f"https://127.0.0.1:{self.secure_port}{self.path}"

    @property
    def certificate(self):
        return self.home / "certificate.pem"


class Nginx(Server):
    """With dav-ext, or with its core alone, which can't list."""

    def __init__(self, extended=True):
        super().__init__()
        self.extended = extended

    def command(self):
        module = "load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;" if self.extended else ""
        methods = "dav_ext_methods PROPFIND OPTIONS;" if self.extended else ""
        config = self.write("nginx.conf", f"""
{module}
daemon off;
master_process off;
pid {self.home}/pid;
error_log {self.home}/log warn;
{"user root;" if os.geteuid() == 0 else ""}
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {self.home}/body;
  proxy_temp_path {self.home}/proxy;
  fastcgi_temp_path {self.home}/fastcgi;
  uwsgi_temp_path {self.home}/uwsgi;
  scgi_temp_path {self.home}/scgi;
  client_max_body_size 32m;
  server {{
    listen 127.0.0.1:{self.port};
    location /dav/ {{
      root {self.home}/root;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      {methods}
      create_full_put_path off;
      auth_basic us;
      auth_basic_user_file {self.passwords()};
    }}
  }}
}}
""")
        return [program("nginx"), "-p", self.home, "-c", config, "-e", self.home / "log"]


class Rclone(Server):
    def command(self):
        config = self.write("rclone.conf", "")
        return [program("rclone"), "--config", config, "serve", "webdav", self.home / "root", "--addr", f"127.0.0.1:{self.port}", "--user", USER, "--pass",
                PASSWORD]
