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

function toGeoJson() {
  const features = STORY.marks.map((datum) => {
    const mark = marks.get(datum.id);
    const { id, event, leg, kind, status } = datum;
    return {
      type: "Feature",
      id,
      properties: { event, leg, kind, status, what: mark.what, ours: datum.ours, unit: datum.unit, value: datum.value, evidence: mark.evidence },
      geometry: cutGeometry(mark.geometry),
    };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

function toCsv() {
  const head = ["id", "status", "event", "leg", "kind", "what", "amount", "unit", "value", "when", "precision", "says", "denies", "ours", "evidence"];
  // What begins so, a spreadsheet runs as a formula; an apostrophe makes it words.
  const safe = (value) => (typeof value === "string" && /^ *[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value);
  const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const names = (datum, ...stances) => datum.claims.filter((c) => stances.includes(c.stance)).map((c) => c.who).join("; ");
  const lines = STORY.marks.map((datum) => {
    const mark = marks.get(datum.id);
    return [
      datum.id, datum.status, datum.event, datum.leg, datum.kind, mark.what, mark.amount, datum.unit, datum.value, mark.when, mark.precision,
      names(datum, "says", "declines", "claims"), names(datum, "denies", "contests"), datum.ours.join(" "),
      mark.evidence.map((span) => span.join("-")).join(" "),
    ];
  });
  return [head, ...lines].map((line) => line.map((value) => cell(String(safe(value ?? "")))).join(",")).join("\r\n") + "\r\n";
}

function download(name, type, content) {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
