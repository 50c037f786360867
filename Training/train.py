#!/usr/bin/env python3
"""Trains the content model of the HTML reader: which passages of a page are its article's text.

    OFFPRINT_TRAINING=1 swift build -c release --product TrainingTable
    .build/release/TrainingTable PAGES/<set>/<id>.html… > table.tsv
    Training/train.py table.tsv CORPUS --cross-validate       held-out figures, hosts apart
    Training/train.py table.tsv CORPUS --write                writes the tables into Plugins/HTML/Finding

CORPUS holds <set>/pages.jsonl with the gold. Needs numpy and lightgbm 4; see Training/README.md.
"""
import argparse
import pathlib
import random
import sys

import lightgbm
import numpy

import corpus
import export
import features
import scoring

SEED = 7
LOOKS = ({"rounds": 100, "learning_rate": 0.1, "num_leaves": 16}, {"rounds": 100, "learning_rate": 0.1, "num_leaves": 16})
SETTINGS = dict(objective="cross_entropy", min_child_weight=1.5, min_child_samples=60, feature_fraction=0.4, bagging_fraction=0.7,
                bagging_freq=1, lambda_l2=5, max_bin=63, seed=SEED, deterministic=True, force_col_wise=True, num_threads=1, verbose=-1)
# A page counts as much as it does in its benchmark's mean; the small set of news pages counts more.
WEIGHT = {"scrapinghub": 2.0, "trafilatura": 1.5, "wcxb": 1.0}
# What can only speak against a passage, or only for it.
DIRECTIONS = {"comments": -1, "elsewhere": -1, "hidden": -1, "navigation": -1, "aside": -1, "footer": -1, "form": -1, "claim": -1,
              "isRepeat": -1, "articleBody": 1, "weight0": 1, "weight1": 1, "weight2": 1, "weight3": 1, "weightSum": 1,
              "weightLeast": 1, "weightGreatest": 1}
FURNITURE = 15  # as in PassageChances.swift


def folds(pages, count, seed):
    """A fold for each page; all pages of a host share one."""
    hosts = sorted({page.host for page in pages})
    random.Random(seed).shuffle(hosts)
    fold = {host: index % count for index, host in enumerate(hosts)}
    return [fold[page.host] for page in pages]


def fit(pages, columns, rows, look):
    look = dict(look)
    rounds = look.pop("rounds")
    values = numpy.concatenate([rows(page) for page in pages])
    labels = numpy.concatenate([page.labels for page in pages])
    weights = numpy.concatenate([page.weights * WEIGHT[page.set] * 100 for page in pages])
    known = labels >= 0
    data = lightgbm.Dataset(values[known], labels[known], weight=weights[known])
    directions = [DIRECTIONS.get(column, 0) for column in columns] + [0] * (values.shape[1] - len(columns))
    return lightgbm.train({**SETTINGS, **look, "monotone_constraints": directions}, data, rounds)


def chances(model, values):
    return numpy.round(model.predict(values) * 1000).astype(numpy.int64)


def alone(page):
    return page.features


def among_others(page):
    return numpy.concatenate([page.features, page.surroundings], 1)


class Model:
    """Class words and two looks, trained on pages.

    What a look learns from must not have seen the page's own labels: class words and first looks come from other folds."""

    def __init__(self, pages, columns, inner=4):
        self.columns = columns
        fold = folds(pages, inner, SEED + 1)
        for k in range(inner):
            words = features.class_words([p for p, f in zip(pages, fold) if f != k])
            features.set_class_words([p for p, f in zip(pages, fold) if f == k], columns, words)
        for k in range(inner):
            look = fit([p for p, f in zip(pages, fold) if f != k], columns, alone, LOOKS[0])
            for page in (p for p, f in zip(pages, fold) if f == k):
                page.first = chances(look, page.features)
                page.surroundings = features.surroundings(page, columns, page.first)
        self.words = features.class_words(pages)
        self.first = fit(pages, columns, alone, LOOKS[0])
        self.second = fit(pages, columns, among_others, LOOKS[1])

    def judge(self, pages):
        """Sets `chances` of each page."""
        features.set_class_words(pages, self.columns, self.words)
        for page in pages:
            page.first = chances(self.first, page.features)
            page.surroundings = features.surroundings(page, self.columns, page.first)
            page.second = chances(self.second, among_others(page))
            page.chances = numpy.where(page.first < FURNITURE, page.first, (page.first + page.second) // 2)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("table", type=pathlib.Path)
    options.add_argument("corpus", type=pathlib.Path)
    options.add_argument("--cross-validate", action="store_true")
    options.add_argument("--halves", action="store_true", help="train on the hosts of one half, measure the other")
    options.add_argument("--write", action="store_true")
    options.add_argument("--folds", type=int, default=5)
    options.add_argument("--keep", type=pathlib.Path, help="write each page's chances as JSON lines")
    options = options.parse_args()
    columns, pages = corpus.load(options.table, options.corpus)
    pages = [page for page in pages if page.texts]
    if options.cross_validate or options.halves:
        count = 2 if options.halves else options.folds
        fold = folds(pages, count, SEED)
        for k in range(count):
            Model([p for p, f in zip(pages, fold) if f != k], columns).judge([p for p, f in zip(pages, fold) if f == k])
            print(f"fold {k + 1} of {count}", file=sys.stderr, flush=True)
        scoring.report(pages, columns, fold if options.halves else None)
        if options.keep:
            scoring.keep(pages, options.keep)
    if options.write:
        model = Model(pages, columns)
        model.judge(pages)
        scoring.report(pages, columns)
        export.write(model)


if __name__ == "__main__":
    main()
