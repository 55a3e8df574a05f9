"""The playground as docs/pages/embedding.md says, and a config for it."""

import anywidget
import traitlets

CONFIG = '{"now": 1, "sources": {"gamma": {"records": [{"id": 1, "value": 1.0}]}}}'


class Playground(anywidget.AnyWidget):
    _esm = 'export { default } from "http://localhost:8973/anywidget.js"'
    config = traitlets.Unicode().tag(sync=True)
    show = traitlets.Unicode().tag(sync=True)
    summary = traitlets.Unicode().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
