// Where a story line is squeezed, the still map of its step stands in a corner and leads there.

const SQUEEZED = 80; // px
const INSET = { width: 216, height: 186, apart: 12 };

/** Whether the marks of some story line lie within so few pixels that nobody can tell them apart. */
function isSqueezed() {
  const lines = new Map();
  for (const mark of marks.values()) {
    if (!mark.shown || mark.sort === "area") continue;
    const box = lines.get(mark.thread) ?? L.bounds([]);
    for (const point of mark.sort === "point" ? [mark.layer._point] : (mark.layer._rings ?? []).flat()) box.extend(point);
    lines.set(mark.thread, box);
  }
  return [...lines.values()].some((box) => box.isValid() && Math.max(box.getSize().x, box.getSize().y) < SQUEEZED);
}

/** Put the inset into the emptiest corner; give back the box that it takes, or null. */
function placeInset(view, taken) {
  const figure = find(".static.detail");
  const step = +(find(".closer")?.dataset.to ?? 0);
  const room = map.getSize().x >= 700 && map.getSize().y >= 380;
  const wanted = room && step > 0 && step !== state.step && STORY.steps[state.step - 1].show.length > STORY.steps[step - 1].show.length;
  figure?.classList.remove("inset");
  if (!wanted || !isSqueezed()) return null;
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
