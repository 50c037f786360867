"""Writes a trained model as Swift: the table of class words, and the trees of both looks."""
import math
import pathlib

FINDING = pathlib.Path(__file__).resolve().parent.parent / "Plugins/HTML/Finding"
UNIT = 1024  # leaves are logits in these parts


def write(model):
    words = [f'        ("{word}", {weight}),' for word, weight in sorted(model.words.items())]
    text = HEAD + "extension ClassWordTable {\n    /// Words and their weights: 20 times the log odds that text under them is an article's.\n"
    text += "    static let weights: [(word: String, weight: Int16)] = [\n" + "\n".join(words) + "\n    ]\n}\n"
    (FINDING / "ClassWordTable+Weights.swift").write_text(text, encoding="utf-8")
    text = HEAD + "extension ContentModel {\n"
    text += look("alone", "A passage by itself.", model.first) + "\n" + look("amongOthers", "A passage and those around it.", model.second)
    table = [round(1000 / (1 + math.exp(-(index / 8 - 8)))) for index in range(129)]
    text += "\n    /// The logistic function in thousandths, at each eighth from -8 to 8.\n    static let chances: [Int16] = [\n"
    text += lines([str(value) for value in table]) + "    ]\n}\n"
    (FINDING / "ContentModel+Trees.swift").write_text(text, encoding="utf-8")


HEAD = "// Made by Training/train.py --write. Change the training, not this file.\n\n"


def look(name, comment, booster):
    starts, nodes = [], []
    for tree in booster.dump_model()["tree_info"]:
        starts.append(len(nodes))
        nodes += flattened(tree["tree_structure"])
    text = f"    /// {comment}\n    static let {name} = ContentModel(\n        starts: [\n"
    text += lines([str(start) for start in starts], 12) + "        ],\n        nodes: [\n"
    return text + lines([f"0x{node:X}" for node in nodes], 12) + "        ]\n    )\n"


def flattened(node):
    """A node and all below it, left branch first, in the layout of ContentModel.swift."""
    if "leaf_value" in node:
        value = max(-32768, min(32767, round(node["leaf_value"] * UNIT)))
        return [255 | (value & 0xFFFF) << 16]
    left, right = flattened(node["left_child"]), flattened(node["right_child"])
    threshold = max(-32768, min(32767, math.floor(node["threshold"])))
    ahead = len(left) + 1
    assert ahead < 256 and node["split_feature"] < 255 and node["decision_type"] == "<="
    return [node["split_feature"] | ahead << 8 | (threshold & 0xFFFF) << 16] + left + right


def lines(words, indent=8, width=120):
    text, line = "", " " * indent
    for word in words:
        if len(line) + len(word) + 2 > width:
            text, line = text + line.rstrip() + "\n", " " * indent
        line += word + ", "
    return text + line.rstrip() + "\n"
