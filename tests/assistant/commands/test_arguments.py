"""Whatever may be written on the command line is explained in both languages."""

import re


def test_a_command_and_its_arguments_are_explained_in_both_languages(every_command):
    for name, command in every_command.items():
        for told in (command.help, *(one.help for one in command.params if one.name != "help")):
            english, _, chinese = (told or "").rpartition(" / ")
            assert english and re.search("[\u4e00-\u9fff]|JSON", chinese), (name, told)
