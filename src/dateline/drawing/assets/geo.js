// The data out: GeoJSON and CSV of all marks, as files that programs accept.

/** Cut a line whose longitudes may pass 180 into pieces within -180..180. */
function cutLine(points) {
  const turn = (lon) => Math.floor((lon + 180) / 360);
  const pieces = [[]];
  const put = ([lon, lat], k) => pieces.at(-1).push([round(lon - 360 * k), round(lat)]);
  points.forEach((point, n) => {
    if (n === 0) return put(point, turn(point[0]));
    let [from, to] = [points[n - 1], point];
    let k = turn(from[0]);
    while (turn(to[0]) !== k && to[0] !== 360 * k + 180) {
      const east = to[0] > from[0];
      const edge = 360 * k + (east ? 180 : -180);
      if (to[0] === edge) break;
      const t = (edge - from[0]) / (to[0] - from[0]);
      from = [edge, from[1] + t * (to[1] - from[1])];
      put(from, k);
      k += east ? 1 : -1;
      pieces.push([]);
      put(from, k);
    }
    put(to, k);
  });
  return pieces.filter((piece) => piece.length > 1);
}

const round = (value) => Math.round(value * 1e4) / 1e4;

/** Keep the part of a ring on one side of a meridian. */
function clipRing(ring, edge, side) {
  const inside = ([lon]) => (side > 0 ? lon >= edge : lon <= edge);
  const out = [];
  ring.forEach((point, n) => {
    const before = ring[(n + ring.length - 1) % ring.length];
    if (inside(point) !== inside(before)) {
      const t = (edge - before[0]) / (point[0] - before[0]);
      out.push([edge, before[1] + t * (point[1] - before[1])]);
    }
    if (inside(point)) out.push(point);
  });
  return out;
}

/** Cut polygons whose longitudes may pass 180. */
function cutPolygons(polygons) {
  const out = [];
  for (const rings of polygons) {
    for (let k = -2; k <= 2; k += 1) {
      const cut = rings
        .map((ring) => clipRing(clipRing(ring.slice(0, -1), 360 * k - 180, 1), 360 * k + 180, -1))
        .map((ring) => ring.map(([lon, lat]) => [round(lon - 360 * k), round(lat)]));
      if (cut[0].length > 2) out.push(cut.filter((ring) => ring.length > 2).map((ring) => [...ring, ring[0]]));
    }
  }
  return out;
}

const one = (type, parts) => (parts.length === 1 ? { type, coordinates: parts[0] } : { type: `Multi${type}`, coordinates: parts });

function cutGeometry({ type, coordinates }) {
  switch (type) {
    case "Point":
      return { type, coordinates: [round(((((coordinates[0] + 180) % 360) + 360) % 360) - 180), round(coordinates[1])] };
    case "LineString":
      return one("LineString", cutLine(coordinates));
    case "MultiLineString":
      return one("LineString", coordinates.flatMap(cutLine));
    case "Polygon":
      return one("Polygon", cutPolygons([coordinates]));
    default:
      return one("Polygon", cutPolygons(coordinates));
  }
}

const listed = (value) => (value === undefined ? [] : [value].flat());
const partyName = (key) => (key ? ((STORY.story.places?.[key] ?? STORY.story.actors?.[key])?.name ?? key) : null);

/** A mark's row as drawing/rows.py has it, by the names of its columns: words, numbers or null. */
function cellsOf(mark) {
  const event = STORY.story.events.find(({ id }) => id === mark.event);
  const part = partOf(event, mark.leg);
  const quantity = part.quantity ?? event.quantity ?? {};
  const when = part.when ?? event.when ?? {};
  const called = ({ name, who, party }) => (party ? `${name} (${party})` : (name ?? who));
  const speakers = (...stances) => [...new Set(mark.rows.filter(({ stance }) => stances.includes(stance)).map(called))].join("; ");
  const cells = {
    id: mark.id,
    status: mark.status,
    kind: mark.kind,
    event: mark.event,
    leg: mark.leg,
    thread: mark.thread,
    what: mark.what,
    from: part.from,
    from_name: partyName(part.from),
    to: part.to,
    to_name: partyName(part.to),
    via: mark.via.join(" "),
    place: event.place,
    about: [...listed(event.about), ...listed(event.of)].join(" "),
    actor: partyName(event.mover || event.actor || event.agent),
    goods: event.goods,
    amount: mark.amount,
    value: mark.value,
    high: quantity.high,
    bound: quantity.bound,
    unit: mark.unit,
    when: mark.when,
    start: when.start,
    end: when.end,
    says: speakers("says", "declines", "claims"),
    denies: speakers("denies", "contests"),
    quote: (part.evidence ?? event.evidence ?? []).map(({ quote }) => quote).join(" … "),
    evidence: mark.evidence.map((span) => span.join("-")).join(" "),
    unsaid: mark.silences.join(" "),
    precision: mark.precision,
    ours: mark.ours.join(" "),
    basis: part.basis ?? event.basis ?? "explicit",
    review: event.review ?? "auto",
    passages: mark.passes.join("; "),
    length_km: mark.length,
    note: mark.note,
  };
  return Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, value === undefined || value === "" ? null : value]));
}

function toGeoJson() {
  const features = STORY.marks.map(({ id }) => {
    const mark = marks.get(id);
    const properties = Object.fromEntries(Object.entries(cellsOf(mark)).filter(([name, value]) => name !== "id" && value !== null));
    Object.assign(properties, { leg: mark.leg, evidence: mark.evidence });
    const many = { via: mark.via, ours: mark.ours, passages: mark.passes, unsaid: mark.silences };
    for (const [name, list] of Object.entries(many)) if (name in properties) properties[name] = list;
    return { type: "Feature", id, properties, geometry: cutGeometry(mark.geometry) };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** Words that a spreadsheet would take for a formula get an apostrophe before them. */
function spreadsheetSafe(value) {
  if (typeof value !== "string") return String(value ?? "");
  return /^(?:[\t\r\n]|[\p{Z}\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u.test(value) ? `'${value}` : value;
}

function toCsv() {
  const rows = STORY.marks.map(({ id }) => {
    const [lon, lat] = marks.get(id).at;
    return { ...cellsOf(marks.get(id)), lon, lat };
  });
  const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => cell(spreadsheetSafe(row[name]))).join(","));
  return [names.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

function download(name, type, content) {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
