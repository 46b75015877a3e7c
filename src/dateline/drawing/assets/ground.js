// Land and lines on one canvas: parsed once, kept as a path in a world of 1 x 1, filled at whatever zoom.

/** Read a ring: steps of a hundredth of a degree in five-bit letters, as drawing/basemap.py writes them. */
function decode(word) {
  const points = [];
  const at = [0, 0];
  for (let n = 0, axis = 0; n < word.length; axis = 1 - axis) {
    let number = 0;
    let shift = 0;
    let bits;
    do {
      const code = word.charCodeAt(n++);
      bits = (code === 33 ? 92 : code) - 63;
      number |= (bits & 31) << shift;
      shift += 5;
    } while (bits & 32);
    at[axis] += number & 1 ? ~(number >> 1) : number >> 1;
    if (axis === 1) points.push(at[0] / 100, at[1] / 100);
  }
  return points;
}

function worldPath(words, closed) {
  const path = new Path2D();
  for (const word of words) {
    const points = decode(word);
    for (let n = 0; n < points.length; n += 2) {
      const sin = Math.sin((points[n + 1] * Math.PI) / 180);
      const x = points[n] / 360 + 0.5;
      const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
      if (n === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    if (closed) path.closePath();
  }
  return path;
}

function addGround(map, { land, lines }) {
  const landPath = worldPath(land, true);
  const linePath = worldPath(lines, false);
  // Leaflet's renderers know how to stay in place while the map moves; this one draws by itself.
  const Ground = L.Renderer.extend({
    _initContainer() {
      this._container = L.DomUtil.create("canvas");
      this._context = this._container.getContext("2d");
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds;
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, min);
      this._container.width = size.x * ratio;
      this._container.height = size.y * ratio;
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      this.paint();
    },
    _onZoomEnd() {},
    _updatePaths() {},
    paint() {
      const context = this._context;
      const ratio = window.devicePixelRatio || 1;
      const scale = 256 * 2 ** this._zoom;
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const colour = getComputedStyle(root);
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, this._container.width, this._container.height);
      context.setTransform(scale * ratio, 0, 0, scale * ratio, -origin.x * ratio, -origin.y * ratio);
      context.fillStyle = colour.getPropertyValue("--land").trim();
      context.fill(landPath, "evenodd");
      context.lineWidth = 0.5 / scale;
      context.lineJoin = "round";
      context.strokeStyle = colour.getPropertyValue("--line").trim();
      context.stroke(landPath);
      context.stroke(linePath);
    },
  });
  const ground = new Ground({ pane: "basemap", padding: 0.25 });
  map.addLayer(ground);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => ground.paint());
  return ground;
}
