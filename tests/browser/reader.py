"""A reader at a page: what they can do there, and what they find. Pages are known by their data attributes alone."""

from __future__ import annotations

import json

_SURVEY = """() => {
  const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
  const part = (id, name) => [...document.querySelectorAll(`[data-part="${name}"][data-of="${CSS.escape(id)}"]`)];
  return [...document.querySelectorAll("[data-mark]")].map((e) => {
    const id = e.dataset.mark, style = getComputedStyle(e), head = part(id, "head")[0], hit = part(id, "hit")[0];
    const number = part(id, "number")[0], casing = part(id, "casing")[0], unsaid = part(id, "unsaid")[0];
    return {
      ...e.dataset, id, painted: seen(e), dash: style.strokeDasharray, caps: style.strokeLinecap, stroke: style.stroke,
      width: parseFloat(style.strokeWidth), opacity: style.opacity, d: e.getAttribute("d"),
      marker: style.markerEnd,
      head: head ? { fill: head.dataset.fill, painted: seen(head) } : null,
      badges: part(id, "badge").map((b) => ({ badge: b.dataset.badge, words: b.textContent, painted: seen(b) })),
      number: number ? number.textContent : null,
      hit: hit ? { painted: seen(hit), label: hit.getAttribute("aria-label"), role: hit.getAttribute("role"),
                   tab: hit.tabIndex, width: parseFloat(getComputedStyle(hit).strokeWidth) } : null,
      unsaid: unsaid ? { dash: getComputedStyle(unsaid).strokeDasharray, painted: seen(unsaid) } : null,
    };
  });
}"""

_LABELS = """() => {
  const box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const seen = (e) => e.getClientRects().length > 0;
  const map = document.querySelector(".leaflet-container");
  return {
    map: box(map),
    labels: [...document.querySelectorAll("[data-label]")].filter(seen)
      .map((e) => ({ key: e.dataset.label, role: e.dataset.role, must: e.dataset.must === "true",
                     words: e.textContent, box: box(e), size: parseFloat(getComputedStyle(e).fontSize) })),
    signs: [...new Set([...document.querySelectorAll('[data-part="badge"], [data-part="number"]')].filter(seen)
      .map((e) => e.parentElement))].map((e) => ({ words: e.textContent, box: box(e) })),
  };
}"""

_LINES = """() => {
  const map = window.dateline.map, out = {};
  const put = (layer) => {
    const id = layer.feature?.properties?.mark;
    if (id === undefined || !layer.getLatLngs || layer instanceof L.Polygon) return;
    const flat = (x) => (Array.isArray(x[0]) ? x.flatMap(flat) : x);
    let points = layer.getLatLngs();
    while (Array.isArray(points[0])) points = points.at(-1);
    out[id] = points.map((p) => { const q = map.latLngToContainerPoint(p); return [q.x, q.y, p.lng, p.lat]; });
  };
  map.eachLayer(put);
  return out;
}"""

# What a test may change of a page, but for the step: none of it may be left for the next.
_STATE = """() => {
  const all = (selector, of) => [...document.querySelectorAll(selector)].map(of), map = window.dateline.map;
  const here = map && [map.getZoom(), map.getCenter().lng.toFixed(3), map.getCenter().lat.toFixed(3)];
  return JSON.stringify([
    window.dateline.state(), here, innerWidth, innerHeight, scrollX, scrollY,
    all("input, select", (e) => [e.value, e.checked]), all("details", (e) => e.open),
    all("[data-row]", (e) => e.dataset.row),
    all("[data-panel], [data-row], [data-action], [data-note]", (e) => [e.hidden, e.scrollTop]),
    all("[aria-sort], [aria-pressed], [aria-expanded]", (e) => [e.ariaSort, e.ariaPressed, e.ariaExpanded]),
    all("[data-shown=true]", (e) => e.dataset.mark), all("[data-dimmed=true], [data-lit=true]", (e) => e.dataset.mark),
    all(":focus", (e) => e.tagName), matchMedia("print").matches, matchMedia("(prefers-color-scheme: dark)").matches,
  ]);
}"""


