// Names on the map and signs beside lines: placed one after the other, the needed ones first, never over each other.

const GAP = 2;
const CLOSE = 44; // px between nodes below which their labels are kept short
const LED = 14; // px from a symbol's edge beyond which a thin line leads to its name
const NUDGE = 8; // px that a label at the map's edge may stand nearer to its place
const CROWD = 150; // marks in a step from which labels no longer keep off lines: there is nowhere to go
const labels = new Map();
const chips = new Map();

function makeLabels() {
  const pane = map.getPane("labels");
  for (const [key, node] of Object.entries(VIEW.nodes)) {
    const water = node.water || node.precision === "area";
    const element = make("div", { class: `label${water ? " water" : ""}${node.context ? " context" : ""} leaflet-zoom-hide`, "data-label": key, "data-role": node.context ? "context" : "story" }, bdi(node.name));
    if (node.level || node.port) element.append((node.element = make("span", { class: "level" })));
    pane.append(element);
    labels.set(key, { key, element, node, water });
  }
  VIEW.context.forEach((node, n) => {
    const key = `context-${n}`;
    const element = make("div", { class: "label context leaflet-zoom-hide", "data-label": key, "data-role": "context" }, bdi(node.name));
    pane.append(element);
    labels.set(key, { key, element, node: { ...node, precision: "area" }, around: true });
  });
  for (const mark of marks.values()) makeChip(mark, pane);
}

/** What stands beside a mark: its number, the badge of its status, who denies it. */
function makeChip(mark, pane) {
  const parts = [];
  const badge = { alleged: "alleged", unconfirmed: "unconfirmed", denied: "denied" }[mark.status];
  const of = (part, more, words) => make("span", { "data-part": part, "data-of": mark.id, class: `${part}`, ...more }, bdi(words));
  if (badge) parts.push(of("badge", { "data-badge": badge, class: `badge own t${mark.colour}` }, say(`badge_${badge}`)));
  if (mark.amount) parts.push(of("number", {}, mark.amount));
  if (mark.denied) parts.push(of("badge", { "data-badge": "denied", class: "badge party" }, mark.denied));
  if (!parts.length) return;
  const element = make("div", { class: `tag leaflet-zoom-hide t${mark.colour}` }, ...parts);
  pane.append(element);
  chips.set(mark.id, { element, mark });
}

/** Place everything for the current view. What is on the page is read first and written last: each reading after a writing
    makes the browser lay out. */
function placeLabels(view) {
  const taken = obstacles(view);
  const inset = placeInset(view, taken);
  if (inset) taken.add(inset);
  const must = new Set(STORY.steps[state.step - 1].must);
  const shownEnds = new Set();
  const vias = new Set();
  const ports = new Set();
  for (const mark of marks.values()) {
    if (!mark.shown) continue;
    for (const key of [mark.start, mark.end, mark.kind === "claim" ? mark.start : null]) if (key) shownEnds.add(key);
    for (const key of mark.via) vias.add(key);
    if (mark.silences.includes("port")) for (const key of [mark.start, mark.end]) ports.add(key);
  }
  const wanted = [];
  const ends = Object.entries(VIEW.nodes).flatMap(([key, node]) => (node.ends ? [{ key, ...nodePoint(key) }] : []));
  // A ring round a place is part of its symbol: the name stands beside the ring.
  const rings = [...marks.values()].filter(({ shown, alone, open, sort }) => shown && sort === "point" && alone && open).map(({ open }) => open);
  const standing = new Set();
  for (const label of labels.values()) {
    const needed = must.has(label.key);
    const { element: level, port, level: exact, lent } = label.node;
    const own = ends.find(({ key }) => key === label.key);
    // Where nodes stand close, how exact they are is left to their symbols and the ledger; not that no port is named, or
    // that a place is drawn where another is.
    const close = own && ends.some((other) => other !== own && Math.hypot(other.x - own.x, other.y - own.y) < CLOSE);
    if (level) level.classList.toggle("port", ports.has(label.key) && Boolean(port));
    if (level) level.textContent = (ports.has(label.key) && port && ` ${port}`) || ((!close || lent) && exact && ` ${exact}`) || "";
    const rank = standing.has(label.node.of) ? -1 : needed ? 0 : label.around ? 5 : vias.has(label.key) && label.water ? 3 : shownEnds.has(label.key) ? 2 : vias.has(label.key) ? 3 : -1;
    label.element.toggleAttribute("data-must", false);
    if (needed) label.element.setAttribute("data-must", "true");
    label.at = rank < 0 ? null : map.latLngToLayerPoint([label.node.lat, label.node.lon]);
    label.element.hidden = !label.at || !(needed || inside(view, label.at));
    if (!label.element.hidden) {
      standing.add(label.key);
      const ringed = rings.some(({ x, y }) => Math.hypot(x - label.at.x, y - label.at.y) < 2);
      wanted.push({ ...label, rank, needed, ringed, rivals: label.around ? [] : ends.filter(({ key }) => key !== label.key) });
    }
  }
  const many = [...marks.values()].filter(({ shown }) => shown).length > LOOK.numbered;
  for (const { element, mark } of chips.values()) {
    const points = mark.shown ? chipLine(mark) : null;
    element.hidden = !points;
    const badged = element.querySelector(".badge") !== null;
    element.hidden ||= !badged && many;
    if (!element.hidden) wanted.push({ element, points, chip: true, rank: badged ? 3.5 : 4, width: mark.width });
  }
  for (const one of wanted) one.size = sizeOf(one.element);
  const crowd = STORY.steps[state.step - 1].show.length > CROWD;
  // Among equals the larger come first: small words find a place more easily.
  wanted.sort((a, b) => a.rank - b.rank || b.size.x * b.size.y - a.size.x * a.size.y);
  overlay.leaders.replaceChildren();
  for (const one of wanted) {
    const box = one.chip ? chipBox(one, taken, view, crowd) : labelBox(one, taken, view);
    one.element.hidden = !box;
    if (!box) continue;
    taken.add(box);
    if (one.node?.ends) lead(one, box);
    L.DomUtil.setPosition(one.element, L.point(Math.round(box.x), Math.round(box.y)));
  }
}

