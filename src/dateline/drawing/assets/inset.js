// Where a story line is squeezed, the still map of its step stands in a corner and leads there.

const SQUEEZED = 80; // px
const INSET = { width: 216, height: 186, apart: 12 };

/** Whether these lines lie within so few pixels that nobody can tell them apart. */
function isSqueezed(ids) {
  const box = L.bounds([]);
  for (const { sort, layer } of ids.map((id) => marks.get(id))) if (sort === "line") for (const point of (layer._rings ?? []).flat()) box.extend(point);
  return box.isValid() && Math.max(box.getSize().x, box.getSize().y) < SQUEEZED;
}

/** Put the inset into the emptiest corner; give back the box that it takes, or null. */
function placeInset(view, taken) {
  const figure = find(".static.detail");
  const step = +(find(".closer")?.dataset.to ?? 0);
  const room = map.getSize().x >= 700 && map.getSize().y >= 380;
  figure?.classList.remove("inset");
  if (!room || !step || step === state.step) return null;
  const closer = STORY.steps[step - 1].show;
  if (!closer.every((id) => marks.get(id).shown || !passes(marks.get(id))) || !isSqueezed(closer.filter((id) => marks.get(id).shown))) return null;
  const { width: w, height: h, apart } = INSET;
  const corners = { "start-end": [apart, map.getSize().y - h - apart], "end-end": [map.getSize().x - w - apart, map.getSize().y - h - apart - 22], "end-start": [map.getSize().x - w - apart, apart] };
  let best = null;
  for (const [name, [x, y]] of Object.entries(corners)) {
    const box = { x: view.min.x + x, y: view.min.y + y, w, h };
    const { hard, soft } = taken.over(box);
    if (!hard && (!best || soft < best.soft)) best = { ...box, name, soft };
  }
  if (!best || best.soft > 0) return null;
  figure.classList.add("inset");
  figure.dataset.corner = best.name;
  return best;
}
