"""Answers: which situation a question is about, decided from how people say it."""

from generator.answers.files import answer_files
from generator.answers.learned import Learned, learn_from

__all__ = ["Learned", "answer_files", "learn_from"]