const sizes = new Map();

/** How large words are drawn; the same words are measured once. */
function sizeOf(element) {
  const key = element.className + element.textContent;
  if (!sizes.has(key)) sizes.set(key, { x: element.offsetWidth, y: element.offsetHeight });
  return sizes.get(key);
}

/** A grid of boxes, so that asking what a box touches does not ask them all. */
class Taken {
  constructor() {
    this.cells = new Map();
    this.asked = 0;
  }

  /** Call with the list of each cell that a box lies in. */
  each(box, call) {
    for (let x = Math.floor(box.x / 80); x <= Math.floor((box.x + box.w) / 80); x += 1) {
      for (let y = Math.floor(box.y / 80); y <= Math.floor((box.y + box.h) / 80); y += 1) {
        const key = x * 100_003 + y;
        let cell = this.cells.get(key);
        if (!cell) this.cells.set(key, (cell = []));
        call(cell);
      }
    }
  }

  add(box) {
    this.each(box, (cell) => cell.push(box));
  }

  /** How much of a box is taken by what nothing may cover, and by what is better left free: lines and symbols. */
  over(box, apart = GAP) {
    let hard = 0;
    let soft = 0;
    this.asked += 1;
    this.each(box, (cell) => {
      for (const other of cell) {
        if (other.asked === this.asked) continue;
        other.asked = this.asked;
        const gap = other.soft ? 0 : apart;
        const x = Math.min(box.x + box.w, other.x + other.w) - Math.max(box.x, other.x) + gap;
        const y = Math.min(box.y + box.h, other.y + other.h) - Math.max(box.y, other.y) + gap;
        if (x <= 0 || y <= 0) continue;
        if (other.soft) soft += x * y;
        else hard += x * y;
      }
    });
    return { hard, soft };
  }
}

/** Where labels keep away from: the map's own buttons and credit; and, where they can, from lines and symbols. */
function obstacles(view) {
  const taken = new Taken();
  const frame = map.getContainer().getBoundingClientRect();
  for (const element of findAll(".leaflet-control, .return:not([hidden])", map.getContainer().parentNode)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width) taken.add({ x: view.min.x + left - frame.left, y: view.min.y + top - frame.top, w: width, h: height });
  }
  const crowded = STORY.steps[state.step - 1].show.length > CROWD;
  const soft = (at, r) => at && taken.add({ x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r, soft: true });
  for (const mark of marks.values()) {
    if (!mark.shown) continue;
    if (mark.sort === "point") {
      soft(mark.open, 9);
      soft(mark.layer._point, 11);
      for (let at = 4; mark.stub && at < lengthOf(mark.stub); at += 8) soft(along(mark.stub, at), 6);
    }
    for (const ring of mark.rings) soft(ringAt(mark, ring.dataset.what), 6);
    if (mark.sort !== "line") continue;
    const points = (mark.layer._rings ?? []).at(-1) ?? [];
    soft(points.at(-1), 12);
    if (crowded) continue;
    const long = lengthOf(points);
    for (let at = 6; at < long; at += 14) soft(along(points, at), 5);
  }
  for (const node of Object.values(VIEW.nodes)) if (node.ends) soft(map.latLngToLayerPoint([node.lat, node.lon]), RADIUS[node.precision]);
  return taken;
}

const fits = (view, box) => box.x >= view.min.x + 2 && box.y >= view.min.y + 2 && box.x + box.w <= view.max.x - 2 && box.y + box.h <= view.max.y - 2;

