"""An opened data folder: held while it is open, let go of when it is closed."""

import pytest

from assistant.desks.folder import Folder
from assistant.settings import Settings
from index.errors import ShelfError


def test_a_folder_is_held_while_it_is_open_and_free_after(tmp_path):
    settings = Settings(data=tmp_path / "data")
    with Folder(settings), pytest.raises(ShelfError) as told:
        Folder(settings)
    assert told.value.code == "folder_in_use"
    Folder(settings).close()
