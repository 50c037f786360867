extension ArticleJSON {
    /// The JSON Schema (draft 2020-12) of the form that ``encode(_:claims:indented:reporting:)`` writes.
    ///
    /// It is closed: a field that is not named here is an error, but within nodes of types that are not named here,
    /// which pass through, and within the data of custom nodes. A reader is more forgiving than the schema.
    public static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Articles in Offprint's JSON",
          "description": "One article, or an array of articles.",
          "anyOf": [{"$ref": "#/$defs/article"}, {"type": "array", "items": {"$ref": "#/$defs/article"}}],
          "$defs": {
            "timestamp": {
              "description": "ISO 8601, as precise as the source.",
              "type": "string",
              "pattern": "^\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?$"
            },
            "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}},
            "inlines": {"type": "array", "items": {"$ref": "#/$defs/inline"}},
            "contributor": {
              "type": "object",
              "required": ["name"],
              "properties": {
                "name": {"type": "string"},
                "kind": {"enum": ["person", "organization", "unknown"]},
                "role": {"type": "string"},
                "url": {"type": "string"}
              },
              "additionalProperties": false
            },
            "organization": {
              "type": "object",
              "required": ["name"],
              "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
              "additionalProperties": false
            },
            "identifier": {
              "type": "object",
              "required": ["scheme", "value"],
              "properties": {"scheme": {"type": "string"}, "value": {"type": "string"}},
              "additionalProperties": false
            },
            "tag": {
              "type": "object",
              "required": ["name"],
              "properties": {
                "name": {"type": "string"},
                "kind": {"enum": ["subject", "person", "organization", "place", "event"]},
                "uri": {"type": "string"}
              },
              "additionalProperties": false
            },
            "image": {
              "type": "object",
              "required": [],
              "properties": {
                "url": {"type": "string"},
                "resource": {"type": "string"},
                "alt": {"type": "string"},
                "title": {"type": "string"},
                "width": {"type": "integer"},
                "height": {"type": "integer"}
              },
              "additionalProperties": false
            },
            "picture": {
              "type": "object",
              "required": ["image"],
              "properties": {
                "image": {"$ref": "#/$defs/image"},
                "caption": {"type": "string"},
                "credit": {"type": "string"}
              },
              "additionalProperties": false
            },
            "resource": {
              "type": "object",
              "properties": {
                "id": {"type": "string"},
                "mediaType": {"type": "string"},
                "bytes": {"type": "string", "contentEncoding": "base64"},
                "path": {"type": "string"},
                "url": {"type": "string"}
              },
              "additionalProperties": false,
              "oneOf": [{"required": ["bytes"]}, {"required": ["path"]}, {"required": ["url"]}]
            },
            "metadata": {
              "type": "object",
              "required": [],
              "properties": {
                "title": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "subtitle": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "kicker": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "authors": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"$ref": "#/$defs/contributor"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "byline": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "contributors": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"$ref": "#/$defs/contributor"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "published": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"$ref": "#/$defs/timestamp"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "modified": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"$ref": "#/$defs/timestamp"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "expires": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"$ref": "#/$defs/timestamp"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "embargo": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"$ref": "#/$defs/timestamp"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "status": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"enum": ["usable", "embargoed", "withheld", "canceled"]},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "language": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "direction": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"enum": ["ltr", "rtl"]},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "description": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "publisher": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"$ref": "#/$defs/organization"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "agencies": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"$ref": "#/$defs/organization"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "url": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "identifiers": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"$ref": "#/$defs/identifier"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "tags": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"$ref": "#/$defs/tag"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "sections": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"type": "string"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "kind": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {
                        "enum": [
                          "news", "analysis", "opinion", "review", "interview", "feature", "liveBlog",
                          "blogPost", "pressRelease", "advertisement", "gallery", "scholarly"
                        ]
                      },
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "images": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"$ref": "#/$defs/picture"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "access": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"enum": ["free", "metered", "paid"]},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "rights": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "places": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"type": "string"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "notes": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "array", "items": {"type": "string"}},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "slug": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                },
                "priority": {
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "required": ["value", "evidence", "locator", "confidence"],
                    "properties": {
                      "value": {"type": "string"},
                      "evidence": {"type": "string"},
                      "locator": {"type": "string"},
                      "line": {"type": "integer"},
                      "confidence": {"enum": ["low", "medium", "high"]}
                    },
                    "additionalProperties": false
                  }
                }
              },
              "additionalProperties": false
            },
            "rows": {"type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/cell"}}},
            "cell": {
              "type": "object",
              "required": ["content"],
              "properties": {
                "header": {"type": "boolean"},
                "columnSpan": {"type": "integer"},
                "rowSpan": {"type": "integer"},
                "alignment": {"enum": ["left", "center", "right"]},
                "content": {"$ref": "#/$defs/blocks"}
              },
              "additionalProperties": false
            },
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
            },
            "inline": {
              "description": "An inline; one of a type that is not named here passes through as it is.",
              "type": "object",
              "required": ["type"],
              "properties": {"type": {"type": "string"}},
              "allOf": [
                {
                  "if": {"properties": {"type": {"const": "text"}}},
                  "then": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {"type": true, "text": {"type": "string"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "emphasis"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {"type": true, "content": {"$ref": "#/$defs/inlines"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "strong"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {"type": true, "content": {"$ref": "#/$defs/inlines"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "strikethrough"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {"type": true, "content": {"$ref": "#/$defs/inlines"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "superscript"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {"type": true, "content": {"$ref": "#/$defs/inlines"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "subscript"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {"type": true, "content": {"$ref": "#/$defs/inlines"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "code"}}},
                  "then": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {"type": true, "text": {"type": "string"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "link"}}},
                  "then": {
                    "type": "object",
                    "required": ["target", "content"],
                    "properties": {
                      "type": true,
                      "target": {"type": "string"},
                      "title": {"type": "string"},
                      "content": {"$ref": "#/$defs/inlines"}
                    },
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "image"}}},
                  "then": {
                    "type": "object",
                    "required": [],
                    "properties": {
                      "type": true,
                      "url": {"type": "string"},
                      "resource": {"type": "string"},
                      "alt": {"type": "string"},
                      "title": {"type": "string"},
                      "width": {"type": "integer"},
                      "height": {"type": "integer"}
                    },
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "lineBreak"}}},
                  "then": {
                    "type": "object",
                    "required": [],
                    "properties": {"type": true},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "footnoteReference"}}},
                  "then": {
                    "type": "object",
                    "required": ["id"],
                    "properties": {"type": true, "id": {"type": "string"}},
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
                  "if": {"properties": {"type": {"const": "quoted"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {"type": true, "content": {"$ref": "#/$defs/inlines"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "cite"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {"type": true, "content": {"$ref": "#/$defs/inlines"}},
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "ruby"}}},
                  "then": {
                    "type": "object",
                    "required": ["base", "annotation"],
                    "properties": {
                      "type": true,
                      "base": {"$ref": "#/$defs/inlines"},
                      "annotation": {"$ref": "#/$defs/inlines"}
                    },
                    "additionalProperties": false
                  }
                },
                {
                  "if": {"properties": {"type": {"const": "span"}}},
                  "then": {
                    "type": "object",
                    "required": ["content"],
                    "properties": {
                      "type": true,
                      "language": {"type": "string"},
                      "direction": {"enum": ["ltr", "rtl"]},
                      "content": {"$ref": "#/$defs/inlines"}
                    },
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
                      "fallback": {"$ref": "#/$defs/inlines"}
                    },
                    "additionalProperties": false
                  }
                }
              ]
            },
            "article": {
              "type": "object",
              "required": ["offprint", "metadata", "body"],
              "properties": {
                "offprint": {
                  "type": "object",
                  "required": ["model"],
                  "properties": {"model": {"type": "string", "pattern": "^1\\.\\d+$"}},
                  "additionalProperties": false
                },
                "metadata": {"$ref": "#/$defs/metadata"},
                "body": {"$ref": "#/$defs/blocks"},
                "resources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/resource"}}
              },
              "additionalProperties": false
            }
          }
        }
        """#
}
