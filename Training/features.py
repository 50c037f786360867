"""The features that training adds: weights of class words, and the chances of the passages around one.

The reader computes the same numbers: ClassWords.swift and PassageChances.swift."""
import collections

import numpy

WORDS = 7  # columns: weight0 … weight3, weightSum, weightLeast, weightGreatest
SCALE = 20


def class_words(pages, hosts=8, most=400):
    """The words of classes and ids that tell, with 20 × the log odds that text under them is the article's.

    Each host counts once, and a word must occur on several: no publisher's own class becomes a rule."""
    inside, outside, seen = collections.Counter(), collections.Counter(), collections.defaultdict(set)
    of_host = collections.Counter(page.host for page in pages)
    for page in pages:
        total = page.weights.sum()
        if not total:
            continue
        shares, chains, counts = page.weights / total, {}, collections.defaultdict(lambda: [0.0, 0.0])

        def chain(element):
            if element not in page.elements:
                return frozenset()
            if element not in chains:
                parent, words = page.elements[element]
                chains[element] = chain(parent) | frozenset(words)
            return chains[element]

        known = numpy.flatnonzero(page.labels >= 0)
        for index in known:
            for word in chain(page.holders[index]):
                counts[word][0] += shares[index] * page.labels[index]
                counts[word][1] += shares[index] * (1 - page.labels[index])
        yes = (shares[known] * page.labels[known]).sum()
        no = (shares[known] * (1 - page.labels[known])).sum()
        for word, (a, b) in counts.items():
            inside[word] += a / max(yes, .05) / of_host[page.host]
            outside[word] += b / max(no, .05) / of_host[page.host]
            seen[word].add(page.host)
    odds = {w: (numpy.log((inside[w] + .7) / (outside[w] + .7)), inside[w] + outside[w])
            for w in seen if len(seen[w]) >= hosts and 2 <= len(w) <= 20}
    ranked = sorted(odds.items(), key=lambda item: (-abs(item[1][0]) * numpy.sqrt(min(item[1][1], 30)), item[0]))[:most]
    return {word: round(odd * SCALE) for word, (odd, _) in ranked if abs(odd) * SCALE >= 4}


def set_class_words(pages, columns, weights):
    """Fills the columns of class words."""
    start = columns.index("weight0")
    for page in pages:
        contexts = {}

        def context(element):
            if element not in page.elements:
                return 0, 0, 0, 0
            if element not in contexts:
                parent, words = page.elements[element]
                own = max(-999, min(999, sum(weights.get(word, 0) for word in words)))
                _, total, least, greatest = context(parent)
                contexts[element] = own, max(-9999, min(9999, total + own)), min(least, own), max(greatest, own)
            return contexts[element]

        for index, element in enumerate(page.holders):
            row = page.features[index]
            own, row[start + 4], row[start + 5], row[start + 6] = context(element)
            for level in range(4):
                row[start + level] = context(element)[0]
                element = page.elements[element][0] if element in page.elements else 0


def surroundings(page, columns, chances):
    """For each passage, what the first look says about those around it: the columns of `Surroundings`."""
    count, q = len(chances), chances.astype(numpy.int64)
    length = page.features[:, columns.index("length")].astype(numpy.int64)
    weight = numpy.minimum(length, 1000) + 5
    at = numpy.arange(count)
    weighted, weights = numpy.concatenate([[0], numpy.cumsum(q * weight)]), numpy.concatenate([[0], numpy.cumsum(weight)])
    rows = []

    def mean(low, high, own):
        total = weights[high] - weights[low] - own * weight
        return numpy.where(total > 0, (weighted[high] - weighted[low] - own * q * weight) // numpy.maximum(1, total), -1)

    padded = numpy.concatenate([[-1] * 4, q, [-1] * 4])
    rows += [padded[4 + d:4 + d + count] for d in (-4, -3, -2, -1, 1, 2, 3, 4)]
    for reach in (2, 5, 12):
        rows.append(numpy.maximum(0, mean(numpy.maximum(0, at - reach), numpy.minimum(count, at + reach + 1), 1)))
    for reach in (4, 10):
        rows.append(mean(numpy.maximum(0, at - reach), at, 0))
        rows.append(mean(at + 1, numpy.minimum(count, at + 1 + reach), 0))
    total = max(1, weighted[-1])
    for level in range(3):
        low, high = page.ranges[:, 2 * level], page.ranges[:, 2 * level + 1]
        rows += [mean(low, high, 1), (weighted[high] - weighted[low]) * 1000 // total]
    rows += [weighted[:-1] * 1000 // total, (weighted[-1] - weighted[1:]) * 1000 // total]
    kinds, sums = collections.Counter(), collections.Counter()
    for kind, w, s in zip(page.kinds, weight, q * weight):
        kinds[kind] += w
        sums[kind] += s
    rows.append(numpy.array([(sums[k] - s) // (kinds[k] - w) if kinds[k] > w else -1 for k, w, s in zip(page.kinds, weight, q * weight)]))
    sure = (q > 700) & (length >= 80)
    rows += [distances(sure), distances(sure[::-1])[::-1], q, numpy.full(count, sure.sum()), numpy.cumsum(sure)]
    back = page.features[:, columns.index("fromHeading")].astype(int)
    rows.append(numpy.where(back <= at, q[numpy.maximum(0, at - back)], -1))
    return numpy.clip(numpy.stack(rows, 1), -32768, 32767).astype(numpy.int16)


def distances(marks):
    """How far back the last mark before each place is, 99 at most."""
    result, distance = [], 99
    for mark in marks:
        result.append(distance)
        distance = 0 if mark else min(99, distance + 1)
    return numpy.array(result)
