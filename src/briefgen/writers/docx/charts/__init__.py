"""Charts that Word draws itself, and whose data can be edited there: DrawingML, each with a workbook of its data.

A drawing on paper and a chart of Word show the same: `charts/` gives the measures and shades, this folder says them in
Word's words. A timeline is none of Word's kinds of chart, and stays a drawing.
"""

from briefgen.writers.docx.charts.charts import word_charts
from briefgen.writers.docx.charts.word_chart import WordChart, parts

__all__ = ["WordChart", "parts", "word_charts"]
