// The marks: geometry from folium's layers; casing, hit path, arrowhead and the like are made from it here, in pixels.

const HEAD = { long: LOOK.head[0], broad: LOOK.head[1] };
const RADIUS = Object.fromEntries(Object.entries(LOOK.nodes).map(([precision, wide]) => [precision, wide / 2]));
const TURN = 2 * Math.PI;

const marks = new Map();
let map = null;
let overlay = null; // groups of one SVG in the pane of heads: nodes below, heads above

/** Join what the data block and the drawing know of each mark, and take its geometry over from folium's layer. */
function adoptMarks() {
  const events = new Map(STORY.story.events.map((event) => [event.id, event]));
  const threadOf = ({ event }) => events.get(event).thread ?? null;
  const inOrder = [...new Set(STORY.marks.map(threadOf))];
  const whats = new Map(findAll("[data-table=marks] tbody tr").map((row) => [row.dataset.row, row.firstElementChild.textContent]));
  for (const datum of STORY.marks) {
    const facts = VIEW.marks[datum.id];
    const event = events.get(datum.event);
    const part = partOf(event, datum.leg);
    const words = part.evidence ?? event.evidence ?? [];
    const evidence = words.map(({ at }) => at);
    const rows = datum.claims.map((claim, n) => claimOf(claim, facts.rows?.[n], words));
    const from = part.from ?? (["use", "presence"].includes(datum.kind) ? event.place : null);
    const said = { what: whats.get(datum.id), precision: VIEW.precision, evidence, from, to: part.to, start: from, end: part.to, via: listed(part.via) };
    const thread = threadOf(datum);
    const colour = Math.min(inOrder.indexOf(thread), LOOK.threads - 1); // the last is shared
    const mark = { thread, colour, width: LOOK.line, silences: [], because: [], passes: [], ...said, ...datum, ...facts, rows };
    mark.denied = deniers(mark);
    mark.label = spoken(mark);
    marks.set(mark.id, mark);
  }
  for (const silence of STORY.silences) {
    const colon = silence.lastIndexOf(":");
    marks.get(silence.slice(0, colon)).silences.push(silence.slice(colon + 1));
  }
  map.eachLayer((layer) => {
    const mark = marks.get(layer.feature?.properties?.mark);
    if (!mark) return;
    mark.layer = layer;
    mark.geometry = layer.feature.geometry;
    mark.sort = layer instanceof L.CircleMarker ? "point" : layer instanceof L.Polygon ? "area" : "line";
  });
  // Of areas that lie over each other the smaller takes the pointer.
  const size = ({ sort, layer }) => (sort === "area" ? extentOf(layer.getBounds()) : 0);
  const order = [...marks.values()].sort((a, b) => size(b) - size(a));
  for (const mark of order) dress(mark);
}

/** The leg of an event, or the event itself where it has none. */
const partOf = (event, leg) => event.legs?.find(({ id }) => id === leg) ?? event;

/** A claim with its names, its words, and the paragraph of the first of them. */
function claimOf(claim, facts, evidence) {
  const row = { ...claim, ...facts };
  row.quote ??= evidence.find(({ at }) => String(at) === String(row.at))?.quote;
  const starts = [...(row.said ?? []).map((span) => parseInt(span, 10)), ...(row.at ? [row.at[0]] : [])];
  if (VIEW.paragraphs && starts.length) row.paragraph = Math.max(1, VIEW.paragraphs.filter((start) => start <= Math.min(...starts)).length);
  return row;
}

const extentOf = (bounds) => (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());

/** Who denies a mark, as the badge beside it says. */
function deniers({ rows }) {
  const names = [...new Set(rows.filter(({ stance }) => stance === "denies").map(({ name, who }) => name ?? who))];
  return names.length ? say("denied_by", { names: names.join(WORDS.list_join) }) : null;
}

/** What a screen reader says of a mark. */
function spoken({ what, status, amount, denied }) {
  const more = status === "unconfirmed" ? ` (${WORDS.unconfirmed_spoken})` : "";
  return [what, `${WORDS.status[status]}: ${WORDS.definition[status]}${more}`, amount, denied].filter(Boolean).join(". ");
}

