"""Writes the model as a sentence-transformers folder: ``python tools/export_embedding.py OUT [MODEL]``.

``SentenceTransformer(OUT)`` then gives the vectors that Zhibi gives; the smallest cosine between the two over
a few texts is printed.
"""

import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer

from index.embedding import MODEL, StaticModel

TEXTS = ("全面从严治党", "今年以来，共召开会议28次。", "三、存在的问题", "An annual report, 2024.")


def main() -> None:
    """Read, write, compare."""
    out = Path(sys.argv[1])
    model = Path(sys.argv[2]) if len(sys.argv) > 2 else MODEL
    export(model, out)
    theirs = SentenceTransformer(str(out), local_files_only=True).encode(list(TEXTS))
    print(f"smallest cosine {np.sum(theirs * StaticModel(model).embed(TEXTS), axis=1).min():.6f}")


def export(model: Path, out: Path) -> None:
    """Write a model of ours as a folder that ``SentenceTransformer`` opens."""
    held = load_file(model / "weights.safetensors")
    table = held["codes"].astype(np.float32) * held["scales"][:, None]
    words = StaticEmbedding(Tokenizer.from_file(str(model / "tokenizer.json")), embedding_weights=table)
    SentenceTransformer(modules=[words, Normalize()]).save(str(out))


if __name__ == "__main__":
    main()
