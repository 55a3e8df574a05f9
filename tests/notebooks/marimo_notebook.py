import marimo

app = marimo.App()


@app.cell
def _():
    import marimo
    from widget import CONFIG, Playground

    playground = marimo.ui.anywidget(Playground(config=CONFIG, show="editor flow summary"))
    playground
    return marimo, playground


@app.cell
def _(marimo, playground):
    marimo.plain_text(f"Python has: {playground.error or playground.summary}")
    return


if __name__ == "__main__":
    app.run()