/** Eight positions round a place, water's own place first; what must show may stand farther off, and moves into the map. */
function labelBox({ at, size, node, needed, water, around, rivals, ringed }, taken, view) {
  // A country that is drawn smaller than its name would be named on its neighbours.
  if (around && (node.wide * 256 * 2 ** map.getZoom()) / 360 < LOOK.room * size.x) return null;
  const radius = ringed ? Math.max(8, RADIUS[node.precision] + 4) + 2 : RADIUS[node.precision] ?? 3;
  const [w, h] = [size.x, size.y];
  const boxes = [];
  const round = (gap) => {
    const r = radius + gap;
    const d = r * 0.7;
    return [
      [r, -h / 2], [d, -d - h], [d, d], [-w / 2, -r - h], [-w / 2, r], [-r - w, -h / 2], [-d - w, -d - h], [-d - w, d],
    ]; // prettier-ignore
  };
  if (water || around) boxes.push([-w / 2, -h / 2]);
  if (around) for (const off of [14, 28]) boxes.push([-w / 2, -h / 2 - off], [-w / 2, -h / 2 + off]);
  else for (const gap of needed ? [4, 12, 22, 36, 54, 76] : [4, 12]) boxes.push(...round(gap));
  let best = null;
  boxes.forEach(([x, y], n) => {
    const box = { x: at.x + x, y: at.y + y, w, h };
    if (!fits(view, box)) {
      box.x = Math.min(Math.max(box.x, view.min.x + 3), view.max.x - w - 3);
      box.y = Math.min(Math.max(box.y, view.min.y + 3), view.max.y - h - 3);
      if (!needed && Math.hypot(box.x - at.x - x, box.y - at.y - y) > NUDGE) return;
    }
    const { hard, soft } = taken.over(box, around ? 6 : GAP);
    if ((hard && !needed) || (around && soft > 30)) return;
    // Words nearer to another place than to their own would name that one.
    const astray = rivals.some((other) => apart(box, other) + 3 < apart(box, at)) ? 90 : 0;
    // Farther off, and later among the eight, is a little worse; over a line more so; over words worst.
    const cost = hard * 100 + soft + astray + n * 9 + Math.abs(box.x - at.x - x) + Math.abs(box.y - at.y - y);
    if (!best || cost < best.cost) best = { ...box, cost };
  });
  return best;
}

/** Lead from a place to its name where that found room only farther off. */
function lead({ key, at, node }, box) {
  const [x, y] = [Math.min(Math.max(at.x, box.x), box.x + box.w), Math.min(Math.max(at.y, box.y), box.y + box.h)];
  const long = Math.hypot(x - at.x, y - at.y);
  const radius = RADIUS[node.precision];
  if (!radius || long < radius + LED) return;
  const from = [at.x + ((x - at.x) * radius) / long, at.y + ((y - at.y) * radius) / long];
  overlay.leaders.append(makeSvg("path", { class: "leader", "data-leader": key, d: `M${from.map((v) => v.toFixed(1)).join(" ")}L${x.toFixed(1)} ${y.toFixed(1)}` }));
}

/** How far a point is from a box. */
function apart({ x, y, w, h }, at) {
  return Math.hypot(Math.max(x - at.x, 0, at.x - x - w), Math.max(y - at.y, 0, at.y - y - h));
}

/** The line that a chip stands beside, in pixels. */
function chipLine(mark) {
  if (mark.sort === "point") return mark.open ? [mark.open, mark.open] : null;
  if (mark.sort === "area") return null;
  const points = (mark.layer._rings ?? []).reduce((longest, ring) => (lengthOf(ring) > lengthOf(longest) ? ring : longest), []);
  return points.length > 1 ? points : null;
}

const COVERED = 0.3; // of a sign: how much of it may lie on lines and symbols; a third of it on a phone
const NARROW = 500;
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Beside its line, near the middle, where it covers nothing. */
function chipBox({ points, size, width }, taken, view, crowd) {
  const long = lengthOf(points);
  const bare = long < 1;
  let best = null;
  // In a crowd a sign that finds no place near the middle of its line finds none farther off.
  const offs = bare ? [12, 20, 32] : [width / 2 + 5, width / 2 + 14, width / 2 + 28];
  for (const off of crowd ? offs.slice(0, 1) : offs) {
    for (const share of bare ? [0, 0.25] : crowd ? SHARES.slice(0, 3) : SHARES) {
      const at = bare ? points[0] : along(points, long * share);
      const turn = share * TURN;
      const ahead = bare ? { x: at.x + Math.cos(turn), y: at.y + Math.sin(turn) } : along(points, Math.min(long, long * share + 2));
      const step = Math.hypot(ahead.x - at.x, ahead.y - at.y) || 1;
      const [nx, ny] = [(ahead.y - at.y) / step, -(ahead.x - at.x) / step];
      for (const side of [1, -1]) {
        // The box touches the line's side with its nearest point.
        const reach = off + (Math.abs(nx) * size.x + Math.abs(ny) * size.y) / 2;
        const box = { x: at.x + side * nx * reach - size.x / 2, y: at.y + side * ny * reach - size.y / 2, w: size.x, h: size.y };
        if (!fits(view, box)) continue;
        const { hard, soft } = taken.over(box);
        const cost = hard * 100 + soft * 2 + reach + Math.abs(share - 0.5) * 60;
        if (!best || cost < best.cost) best = { ...box, cost, hard, soft };
      }
    }
  }
  // Where a sign would lie on the very lines that it speaks of, the words below the map have to do.
  return best && !best.hard && best.soft < size.x * size.y * (map.getSize().x < NARROW ? COVERED / 3 : COVERED) ? best : null;
}
