// The blocks of the schema, one condition a type, so that a type without a condition passes through.

extension ArticleJSON {
    static let block = #"""
        "block": {
          "description": "A block; one of a type that is not named here passes through as it is.",
          "type": "object",
          "required": ["type"],
          "properties": {"type": {"type": "string"}},
          "allOf": [
            {
              "if": {"properties": {"type": {"const": "paragraph"}}},
              "then": {
                "type": "object",
                "required": ["content"],
                "properties": {
                  "type": true,
                  "role": {"enum": ["body", "lead", "question", "answer"]},
                  "content": {"$ref": "#/$defs/inlines"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "heading"}}},
              "then": {
                "type": "object",
                "required": ["level", "content"],
                "properties": {
                  "type": true,
                  "level": {"type": "integer"},
                  "content": {"$ref": "#/$defs/inlines"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "list"}}},
              "then": {
                "type": "object",
                "required": ["marker", "items"],
                "properties": {
                  "type": true,
                  "marker": {"enum": ["bullet", "number"]},
                  "start": {"type": "integer"},
                  "tight": {"type": "boolean"},
                  "items": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["content"],
                      "properties": {"done": {"type": "boolean"}, "content": {"$ref": "#/$defs/blocks"}},
                      "additionalProperties": false
                    }
                  }
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "quote"}}},
              "then": {
                "type": "object",
                "required": ["content"],
                "properties": {
                  "type": true,
                  "content": {"$ref": "#/$defs/blocks"},
                  "attribution": {"$ref": "#/$defs/inlines"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "pullQuote"}}},
              "then": {
                "type": "object",
                "required": ["content"],
                "properties": {
                  "type": true,
                  "content": {"$ref": "#/$defs/blocks"},
                  "attribution": {"$ref": "#/$defs/inlines"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "code"}}},
              "then": {
                "type": "object",
                "required": ["text"],
                "properties": {"type": true, "language": {"type": "string"}, "text": {"type": "string"}},
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "table"}}},
              "then": {
                "type": "object",
                "required": ["bodies"],
                "properties": {
                  "type": true,
                  "caption": {"$ref": "#/$defs/inlines"},
                  "columns": {"type": "array", "items": {"enum": ["left", "center", "right", null]}},
                  "head": {"$ref": "#/$defs/rows"},
                  "bodies": {"type": "array", "items": {"$ref": "#/$defs/rows"}},
                  "foot": {"$ref": "#/$defs/rows"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "figure"}}},
              "then": {
                "type": "object",
                "required": ["images"],
                "properties": {
                  "type": true,
                  "images": {"type": "array", "items": {"$ref": "#/$defs/image"}},
                  "caption": {"$ref": "#/$defs/inlines"},
                  "credit": {"type": "string"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "embed"}}},
              "then": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                  "type": true,
                  "kind": {"enum": ["video", "audio", "post", "map", "interactive", "gallery", "other"]},
                  "url": {"type": "string"},
                  "title": {"type": "string"},
                  "fallback": {"$ref": "#/$defs/blocks"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "aside"}}},
              "then": {
                "type": "object",
                "required": ["kind", "content"],
                "properties": {
                  "type": true,
                  "kind": {"enum": ["factBox", "correction", "related", "note"]},
                  "title": {"$ref": "#/$defs/inlines"},
                  "content": {"$ref": "#/$defs/blocks"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "liveEntry"}}},
              "then": {
                "type": "object",
                "required": ["content"],
                "properties": {
                  "type": true,
                  "time": {"$ref": "#/$defs/timestamp"},
                  "title": {"$ref": "#/$defs/inlines"},
                  "author": {"type": "string"},
                  "content": {"$ref": "#/$defs/blocks"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "definitionList"}}},
              "then": {
                "type": "object",
                "required": ["definitions"],
                "properties": {
                  "type": true,
                  "definitions": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "required": ["term", "meanings"],
                      "properties": {
                        "term": {"$ref": "#/$defs/inlines"},
                        "meanings": {"type": "array", "items": {"$ref": "#/$defs/blocks"}}
                      },
                      "additionalProperties": false
                    }
                  }
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "thematicBreak"}}},
              "then": {
                "type": "object",
                "required": [],
                "properties": {"type": true},
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "math"}}},
              "then": {
                "type": "object",
                "required": ["notation", "source"],
                "properties": {
                  "type": true,
                  "notation": {"enum": ["tex", "mathML"]},
                  "source": {"type": "string"},
                  "alt": {"type": "string"}
                },
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "footnote"}}},
              "then": {
                "type": "object",
                "required": ["id", "content"],
                "properties": {"type": true, "id": {"type": "string"}, "content": {"$ref": "#/$defs/blocks"}},
                "additionalProperties": false
              }
            },
            {
              "if": {"properties": {"type": {"const": "custom"}}},
              "then": {
                "type": "object",
                "required": ["name"],
                "properties": {
                  "type": true,
                  "name": {"type": "string"},
                  "data": {
                    "description": "An object, or text that is not one in its shortest form.",
                    "type": ["object", "string"]
                  },
                  "fallback": {"$ref": "#/$defs/blocks"}
                },
                "additionalProperties": false
              }
            }
          ]
        }
        """#
}
