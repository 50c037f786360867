extension ArticleJSON {
    /// The JSON Schema (draft 2020-12) of the form that ``write(_:to:claims:reporting:)`` writes.
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
            "claims": {
              "description": "What is claimed for a field, the best claim first.",
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "required": ["value", "evidence", "locator", "confidence"],
                "properties": {
                  "value": true,
                  "evidence": {"type": "string"},
                  "locator": {"type": "string"},
                  "line": {"type": "integer"},
                  "confidence": {"enum": ["low", "medium", "high"]}
                },
                "additionalProperties": false
              }
            },
            "metadata": {
              "type": "object",
              "required": [],
              "properties": {
                "title": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "subtitle": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "kicker": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "authors": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"$ref": "#/$defs/contributor"}}}}
                },
                "byline": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "contributors": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"$ref": "#/$defs/contributor"}}}}
                },
                "published": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"$ref": "#/$defs/timestamp"}}}
                },
                "modified": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"$ref": "#/$defs/timestamp"}}}
                },
                "expires": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"$ref": "#/$defs/timestamp"}}}
                },
                "embargo": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"$ref": "#/$defs/timestamp"}}}
                },
                "status": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"enum": ["usable", "embargoed", "withheld", "canceled"]}}}
                },
                "language": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "direction": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"enum": ["ltr", "rtl"]}}}
                },
                "description": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "publisher": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"$ref": "#/$defs/organization"}}}
                },
                "agencies": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"$ref": "#/$defs/organization"}}}}
                },
                "url": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "identifiers": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"$ref": "#/$defs/identifier"}}}}
                },
                "tags": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"$ref": "#/$defs/tag"}}}}
                },
                "sections": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"type": "string"}}}}
                },
                "kind": {
                  "$ref": "#/$defs/claims",
                  "items": {
                    "properties": {
                      "value": {
                        "enum": [
                          "news", "analysis", "opinion", "review", "interview", "feature", "liveBlog",
                          "blogPost", "pressRelease", "advertisement", "gallery", "scholarly"
                        ]
                      }
                    }
                  }
                },
                "images": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"$ref": "#/$defs/picture"}}}}
                },
                "access": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"enum": ["free", "metered", "paid"]}}}
                },
                "rights": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "places": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"type": "string"}}}}
                },
                "notes": {
                  "$ref": "#/$defs/claims",
                  "items": {"properties": {"value": {"type": "array", "items": {"type": "string"}}}}
                },
                "slug": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}},
                "priority": {"$ref": "#/$defs/claims", "items": {"properties": {"value": {"type": "string"}}}}
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
            },
            \#(block),
            \#(inline)
          }
        }
        """#
}