class Reader:
    """One tab with a story's page."""

    def __init__(self, page, story):
        self.page = page
        self.story = story
        self.trouble = []
        self.requests = []
        self.start = None
        page.on("console", lambda said: said.type in {"error", "warning"} and self.trouble.append(said.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", lambda dialog: (self.trouble.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, address):
        """Open an address and wait until the page says that it is ready."""
        self.page.bring_to_front()
        self.page.goto(address, timeout=20_000)
        if self.page.evaluate("document.documentElement.dataset.ready !== 'true'"):
            self.page.wait_for_selector('html[data-ready="true"]', timeout=20_000)
        self.start = self.ask(_STATE)
        return self

    def restart(self):
        """Go back to the first step, and say whether the page is what it was when it opened."""
        self.page.bring_to_front()  # a tab behind another paints once a second
        self.trouble.clear()
        self.ask("""() => {
          for (const box of document.querySelectorAll("[data-control=thread]")) if (!box.checked) box.click();
          document.activeElement?.blur();
          document.querySelector("[aria-pressed=true][data-sentence]")?.click();
          location.hash = "#step=2";
        }""")
        self.page.wait_for_function(
            "document.documentElement.dataset.atStep === '2' || !document.querySelector('[data-step=\"2\"]')"
        )
        self.ask("location.hash = '#step=1'")
        self.page.wait_for_function("document.documentElement.dataset.atStep === '1'")
        self.ask("scrollTo(0, 0), document.querySelector('main').scrollTo(0, 0)")
        return self.ask(_STATE) == self.start

    def ask(self, script, *values):
        """What a script says."""
        return self.page.evaluate(script, *values)

    def all(self, selector, script="e => e.textContent"):
        """What a script says of each element of a kind."""
        return self.page.eval_on_selector_all(selector, f"es => es.map({script})")

    def attributes(self, selector, name):
        """One attribute of each element of a kind."""
        return self.all(selector, f"e => e.getAttribute('{name}')")

    @property
    def data(self):
        """The data block."""
        return json.loads(self.page.text_content("#story"))

    @property
    def steps(self):
        """How many steps there are."""
        return len(self.attributes("[data-step]", "data-step"))

    def goto(self, n):
        """Go to a step by its button."""
        self.ask("n => window.dateline.goto(n)", n)
        return self

    def marks(self):
        """All marks as they are drawn now, by id."""
        return {mark["id"]: mark for mark in self.ask(_SURVEY)}

    def shown(self):
        """Ids of the marks that are shown now."""
        return {key for key, mark in self.marks().items() if mark["shown"] == "true"}

    def labels(self):
        """Labels and signs with their boxes on the screen."""
        return self.ask(_LABELS)

    def lines(self):
        """Points of each line: x and y in the map, longitude and latitude."""
        return self.ask(_LINES)

    def look(self, lon, lat, zoom):
        """Move the map without a motion."""
        self.ask(
            "([lon, lat, zoom]) => window.dateline.map.setView([lat, lon], zoom, {animate: false})", [lon, lat, zoom]
        )

    def show(self, mark):
        """Open a mark's ledger."""
        self.ask("id => window.dateline.show(id)", mark)

    def ledger(self):
        """The open ledger: whose it is, and its rows."""
        return self.ask("""() => {
          const e = document.querySelector('[data-panel="ledger"]');
          return e.hidden ? null : {
            of: e.dataset.for,
            words: e.textContent,
            rows: [...e.querySelectorAll("[data-claim]")].map((row) => ({
              claim: row.dataset.claim,
              who: [...row.querySelectorAll("[data-who]"), row].map((x) => x.dataset.who).find(Boolean),
              words: row.textContent, quotes: [...row.querySelectorAll("[data-evidence-at]")].map((q) => q.textContent),
            })),
          };
        }""")

    def tied(self):
        """All words that name their place in the text, with that place."""
        return self.all("[data-evidence-at]", "e => [e.dataset.evidenceAt, e.textContent, e.tagName]")

    def slice(self, at):
        """The article's text at a place written as the page does."""
        start, end = map(int, at.split("-"))
        return self.story.text[start:end]
