project = "Course"
html_theme = "furo"
html_theme_options = {"navigation_with_keys": True}
exclude_patterns = []
# The one line that a site needs.
html_js_files = [("../playground/embed.js", {"type": "module"})]
