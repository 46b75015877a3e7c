// The page put together: steps, camera, addresses, keys.

let home = null; // where the step's camera stands
let ready = false;
const ALONE = 3; // degrees within which places are shown as one: with room to see where in the world they are
const COUNTRY = 0.8; // of the map's width: how much of it a country takes at the most
let quiet = false; // while what is laid out is about to change once more

function visibleBox() {
  const min = map.containerPointToLayerPoint([0, 0]);
  return { min, max: min.add(map.getSize()) };
}

/** Lay out what stands in screen space. */
function layOut() {
  if (!map || quiet || map._animatingZoom) return;
  const view = visibleBox();
  spread();
  for (const mark of marks.values()) if (mark.shown && mark.sort === "point") place(mark);
  paintNodes();
  paintHeads(view);
  placeLabels(view);
}

/** Show exactly the step's marks less the filtered ones; while the camera is on its way, only those that stay. */
function showMarks({ staying = false } = {}) {
  const step = new Set(STORY.steps[state.step - 1].show);
  for (const mark of marks.values()) {
    const shown = step.has(mark.id) && passes(mark) && (!staying || mark.shown === true);
    if (mark.shown === shown) continue;
    mark.shown = shown;
    mark.line.setAttribute("data-shown", String(shown));
    for (const part of mark.parts) part.classList.toggle("off", !shown);
    if (shown) mark.layer._update();
  }
  sayLeftOut();
}

/** Where the camera stands for a step: its marks and the places that must be seen, inside the padding. */
function cameraOf(step) {
  const bounds = L.latLngBounds([]);
  for (const id of step.show) {
    const mark = marks.get(id);
    const { layer } = mark;
    if (layer.getBounds) bounds.extend(layer.getBounds());
    else bounds.extend(layer.getLatLng());
    for (const [lon, lat] of mark.unsaid ?? []) bounds.extend([lat, lon]);
    for (const key of [mark.start, mark.end]) if (VIEW.nodes[key] && !VIEW.nodes[key].free) bounds.extend([VIEW.nodes[key].lat, VIEW.nodes[key].lon]);
  }
  for (const key of step.must) if (VIEW.nodes[key]) bounds.extend([VIEW.nodes[key].lat, VIEW.nodes[key].lon]);
  if (!bounds.isValid()) return null;
  const size = map.getSize();
  const pad = L.point(Math.max(24, Math.min(72, size.x * 0.09)), Math.max(24, Math.min(56, size.y * 0.09)));
  const points = step.show.every((id) => marks.get(id).sort === "point");
  const closest = closestZoom(step, bounds.getNorthEast().equals(bounds.getSouthWest(), points ? ALONE : 0.01));
  const fitting = Math.floor(Math.min(closest, map.getBoundsZoom(bounds, false, pad.multiplyBy(2))) * 4) / 4; // as the map snaps
  const zoom = Math.max(map.getMinZoom(), fitting);
  const low = map.project(bounds.getSouthWest(), zoom);
  const high = map.project(bounds.getNorthEast(), zoom);
  const middle = low.add(high).divideBy(2);
  // Names stand to the right of their places: what room there is beside the marks, most of it is left there, unless that
  // brings a place below the map's buttons; then the marks move off them, as far as there is room.
  const room = size.subtract([Math.abs(high.x - low.x), Math.abs(high.y - low.y)]).divideBy(2).subtract([24, 24]);
  const [beside, below] = [Math.max(0, room.x), Math.max(0, room.y)];
  const places = Object.values(VIEW.nodes).filter(({ lon, lat }) => bounds.contains([lat, lon])).map(({ lon, lat }) => map.project([lat, lon], zoom));
  const isFree = (centre) => !places.some((place) => isBelowButtons(place.subtract(centre).add(size.divideBy(2))));
  const shifts = [[Math.min(beside, size.x * 0.1, 40), 0], [0, 0], [-beside, 0], [0, -below], [-beside, -below]];
  const centres = shifts.map((shift) => middle.add(shift));
  // The world ends at the map's edges: Leaflet would move the centre inwards.
  return { centre: map._limitCenter(map.unproject(centres.find(isFree) ?? middle, zoom), zoom, map.options.maxBounds), zoom };
}

const isBelowButtons = ({ x, y }) => x > 0 && x < 62 && y > 0 && y < 92;