/** Give a mark its attributes and its parts. */
function dress(mark) {
  const { layer } = mark;
  const line = layer.getElement();
  const attributes = {
    "data-mark": mark.id, "data-event": mark.event, "data-leg": mark.leg, "data-kind": mark.kind, "data-status": mark.status,
    "data-thread": mark.thread, "data-precision": mark.precision, "data-from": mark.from || null, "data-to": mark.to || null,
    "data-via": mark.via.join(" ") || null, "data-unit": mark.unit, "data-value": mark.value, "data-surface": mark.surface,
    "data-ours": mark.ours.join(" ") || null, "data-shown": "false",
  }; // prettier-ignore
  for (const [name, value] of Object.entries(attributes)) if (value != null) line.setAttribute(name, value);
  for (const name of ["stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "fill", "fill-opacity", "fill-rule"]) line.removeAttribute(name);
  line.setAttribute("class", `mark ${mark.sort} stroke t${mark.colour}`);
  line.setAttribute("aria-hidden", "true");
  mark.line = line;
  mark.parts = [];
  const part = (name, place, extra = {}) => {
    const element = makeSvg("path", { "data-part": name, "data-of": mark.id, class: `${name} t${mark.colour}`, ...extra });
    mark.parts.push(element);
    mark[name === "unsaid" ? "unsaidPart" : name] = element;
    place(element);
    return element;
  };
  if (mark.sort !== "area") {
    part("casing", (element) => line.before(element));
    mark.casing.style.strokeWidth = `${mark.width + LOOK.casing}px`;
    line.style.strokeWidth = `${mark.width}px`;
  } else {
    hatch(mark);
  }
  if (mark.unsaid) {
    mark.unsaidCasing = makeSvg("path", { class: "unsaid-casing" });
    mark.parts.push(mark.unsaidCasing);
    line.before(mark.unsaidCasing);
    part("unsaid", (element) => line.before(element));
  }
  // Hatching on water lies below the land; what takes the pointer lies with the lines.
  const hits = mark.sort === "area" ? map.getPane("lines").querySelector("g.areas") ?? areaHits() : line.parentNode;
  part("hit", (element) => hits.append(element), { tabindex: 0, role: "button", "aria-label": mark.label, class: `hit ${mark.sort} ${mark.kind}` });
  pointOut(mark.hit, mark.id);
  mark.hit.addEventListener("click", () => map.dragging?.moved() || openLedger(mark.id));
  mark.hit.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    openLedger(mark.id);
  });
  const fill = LOOK.heads[mark.status];
  if (mark.sort === "line") part("head", (element) => overlay.heads.append(element), { "data-fill": fill });
  mark.incoming = mark.sort === "point" && ["flow", "route"].includes(mark.kind) && mark.to && !mark.from;
  if (mark.incoming) part("head", (element) => overlay.heads.append(element), { "data-fill": fill });
  mark.rings = mark.silences
    .filter((what) => ["port", "route", "recipient"].includes(what))
    .map((what) => {
      const ring = makeSvg("circle", { class: "silence", r: 5, "data-silence": `${mark.id}:${what}`, "data-what": what });
      overlay.rings.append(ring);
      return ring;
    });
  const draw = layer._updatePath;
  layer._updatePath = () => paint(mark, () => draw.call(layer));
  // Leaflet asks for every path anew whenever the map rests; while only the view moves, nothing changes but what is in it.
  const update = layer._update;
  layer._update = () => {
    if (!mark.shown) return;
    const { x, y } = map.getPixelOrigin();
    const inView = !layer._pxBounds || layer._renderer._bounds.intersects(layer._pxBounds);
    const projected = `${map.getZoom()} ${x} ${y} ${inView}`;
    if (mark.projected === projected) return;
    mark.projected = projected;
    update.call(layer);
  };
}

