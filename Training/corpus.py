"""Pages with gold: reads the lines of TrainingTable and labels each passage by what the gold text of its page holds."""
import collections
import json
import pathlib
import re
from urllib.parse import urlsplit

import numpy

WORD = re.compile(r"\w+")
SETS = ("scrapinghub", "trafilatura", "wcxb")


class Page:
    """One page: its passages' features, texts, elements, labels and weights."""

    def __init__(self, kind, name, gold):
        self.set, self.id, self.gold, self.host = kind, name, gold, host(gold["url"])
        self.elements, self.features, self.texts = {}, [], []
        self.holders, self.containers, self.kinds = [], [], []

    def finish(self, columns):
        count = len(self.texts)
        self.features = numpy.array(self.features, dtype=numpy.int16).reshape(count, columns)
        self.containers = numpy.array(self.containers, dtype=int).reshape(count, 3)
        self.words = [[word.lower() for word in WORD.findall(text)] for text in self.texts]
        self.ranges = self.passages_of_containers()
        if "with" in self.gold and "main_content" not in self.gold and "articleBody" not in self.gold:
            self.label_by_segments()
        else:
            self.label_by_text(self.gold.get("articleBody") or self.gold.get("main_content") or "")

    def passages_of_containers(self):
        first, last = {}, {}
        for index, element in enumerate(self.holders):
            while element in self.elements:
                first.setdefault(element, index)
                last[element] = index
                element = self.elements[element][0]
        whole = len(self.texts)
        return numpy.array([[(first.get(e, 0), last.get(e, whole - 1) + 1) for e in row] for row in self.containers]).reshape(whole, 6)

    def label_by_segments(self):
        """Some passages are known to be wanted or unwanted; the others have no label."""
        squeeze = lambda text: re.sub(r"\s+", " ", text).strip()
        wanted, unwanted = [squeeze(s) for s in self.gold["with"]], [squeeze(s) for s in self.gold["without"]]
        holds = lambda text, segments: any(s in text or (len(text) > 25 and text in s) for s in segments)
        self.labels = numpy.full(len(self.texts), -1.0)
        for index, text in enumerate(self.texts):
            yes, no = holds(text, wanted), holds(text, unwanted)
            if yes != no:
                self.labels[index] = float(yes)
        self.weights = numpy.where(self.labels >= 0, 1 / 6, 0)

    def label_by_text(self, text):
        """The share of a passage's four-word runs that the gold holds; shorter ones must stand where their neighbours do."""
        gold = [word.lower() for word in WORD.findall(text)]
        runs, places = collections.defaultdict(list), collections.defaultdict(list)
        for index in range(len(gold) - 3):
            runs[tuple(gold[index:index + 4])].append(index)
        for index, word in enumerate(gold):
            places[word].append(index)
        labels, anchors = numpy.zeros(len(self.texts)), [None] * len(self.texts)
        for index, words in enumerate(self.words):
            if len(words) >= 4:
                hits = [runs.get(tuple(words[i:i + 4])) for i in range(len(words) - 3)]
                labels[index] = sum(hit is not None for hit in hits) / len(hits)
                if labels[index] > 0.5:
                    starts = collections.Counter(place - i for i, hit in enumerate(hits) if hit for place in hit[:5])
                    start = starts.most_common(1)[0][0]
                    anchors[index] = (start, start + len(words))
            elif not words:
                labels[index] = -1
        for index, words in enumerate(self.words):
            if 0 < len(words) < 4:
                labels[index] = self.stands_between(index, words, anchors, places, gold)
        self.keep_one_rendering(labels, gold)
        self.labels = labels
        length = numpy.array([len(words) + 1 for words in self.words])
        self.weights = numpy.where(labels >= 0, numpy.minimum(length / max(60, len(gold)), 0.35), 0)

    @staticmethod
    def stands_between(index, words, anchors, places, gold):
        before = next((anchors[i] for i in range(index - 1, max(-1, index - 12), -1) if anchors[i]), None)
        behind = next((anchors[i] for i in range(index + 1, min(len(anchors), index + 12)) if anchors[i]), None)
        if not before and not behind:
            return 0
        low = before[1] - 1 if before else behind[0] - 40
        high = behind[0] + 1 if behind else before[1] + 40
        if high - low > 400:
            high = low + 60
        return float(any(low <= p <= high and gold[p:p + len(words)] == words for p in places.get(words[0], ())))

    def keep_one_rendering(self, labels, gold):
        """Of a text that the page shows more often than the gold, the copies among the most article text are it."""
        copies = collections.defaultdict(list)
        for index, words in enumerate(self.words):
            if len(words) >= 4 and labels[index] > 0.5:
                copies[tuple(words)].append(index)
        runs = collections.Counter(tuple(gold[i:i + 4]) for i in range(len(gold) - 3))
        for words, indices in copies.items():
            allowed = max(1, min(runs[words[:4]], runs[words[-4:]]))
            near = lambda i: (labels[max(0, i - 6):i + 7] > 0.5).sum()
            for index in sorted(indices, key=lambda i: (-near(i), i))[allowed:]:
                labels[index] = 0


def host(url):
    """The registered part of an address's host, near enough: pages of one publisher must not be split."""
    parts = (urlsplit(url if "//" in url else "//" + url).hostname or "").lower().split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else parts[-2:])


def load(table, corpus):
    """-> names of the columns, pages. `corpus` holds <set>/pages.jsonl, `table` names pages as …/<set>/<id>.html."""
    gold = {}
    for name in SETS:
        with open(pathlib.Path(corpus) / name / "pages.jsonl", encoding="utf-8") as lines:
            for page in map(json.loads, lines):
                gold[name, page["id"]] = page
    columns, pages = [], []
    with open(table, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# "):
                columns = line[2:].strip().split(",")
            elif fields[0] == "P":
                path = pathlib.PurePath(fields[1])
                key = path.parent.name, path.name.removesuffix(".html")
                pages.append(Page(*key, gold[key]))
            elif fields[0] == "E":
                pages[-1].elements[int(fields[1])] = (int(fields[2]), fields[4].split())
            elif fields[0] == "U":
                page = pages[-1]
                page.holders.append(int(fields[1]))
                page.containers.append([int(n) for n in fields[2].split(",")])
                page.kinds.append(int(fields[3]))
                page.features.append(numpy.array(fields[4].split(","), dtype=numpy.int16))
                page.texts.append(fields[5])
    for page in pages:
        page.finish(len(columns))
    return columns, pages