/** No nearer than the coarsest place of a step makes sense; round a single place with room to see where in the world it is. */
function closestZoom(step, alone) {
  const most = alone ? { point: 7, city: 5, region: 5, area: 4.75, country: 4 } : { point: 8, city: 6.5, region: 5.5, area: 5.25, country: 4.75 };
  const keys = [...step.must, ...step.show.flatMap((id) => [marks.get(id).start, marks.get(id).end])];
  const seen = [...step.show.map((id) => marks.get(id).precision), ...step.must.map((key) => VIEW.nodes[key]?.precision)];
  // Of a large country more is seen than its middle.
  const whole = keys.filter((key) => VIEW.nodes[key]?.wide).map((key) => Math.log2((map.getSize().x * 360 * COUNTRY) / (256 * VIEW.nodes[key].wide)));
  return Math.min(8, ...whole, ...seen.map((precision) => most[precision] ?? 8));
}

/** Move to the step's camera; tells whether it is on its way when this returns. */
function moveCamera({ animate = true } = {}) {
  const camera = cameraOf(STORY.steps[state.step - 1]);
  if (!camera) return false;
  home = camera;
  const still = !animate || CALM.matches || atHome() || map.getSize().x === 0 || document.visibilityState !== "visible";
  if (still) map.setView(camera.centre, camera.zoom, { animate: false });
  else map.flyTo(camera.centre, camera.zoom, { duration: 0.5 });
  return !still;
}

function atHome() {
  if (!home) return true;
  const off = map.project(map.getCenter(), home.zoom).distanceTo(map.project(home.centre, home.zoom));
  return Math.abs(map.getZoom() - home.zoom) < 0.01 && off < 8;
}

function goTo(n, { animate = true, write = true, keepSentence = false } = {}) {
  const step = Math.min(Math.max(1, n), STORY.steps.length);
  closeLedger({ back: false });
  if (!keepSentence && chosenSentence) {
    chosenSentence.setAttribute("aria-pressed", "false");
    chosenSentence = null;
  }
  state.step = step;
  root.dataset.atStep = step;
  for (const element of findAll("[data-step]")) element.hidden = +element.dataset.step !== step;
  find("[data-live]").textContent = say("step_of", { n: step, all: STORY.steps.length, title: STORY.steps[step - 1].title });
  for (const button of findAll("[data-action=goto]")) {
    if (+button.dataset.to === step) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
  find("[data-action=back]").setAttribute("aria-disabled", String(step === 1));
  find("[data-action=next]").setAttribute("aria-disabled", String(step === STORY.steps.length));
  if (map) {
    // The camera moves first, then the new marks come in: both at once cannot be followed.
    quiet = true;
    if (moveCamera({ animate })) {
      showMarks({ staying: true });
      map.once("moveend", arrive);
      quiet = false;
    } else {
      quiet = false;
      arrive();
    }
  }
  if (write) writeAddress();
}

function arrive() {
  showMarks();
  light();
  layOut();
}

function applyFilters({ write = true } = {}) {
  if (map) {
    filterPanels();
    showMarks();
    layOut();
    if (state.mark !== null && !passes(marks.get(state.mark))) closeLedger();
  }
  if (write) writeAddress();
}

/** Take over what an address says. */
function follow(hash, { animate = true } = {}) {
  const wanted = stateOf(hash);
  state.stop = wanted.stop;
  state.as = wanted.as;
  if (map) filterPanels();
  goTo(wanted.step, { animate, write: false });
  if (wanted.mark && map) openLedger(wanted.mark, { focus: false });
}

function show(id) {
  if (!marks.has(id)) return;
  if (!marks.get(id).shown) {
    const step = STORY.steps.find(({ show: ids }) => ids.includes(id));
    if (step) goTo(step.n);
  }
  openLedger(id);
}

function wireButtons() {
  const actions = {
    back: () => goTo(state.step - 1),
    next: () => goTo(state.step + 1),
    goto: (button) => goTo(+button.dataset.to),
    return: () => moveCamera(),
    "export-geojson": () => download("marks.geojson", "application/geo+json", toGeoJson()),
    "export-csv": () => download("marks.csv", "text/csv", toCsv()),
    print: () => window.print(),
    tiles: () => askForTiles(),
    "tiles-yes": () => addTiles(),
    "tiles-no": () => (find(".ask").hidden = true),
    "show-left-out": () => showLeftOut(),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-action]");
    const action = button && actions[button.dataset.action];
    if (action && button.getAttribute("aria-disabled") !== "true") action(button);
  });
  find("[data-control=certainty]")?.addEventListener("input", (event) => {
    state.stop = +event.target.value;
    applyFilters();
  });
  find("[data-control=perspective]")?.addEventListener("change", (event) => {
    state.as = event.target.value;
    applyFilters();
  });
  for (const box of findAll("[data-control=thread]")) {
    box.addEventListener("change", () => {
      if (box.checked) threadsOff.delete(box.value);
      else threadsOff.add(box.value);
      applyFilters();
    });
  }
  find("[data-panel=story]").addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    goTo(state.step + (root.dir === "rtl" ? -by : by));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.mark !== null) closeLedger();
  });
  if (!EMBED) window.addEventListener("hashchange", () => location.hash !== hashOf(state) && follow(location.hash));
}