/** A path of its own in the pane of lines for the areas that lie below the land. */
function areaHits() {
  const svg = map.getPane("lines").querySelector("svg") ?? L.svg({ pane: "lines", padding: 0.5 }).addTo(map)._container;
  const group = makeSvg("g", { class: "areas" });
  (svg.querySelector("g") ?? svg).prepend(group);
  return group;
}

/** Hatching: a claim leans one way, what contests it the other, so that both sides show on one water. */
function hatch(mark) {
  const contests = mark.rows[0]?.stance === "contests";
  const svg = mark.line.ownerSVGElement;
  const pattern = makeSvg("pattern", {
    id: `hatch-${mark.id}`, width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${contests ? -45 : 45})`,
  }); // prettier-ignore
  pattern.append(makeSvg("path", { d: "M0 4.5H9", class: `hatchline t${mark.colour}` }));
  svg.prepend(pattern);
  mark.line.style.fill = `url("#${CSS.escape(pattern.id)}")`;
}

/** Write the paths of a mark in the layer's pixels. */
function paint(mark, leaflet) {
  const { layer } = mark;
  if (mark.sort === "area") {
    leaflet();
    mark.hit.setAttribute("d", mark.line.getAttribute("d"));
  } else if (mark.sort === "point") {
    place(mark);
  } else {
    const parts = layer._parts ?? [];
    const rings = layer._rings ?? [];
    const whole = parts.map(pathOf).join("") || "M0 0";
    const last = rings.length - 1;
    const cut = parts.map((points, n) => {
      const start = n === 0 ? gapAt(mark.start, points[0]) : 0;
      return trimmed(points, start, n === last ? gapAt(mark.end, points.at(-1)) + HEAD.long - 3 : 0);
    });
    const seen = cut.map(pathOf).join("") || "M0 0";
    mark.line.setAttribute("d", seen);
    mark.casing.setAttribute("d", seen);
    mark.hit.setAttribute("d", whole);
    if (mark.unsaid) {
      const way = pathOf(mark.unsaid.map(([lon, lat]) => map.latLngToLayerPoint([lat, lon])));
      mark.unsaidPart.setAttribute("d", way);
      mark.unsaidCasing.setAttribute("d", way);
    }
  }
}

const radiusOf = (node) => (node && VIEW.nodes[node] ? RADIUS[VIEW.nodes[node].precision] : 0);

/** How far a line stays off its place's middle; a ship's way that begins at a coast has no symbol to stay off. */
function gapAt(node, point) {
  const radius = radiusOf(node);
  if (!radius || !point) return 0;
  const { x, y } = nodePoint(node);
  return Math.hypot(point.x - x, point.y - y) < radius ? radius : 0;
}

const pathOf = (points) => points.map(({ x, y }, n) => `${n ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

/** Cut so many pixels off a line's ends. */
function trimmed(points, start, end) {
  const long = lengthOf(points);
  if (long < start + end + 4) return long > 8 ? [along(points, long * 0.3), along(points, long * 0.6)] : points;
  return between(points, start, long - end);
}

function lengthOf(points) {
  let sum = 0;
  for (let n = 1; n < points.length; n += 1) sum += Math.hypot(points[n].x - points[n - 1].x, points[n].y - points[n - 1].y);
  return sum;
}

/** The point so many pixels along a line. */
function along(points, at) {
  let rest = at;
  for (let n = 1; n < points.length; n += 1) {
    const [a, b] = [points[n - 1], points[n]];
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    if (step >= rest && step > 0) return { x: a.x + ((b.x - a.x) * rest) / step, y: a.y + ((b.y - a.y) * rest) / step };
    rest -= step;
  }
  return points.at(-1);
}

function between(points, from, to) {
  const out = [along(points, from)];
  let sum = 0;
  for (let n = 1; n < points.length; n += 1) {
    sum += Math.hypot(points[n].x - points[n - 1].x, points[n].y - points[n - 1].y);
    if (sum > from && sum < to) out.push(points[n]);
  }
  out.push(along(points, to));
  return out;
}

/** Draw a mark at one place: a ring, a diamond, or a short line to or from what is not stated. */
function place(mark) {
  const centre = mark.layer._point;
  if (!centre) return;
  const angle = mark.angle ?? -Math.PI / 4;
  const radius = radiusOf(mark.start);
  const at = (far) => ({ x: centre.x + far * Math.cos(angle), y: centre.y + far * Math.sin(angle) });
  let d;
  let hit;
  if (mark.kind === "flow" || mark.kind === "route") {
    const [inner, outer] = [at(radius + 2), at(radius + 26)];
    mark.stub = mark.incoming ? [at(radius + 26), at(radius)] : [inner, outer];
    mark.open = at(radius + 32);
    d = pathOf(mark.incoming ? trimmed(mark.stub, 0, HEAD.long - 3) : mark.stub);
    hit = pathOf([at(radius), at(radius + 38)]);
  } else {
    const { x, y } = mark.alone ? centre : at(radius + 13);
    const size = mark.alone ? Math.max(8, radius + 4) : 7;
    d = mark.kind === "use" ? `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z` : circle(x, y, size);
    hit = d;
    mark.open = { x, y };
  }
  mark.line.setAttribute("d", d);
  mark.casing.setAttribute("d", d);
  mark.hit.setAttribute("d", hit);
}

const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** Turn the marks that share a place away from each other and from the lines that end there. */
function spread() {
  const places = new Map();
  for (const mark of marks.values()) {
    if (!mark.shown) continue;
    for (const [key, points] of lineEnds(mark)) {
      const { used } = group(places, key);
      used.push(Math.atan2(points[1].y - points[0].y, points[1].x - points[0].x));
    }
    if (mark.sort === "point" && mark.start) group(places, mark.start).points.push(mark);
  }
  for (const { used, points } of places.values()) {
    const bound = points.filter((mark) => mark.kind !== "presence" && mark.kind !== "use");
    for (const mark of points) mark.alone = points.length === 1 && !bound.length;
    for (const mark of points) {
      if (mark.alone) continue;
      mark.angle = freest(used);
      used.push(mark.angle);
    }
  }
}

function group(places, key) {
  if (!places.has(key)) places.set(key, { used: [], points: [] });
  return places.get(key);
}

/** Both ends of a line with a point some way along it. */
function* lineEnds(mark) {
  if (mark.sort !== "line") return;
  const points = (mark.layer._rings ?? []).flat();
  if (points.length < 2) return;
  const long = lengthOf(points);
  if (mark.start) yield [mark.start, [points[0], along(points, Math.min(30, long / 2))]];
  if (mark.end) yield [mark.end, [points.at(-1), along(points, Math.max(long - 30, long / 2))]];
}

/** Of sixteen directions the one farthest from those in use; to the upper right where there is a choice. */
function freest(used) {
  let best = -Math.PI / 4;
  let widest = -1;
  for (let n = 0; n < 16; n += 1) {
    const angle = -Math.PI / 4 + (n * TURN) / 16;
    const near = Math.min(Math.PI, ...used.map((other) => Math.abs(((angle - other + 3 * Math.PI) % TURN) - Math.PI)));
    if (near > widest + 0.01) [best, widest] = [angle, near];
  }
  return best;
}

/** Arrowheads and rings stand in screen space: painted only while what they belong to is in view. */
function paintHeads(view) {
  for (const mark of marks.values()) {
    if (mark.head) {
      const points = mark.shown ? headLine(mark) : null;
      const end = points?.at(-1);
      const seen = end && inside(view, mark.sort === "point" ? mark.layer._point : end);
      mark.head.classList.toggle("off", !seen);
      if (seen) mark.head.setAttribute("d", arrow(points, mark.sort === "point" ? 0 : gapAt(mark.end, end), mark.width));
    }
    for (const ring of mark.rings) {
      const at = mark.shown ? ringAt(mark, ring.dataset.what) : null;
      ring.classList.toggle("off", !at || !inside(view, at));
      if (at) {
        ring.setAttribute("cx", at.x.toFixed(1));
        ring.setAttribute("cy", at.y.toFixed(1));
      }
    }
  }
}

function headLine(mark) {
  if (mark.sort === "point") return mark.stub;
  const points = (mark.layer._rings ?? []).at(-1);
  return points?.length > 1 && lengthOf(points) > 4 ? points : null;
}

function arrow(points, gap, width) {
  const long = lengthOf(points);
  const reach = Math.min(gap, long / 2);
  const tip = along(points, long - reach);
  const back = along(points, Math.max(0, long - reach - 16));
  const angle = Math.atan2(tip.y - back.y, tip.x - back.x);
  const broad = Math.max(HEAD.broad, width + 6) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (x, y) => `${(tip.x + x * cos - y * sin).toFixed(1)} ${(tip.y + x * sin + y * cos).toFixed(1)}`;
  return `M${at(0, 0)}L${at(-HEAD.long, -broad)}L${at(-HEAD.long, broad)}Z`;
}

function ringAt(mark, what) {
  if (what === "port") {
    const ends = [mark.start, mark.end].filter((key) => key && ["country", "region"].includes(VIEW.nodes[key]?.precision));
    return ends.length ? nodePoint(ends[0]) : null;
  }
  if (mark.sort === "point") return mark.open ?? null;
  if (what === "route" && mark.unsaid) {
    const points = mark.unsaid.map(([lon, lat]) => map.latLngToLayerPoint([lat, lon]));
    return along(points, lengthOf(points) / 2);
  }
  return null;
}

const nodePoint = (key) => map.latLngToLayerPoint([VIEW.nodes[key].lat, VIEW.nodes[key].lon]);
const inside = ({ min, max }, { x, y }) => x >= min.x && y >= min.y && x <= max.x && y <= max.y;

/** One symbol for each place where marks end. */
function makeNodes() {
  for (const [key, node] of Object.entries(VIEW.nodes)) {
    if (!node.water && ["point", "city"].includes(node.precision)) {
      // A place that a step only speaks of has a dot, but no node: nothing ends there.
      node.dot = makeSvg("circle", { class: "dot spoken off", r: 2.5 });
      overlay.nodes.append(node.dot);
    }
    if (node.free) continue;
    node.symbol = makeSvg("g", { "data-node": key, "data-precision": node.precision, class: "node off" });
    const radius = RADIUS[node.precision];
    if (node.precision === "point") node.symbol.append(makeSvg("circle", { class: "dot", r: radius }));
    else if (node.precision === "city") node.symbol.append(makeSvg("circle", { class: "ring", r: radius - 0.5 }), makeSvg("circle", { class: "dot", r: 3 }));
    else if (radius) node.symbol.append(makeSvg("circle", { class: `soft ${node.precision}`, r: radius }));
    overlay.nodes.append(node.symbol);
  }
}

function paintNodes() {
  const ends = new Set();
  for (const mark of marks.values()) if (mark.shown) for (const key of [mark.start, mark.end]) if (key) ends.add(key);
  for (const [key, node] of Object.entries(VIEW.nodes)) {
    node.ends = ends.has(key);
    if (node.dot) {
      const { x, y } = nodePoint(key);
      node.dot.classList.toggle("off", node.ends || !STORY.steps[state.step - 1].must.includes(key));
      node.dot.setAttribute("cx", x.toFixed(1));
      node.dot.setAttribute("cy", y.toFixed(1));
    }
    if (!node.symbol) continue;
    node.symbol.classList.toggle("off", !node.ends);
    const { x, y } = nodePoint(key);
    node.symbol.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  }
}

function makeOverlay() {
  const svg = makeSvg("svg", { class: "overlay leaflet-zoom-hide", width: 1, height: 1, "aria-hidden": "true" });
  overlay = Object.fromEntries(["leaders", "nodes", "rings", "heads"].map((name) => [name, makeSvg("g", { class: name })]));
  svg.append(overlay.leaders, overlay.nodes, overlay.rings, overlay.heads);
  map.getPane("heads").append(svg);
}
