// The inlines of the schema, one condition a type, so that a type without a condition passes through.

extension ArticleJSON {
    static let inline = #"""
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
        }
        """#
}
