"""From YAML nodes to the model: one generic reader, led by the model's annotations. Its door is `scenario.reader`."""
