// What the page knows and where its reader is. All words are data: they reach the page as text nodes only.

const root = document.documentElement;
const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];
const block = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");

const STORY = block("story");
const VIEW = block("view");
const WORDS = VIEW.words;
const STOPS = Object.keys(LOOK.heads); // from certain to denied, as drawing/encodings.py has them
const DEFAULT_STOP = STOPS.indexOf("unconfirmed");
const EMBED = root.dataset.mode === "embed" || window.self !== window.top || new URLSearchParams(location.search).has("embed");
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

const state = { step: 1, stop: DEFAULT_STOP, as: "", mark: null };
const threadsOff = new Set();

/** Fill the names in a word of the catalogue; what is filled in is never read again. */
function say(key, values = {}) {
  return WORDS[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Make an element; children are elements or text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  element.append(...children.filter((child) => child != null));
  return element;
}

function makeSvg(tag, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  return element;
}

/** Words of the article keep their own direction. */
const bdi = (words) => make("bdi", {}, words);

/** Whether a mark is left by the certainty slider and the story lines that are ticked. */
function passes(mark) {
  return STOPS.indexOf(mark.status) <= state.stop && !threadsOff.has(mark.thread ?? "");
}

/** Read an address such as #step=3&stop=5&as=moscow&mark=e3; what it does not say or says wrongly is the beginning. */
function stateOf(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const whole = (name, from, to, otherwise) => {
    const value = given.get(name);
    return value !== null && /^\d+$/.test(value) && +value >= from && +value <= to ? +value : otherwise;
  };
  const mark = given.get("mark");
  const as = given.get("as") ?? "";
  return {
    step: whole("step", 1, STORY.steps.length, 1),
    stop: whole("stop", 0, STOPS.length - 1, DEFAULT_STOP),
    as: findAll("[data-control=perspective] option").some((option) => option.value === as) ? as : "",
    mark: mark !== null && Object.hasOwn(VIEW.marks, mark) ? mark : null,
  };
}

function hashOf({ step, stop, as, mark }) {
  const out = new URLSearchParams({ step });
  if (stop !== DEFAULT_STOP) out.set("stop", stop);
  if (as) out.set("as", as);
  if (mark) out.set("mark", mark);
  return `#${out}`;
}

/** Write where the reader is into the address, so that Back works. Not in a frame: there it is an error. */
function writeAddress() {
  if (EMBED) return;
  const hash = hashOf(state);
  if (location.hash !== hash && !(location.hash === "" && hash === "#step=1")) location.hash = hash;
}
