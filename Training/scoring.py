"""Figures for what the model chooses, as each benchmark computes them (scrapinghub: shingles; trafilatura: segments; wcxb: words)."""
import collections
import json
import re

import numpy

import corpus

SHORTEST_REPEAT = 40  # as in PassageSelection.swift
ELSEWHERE = 900  # the same


def selection(page, columns, threshold):
    """The passages kept, as PassageSelection.swift keeps them."""
    column = lambda name: page.features[:, columns.index(name)]
    unlikely = (column("comments") > 0) | (column("elsewhere") > 0) | (column("hidden") > 0)
    unlikely |= (column("fromTitle") < 0) & (column("fromTitle") > -999)
    kept = (page.chances > numpy.where(unlikely, ELSEWHERE, threshold)) & (column("agreesWithTitle") == 0)
    seen = set()
    for index in numpy.flatnonzero(kept):
        if column("length")[index] >= SHORTEST_REPEAT:
            if tuple(page.words[index]) in seen:
                kept[index] = False
            seen.add(tuple(page.words[index]))
    indices = list(numpy.flatnonzero(kept))
    while len(indices) > 1 and column("heading")[indices[-1]]:
        kept[indices.pop()] = False
    return kept


def report(pages, columns, groups=None, thresholds=(400, 430, 470)):
    for threshold in thresholds:
        texts = {(p.set, p.id): "\n\n".join(t for t, k in zip(p.texts, selection(p, columns, threshold)) if k) for p in pages}
        for group in sorted(set(groups)) if groups else [None]:
            chosen = [p for i, p in enumerate(pages) if groups is None or groups[i] == group]
            cells = []
            for name in corpus.SETS:
                of_set = [p for p in chosen if p.set == name]
                if of_set:
                    p, r, f = MEASURES[name](of_set, texts)
                    cells.append(f"{name} {f:.4f} ({p:.3f} {r:.3f}, {len(of_set)} pages)")
            print(f"threshold {threshold}" + (f" half {group + 1}" if groups else ""), *cells, sep="  ", flush=True)


def keep(pages, path):
    with path.open("w", encoding="utf-8") as out:
        for p in pages:
            out.write(json.dumps({"set": p.set, "id": p.id, "first": p.first.tolist(), "second": p.second.tolist(),
                                  "labels": p.labels.tolist()}) + "\n")


def harmonic(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def mean(values):
    return sum(values) / len(values) if values else 0.0


def shingles(text):
    words = corpus.WORD.findall(text)
    return collections.Counter(filter(None, (tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3)))))


def by_shingles(pages, texts):
    precisions, recalls = [], []
    for page in pages:
        gold, found = shingles(page.gold["articleBody"] or ""), shingles(texts[page.set, page.id])
        hit = sum((gold & found).values())
        if found:
            precisions.append(hit / sum(found.values()))
        if gold:
            recalls.append(hit / sum(gold.values()))
    return mean(precisions), mean(recalls), harmonic(mean(precisions), mean(recalls))


def by_segments(pages, texts):
    squeeze = lambda text: re.sub(r"\s+", " ", text).strip()
    right = wrong = missed = 0
    for page in pages:
        text = squeeze(texts[page.set, page.id])
        hit = sum(squeeze(s) in text for s in page.gold["with"])
        right, missed = right + hit, missed + len(page.gold["with"]) - hit
        wrong += sum(squeeze(s) in text for s in page.gold["without"])
    p, r = right / max(1, right + wrong), right / max(1, right + missed)
    return p, r, harmonic(p, r)


def by_words(pages, texts):
    figures = []
    for page in pages:
        gold = collections.Counter(corpus.WORD.findall((page.gold["main_content"] or "").lower()))
        found = collections.Counter(corpus.WORD.findall(texts[page.set, page.id].lower()))
        hit = sum((gold & found).values())
        if not gold:
            figures.append((0.0, 0.0, 0.0) if found else (1.0, 1.0, 1.0))
        else:
            p, r = hit / max(1, sum(found.values())), hit / sum(gold.values())
            figures.append((p, r, harmonic(p, r)))
    return tuple(mean([f[i] for f in figures]) for i in range(3))


MEASURES = {"scrapinghub": by_shingles, "trafilatura": by_segments, "wcxb": by_words}
