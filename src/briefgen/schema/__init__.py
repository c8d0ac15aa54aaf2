"""The types of values, from the annotations and docstrings of msgspec Structs: one description for all who ask.

The reader of scenarios, the check of templates, the JSON Schemas and the format reference are made from it, so a field
that is added to a Struct, with a docstring, is known to each of them.
"""

from briefgen.schema.docstrings import FieldDocs, field_docs, struct_docs
from briefgen.schema.types import (
    AnyType,
    BooleanType,
    ChoiceType,
    DateType,
    Field,
    FunctionType,
    IdType,
    LabelType,
    ListType,
    MapType,
    NumberType,
    OtherType,
    ProseType,
    ReferenceType,
    SchemaType,
    StructType,
    TextType,
    UnionType,
    all_structs,
    attributes_of,
    branch_of,
    fields_of,
    parts_of,
    type_of,
    union_of,
)

__all__ = [
    "AnyType", "BooleanType", "ChoiceType", "DateType", "Field", "FieldDocs", "FunctionType", "IdType", "LabelType",
    "ListType", "MapType", "NumberType", "OtherType", "ProseType", "ReferenceType", "SchemaType", "StructType",
    "TextType", "UnionType", "all_structs", "attributes_of", "branch_of", "field_docs", "fields_of", "parts_of",
    "struct_docs", "type_of", "union_of",
]  # fmt: skip
