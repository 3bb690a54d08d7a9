import unittest

from main import answer


class AnswerTest(unittest.TestCase):
    def test_it_greets_whoever_the_path_names(self):
        self.assertEqual("Hello, Ada!\n", answer("/Ada"))

    def test_it_greets_everyone_where_the_path_names_nobody(self):
        self.assertEqual("Hello, world!\n", answer("/"))