function askForTiles() {
  find(".ask").hidden = false;
  find("[data-action=tiles-yes]").focus();
}

/** Pictures from the network, because a reader said yes; the land stays below them. */
function addTiles() {
  find(".ask").hidden = true;
  const note = find("[data-note=tiles]");
  const layer = L.tileLayer(VIEW.tiles.url, { maxNativeZoom: 8, maxZoom: 8, noWrap: true, attribution: VIEW.tiles.credit, pane: "basemap", zIndex: 2 });
  layer.on("tileerror", () => {
    note.textContent = say("tiles_fail");
    note.hidden = false;
  });
  layer.addTo(map);
  find("[data-action=tiles]").hidden = true;
}

function wireMap() {
  const size = map.getSize();
  map.setMinZoom(Math.max(2, Math.ceil(Math.log2(size.x / 256) * 4) / 4));
  map.attributionControl.setPrefix("Leaflet").addAttribution(VIEW.credit);
  const container = map.getContainer();
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", find("[data-panel=map]").dataset.spoken);
  // The page scrolls under a pointer that only passes over the map.
  container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  container.addEventListener("focusout", () => map.scrollWheelZoom.disable());
  map.on("zoomstart", () => container.classList.add("moving"));
  map.on("zoomend", () => container.classList.remove("moving"));
  let later = 0;
  map.on("moveend viewreset", () => {
    find("[data-action=return]").hidden = atHome();
    clearTimeout(later);
    // Labels move with the map; where there are many they find their new places once it rests.
    if (ready && STORY.steps[state.step - 1].show.length > CROWD) later = setTimeout(layOut, 120);
    else layOut();
  });
  map.on("resize", () => {
    map.setMinZoom(Math.max(2, Math.ceil(Math.log2(map.getSize().x / 256) * 4) / 4));
    if (home) moveCamera({ animate: false });
  });
  new ResizeObserver(() => {
    const { x, y } = map.getSize();
    if (container.clientWidth !== x || container.clientHeight !== y) map.invalidateSize({ animate: false, pan: false });
  }).observe(container);
}

/** Tell the page around a frame how high this one is. */
function postHeight() {
  if (window.self === window.top) return;
  const post = () => window.parent.postMessage({ sentinel: "dateline", type: "height", height: document.documentElement.scrollHeight }, "*");
  new ResizeObserver(post).observe(document.body);
  post();
}

function countRequests() {
  const made = performance.getEntriesByType("resource").filter(({ name }) => !name.startsWith("data:") && !name.startsWith("blob:"));
  find("[data-check=requests]").textContent = say("check_requests", { n: made.length });
}

function start() {
  root.classList.add("js");
  if (EMBED) root.dataset.mode = "embed";
  for (const element of findAll("[data-needs-script]")) element.hidden = false;
  map = VIEW.map ? window[VIEW.map] : null;
  if (map) {
    wireMap();
    addGround(map, block("land"));
    makeOverlay();
    adoptMarks();
    makeNodes();
    makeLabels();
  }
  // On a phone the legend and the times are folded; in a frame all that is below the map, for the frame is made as high.
  const narrow = matchMedia("(max-width: 799.98px)").matches;
  if (EMBED || narrow) for (const fold of findAll(EMBED ? "details" : ".legend details, .time details")) fold.open = false;
  if (map) fillRepeats();
  indexRows();
  wireTable();
  wireArticle();
  if (map) wireLists();
  wireButtons();
  follow(location.hash, { animate: false });
  countRequests();
  if (window.PerformanceObserver) new PerformanceObserver(countRequests).observe({ type: "resource" });
  postHeight();
  window.dateline = { map, goto: (n) => goTo(n), show, state: () => ({ ...state }) };
  ready = true;
  root.dataset.ready = "true";
  performance.mark("dateline:ready");
}

start();
