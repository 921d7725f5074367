"""Prints what becomes of a draft by a real OpenAI-compatible server: `transformers serve`, random weights.

Opt-in: needs `transformers[serving]`. The model is made on the spot from a configuration alone, so its words
are noise; every one of them must end as flagged or uncited text, and no step may fail with a traceback.
"""

import argparse
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from assistant.models import ModelError, ModelSettings, list_models, stream
from assistant.service import Assistant, Done
from assistant.settings import open_settings

TEMPLATE = "{% for one in messages %}{{ one['content'] }}\n{% endfor %}"
STARTS_S = 90


def main():
    """The server started, its models listed, one bare reply, one draft, one too short a deadline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--words", type=Path, help="a tokenizer.json to use; one is trained on the spot if absent"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        model = make(Path(folder) / "random", chosen.words)
        with served(model) as address:
            settings = ModelSettings(f"openai:{model}", address, "unused", deadline_s=60)
            _tell("models", lambda: len(list_models(settings)))
            _tell("reply", lambda: repr("".join(stream([("user", "写一句话。")], settings))[:60]))
            short = ModelSettings(f"openai:{model}", address, "unused", deadline_s=0.05)
            _tell("deadline 0.05 s", lambda: repr("".join(stream([("user", "写一句话。")], short))[:60]))
            _tell("draft", lambda: drafted(Path(folder) / "data", model, address))


def make(path, words):
    """A tiny Llama with random weights and a tokenizer of single bytes, saved under ``path``."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    if words:
        tokens = Tokenizer.from_file(str(words))
    else:
        alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
        tokens = Tokenizer(models.BPE({one: at for at, one in enumerate(alphabet)}, []))
        tokens.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokens.decoder = decoders.ByteLevel()
        tokens.add_special_tokens(["<s>", "</s>"])
    fast = PreTrainedTokenizerFast(tokenizer_object=tokens, bos_token="<s>", eos_token="</s>")
    fast.chat_template = TEMPLATE
    fast.save_pretrained(path)
    config = LlamaConfig(
        vocab_size=len(fast), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=2, max_position_embeddings=16384,
        bos_token_id=fast.bos_token_id, eos_token_id=fast.eos_token_id,
    )  # fmt: skip
    LlamaForCausalLM(config).save_pretrained(path)
    return path


@contextlib.contextmanager
def served(model):
    """`transformers serve` on a free port of this machine, offline; ended when left."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "transformers"), "serve", str(model)]
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    server = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(server, f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(10)


def _wait(server, address):
    ends = time.monotonic() + STARTS_S
    while time.monotonic() < ends and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/health", timeout=2):
            return
        time.sleep(0.5)
    raise SystemExit("transformers serve did not start; is transformers[serving] installed?")


def drafted(data, model, address):
    """What a draft by this server came to, in one line."""
    settings = open_settings(data, model=f"openai:{model}", base_url=address, api_key="unused", deadline_s=60)
    with Assistant(settings) as assistant:
        brief = assistant.brief("安全生产工作", "安全例会12次\n检查企业286家次")
        done = [one for one in assistant.draft(brief, ()) if isinstance(one, Done)][-1].draft
        cited = sum(bool(one.facts or one.passages) for one in done.sentences)
        kinds = sorted({one.kind for one in done.findings})
        return (
            f"{len(done.text)} characters, {len(done.sentences)} sentences, {cited} with a source, "
            f"complete {done.complete}, findings {len(done.findings)} ({', '.join(kinds)})"
        )


def _tell(name, act):
    start = time.perf_counter()
    try:
        came = act()
    except ModelError as error:
        came = f"told as {error.code}"
    print(f"{name:<16} {time.perf_counter() - start:6.2f} s  {came}")


if __name__ == "__main__":
    main()
