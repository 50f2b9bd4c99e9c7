"""Reports of a check: text for a terminal, JSON, Markdown, HTML."""

from qinglian_rules.reports.html_report import render_html_report
from qinglian_rules.reports.json_report import report_data
from qinglian_rules.reports.markdown_report import render_markdown_report
from qinglian_rules.reports.text_report import render_text_report

__all__ = ["render_html_report", "render_markdown_report", "render_text_report", "report_data"]
