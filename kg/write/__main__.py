"""`python -m kg.write` renews the JSON Schemas in `ontology/`, as they follow from context and shapes."""

from kg.resources import folder
from kg.write import schema

for _name, _content in schema.rendered().items():
    (folder("ontology") / _name).write_bytes(_content)
