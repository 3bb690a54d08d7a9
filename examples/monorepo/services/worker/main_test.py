import unittest

from main import work


class WorkTest(unittest.TestCase):
    def test_it_greets_in_the_order_of_the_names(self):
        self.assertEqual(["Hello, Ada!", "Hello, Grace!"], work(["Grace", "Ada"]))
