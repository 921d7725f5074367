"""Makes .venv and installs the locked packages, once; then runs a command in it. Standard library only.

python3 tools/bootstrap.py                  set up
python3 tools/bootstrap.py COMMAND [ARG …]  set up, then run COMMAND from .venv
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / ".stamp"
LOCK = ROOT / "requirements.lock"
TORCH = "2.13.0"
TORCH_INDEX = "https://download.pytorch.org/whl/cpu"


def wanted() -> str:
    """What the environment was made from: lock file, packaging and Python version."""
    parts = (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def pip(*words: str, quiet: bool = False) -> bool:
    """Run pip install in .venv; true when it succeeded. Byte code is compiled: starts are slow without."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *words]
    silence = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stderr=silence, stdout=silence, env=environment).returncode == 0


def install_torch() -> bool:
    """The CPU build where one is to be had; elsewhere what the platform gives (CPU on macOS, Windows)."""
    if sys.platform == "linux":
        if pip(f"torch=={TORCH}+cpu", quiet=True):
            return True
        if pip(
            f"torch=={TORCH}", "--index-url", TORCH_INDEX, "--retries", "1", "--timeout", "15", quiet=True
        ):
            return True
    return pip(f"torch=={TORCH}")


def set_up() -> None:
    """Bring .venv to the locked state; seconds when it already is."""
    if STAMP.exists() and STAMP.read_text() == wanted():
        return
    print("Zhibi: setting up .venv (a few minutes, once) …", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    done = install_torch() and pip("-r", str(LOCK)) and pip("--no-deps", "-e", str(ROOT))
    if not done:
        sys.exit("Zhibi: the packages could not be installed; see the lines above, then run this again.")
    STAMP.write_text(wanted())


def main() -> None:
    """Set up, then become the command that was asked for."""
    if sys.version_info < (3, 11):
        sys.exit(f"Zhibi needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    set_up()
    if len(sys.argv) > 1:
        program = BIN / sys.argv[1]
        os.chdir(ROOT)
        sys.exit(subprocess.run([str(program), *sys.argv[2:]]).returncode)


if __name__ == "__main__":
    main()
