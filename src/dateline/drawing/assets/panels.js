// The panels in words: ledger, article, table, filters. They are made of the same records as the map.

let opener = null;
let chosenSentence = null;

/** Open one mark's claims: what, how sure, who says what, in which words. */
function openLedger(id, { focus = true } = {}) {
  const mark = marks.get(id);
  if (!mark) return;
  if (state.mark === null) opener = document.activeElement;
  state.mark = id;
  const ledger = find("[data-panel=ledger]");
  const close = make("button", { type: "button", "data-action": "close-ledger", class: "close", "aria-label": say("close") }, "×");
  close.addEventListener("click", () => closeLedger());
  const facts = make("dl", {});
  const fact = (name, value) => value && facts.append(make("div", {}, make("dt", {}, headOf(name)), make("dd", {}, bdi(value))));
  fact("amount", mark.amount ?? (["flow", "use"].includes(mark.kind) ? say("not_stated") : null));
  fact("when", mark.when ?? say("not_stated"));
  fact("precision", WORDS.precision_definition[mark.precision]);
  ledger.replaceChildren(
    make("header", {}, make("h2", {}, bdi(mark.what)), close),
    make("p", { class: `status t${mark.colour}` }, sampleOf(mark), make("b", {}, WORDS.status[mark.status]), ` ${WORDS.definition[mark.status]}`),
    facts,
    make("ul", { class: "claims" }, ...mark.rows.map(claimRow)),
    make("div", { class: "notes" }, ...notesOf(mark).map((note) => make("p", {}, bdi(note)))),
  );
  ledger.dataset.for = id;
  ledger.hidden = false;
  for (const other of marks.values()) highlight(other, "chosen", other.id === id);
  chooseSentences(mark);
  writeAddress();
  if (focus) {
    close.focus({ preventScroll: true });
    ledger.scrollIntoView({ block: "nearest" });
  }
}

const headOf = (column) => find(`[data-head=${column}]`)?.dataset.word ?? column;

/** Why the status is what it is, and what of the drawing is ours. */
function notesOf({ because, passes: passages, length, ours, note }) {
  const words = because.map((word) => `“${word}”`).join(WORDS.list_join);
  return [
    words && say("why_status", { words }),
    passages.length && say("passes", { names: passages.join(WORDS.list_join) }),
    length && say("length", { km: Number(length.toPrecision(2)).toLocaleString(root.lang) }),
    ...ours.map((what) => WORDS[`ours_${what}`]),
    note,
  ].filter(Boolean);
}

function claimRow({ stance, who, name, party, said = [], quote, at, paragraph }) {
  const words = said.map((span) => [span, VIEW.quotes[span]]);
  if (at) words.push([at.join("-"), quote]);
  const called = name ?? WORDS.by_article;
  return make(
    "li",
    { "data-claim": stance, "data-who": who },
    make("p", { class: "who" }, `${WORDS.stance[stance]} `, make("b", { "data-who": who }, bdi(party ? `${called} (${party})` : called))),
    ...words.map(([span, text]) => make("p", { class: "words" }, make("bdi", {}, make("q", { "data-evidence-at": span, lang: VIEW.language }, text)))),
    paragraph && make("p", { class: "where" }, say("paragraph", { n: paragraph })),
  );
}

/** The mark's own sign, as in the legend. */
function sampleOf({ kind, status, sort, incoming }) {
  const svg = makeSvg("svg", { class: "sample", viewBox: "0 0 52 14", width: 52, height: 14, "aria-hidden": "true" });
  const stroke = (d) => makeSvg("path", { class: "stroke", "data-status": status, d });
  if (kind === "claim") svg.append(makeSvg("path", { class: "hatchline", d: "M6 13L18 1M14 13L26 1M22 13L34 1M30 13L42 1" }));
  else if (kind === "presence") svg.append(stroke(circle(26, 7, 5)));
  else if (kind === "use") svg.append(stroke("M26 1L32 7L26 13L20 7Z"));
  else {
    const fill = LOOK.heads[status];
    const open = sort === "point";
    const ring = (x) => makeSvg("circle", { class: "silence", cx: x, cy: 7, r: 4.5 });
    svg.append(stroke(open && incoming ? "M13 7H37" : "M2 7H37"));
    if (open) svg.append(ring(incoming ? 7 : 43));
    if (!open || incoming) svg.append(makeSvg("path", { class: "tip", "data-fill": fill, d: "M50 7L36.5 1.8V12.2Z" }));
  }
  return svg;
}

function closeLedger({ back = true } = {}) {
  const ledger = find("[data-panel=ledger]");
  if (ledger.hidden) return;
  const mark = marks.get(state.mark);
  ledger.hidden = true;
  ledger.replaceChildren();
  delete ledger.dataset.for;
  state.mark = null;
  if (mark) highlight(mark, "chosen", false);
  chooseSentences(null);
  if (back) {
    const target = opener?.isConnected && opener !== document.body ? opener : mark?.shown ? mark.hit : null;
    target?.focus({ preventScroll: true });
    writeAddress();
  }
  opener = null;
}

/** Mark the sentences that a mark rests on; each <mark> is a slice that its attribute names. */
function chooseSentences(mark) {
  const wanted = mark ? spansOf(mark) : [];
  for (const sentence of sentences()) {
    const spans = wanted.filter(([start, end]) => start < sentence.to && sentence.from < end);
    if (!spans.length && !sentence.chosen) continue;
    sentence.chosen = spans.length > 0;
    sentence.element.classList.toggle("chosen", sentence.chosen);
    sentence.element.firstElementChild.replaceChildren(...runsOf(sentence.pieces, spans.length ? spans : sentence.lit));
  }
}

let sentenceList = null;

/** The article's sentences with their pieces: those of the data, or the runs that stand on the page. */
function sentences() {
  sentenceList ??= STORY.article.sentences.filter(({ text }) => text !== null).map(({ n, at: [from, to] }) => {
    const element = find(`[data-sentence="${n}"]`);
    const runs = [...element.firstElementChild.childNodes].map((node) => [node.dataset?.evidenceAt.split("-").map(Number), node.textContent]);
    const lit = runs.flatMap(([span]) => (span ? [span] : []));
    const pieces = VIEW.pieces[n] ?? runs.map(([span, text], k) => [span?.[0] ?? runs[k - 1]?.[0][1] ?? from, span?.[1] ?? runs[k + 1]?.[0][0] ?? to, text]);
    return { element, from, to, lit, pieces, chosen: false };
  });
  return sentenceList;
}

/** The spans of all words in a mark's ledger, in the order of the text, overlapping ones joined. */
function spansOf({ evidence, rows }) {
  const said = rows.flatMap((row) => row.said ?? []).map((span) => span.split("-").map(Number));
  const all = [...evidence, ...said, ...rows.filter(({ at }) => at).map(({ at }) => at)].sort((a, b) => a[0] - b[0]);
  const joined = [];
  for (const [start, end] of all) {
    const last = joined.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function runsOf(pieces, spans) {
  const runs = [];
  for (const [start, end, text] of pieces) {
    const span = spans.find(([s, e]) => s <= start && end <= e) ?? null;
    const last = runs.at(-1);
    if (last && last.span === span) Object.assign(last, { end, text: last.text + text });
    else runs.push({ start, end, text, span });
  }
  return runs.map(({ start, end, text, span }) => (span ? make("mark", { "data-evidence-at": `${start}-${end}` }, text) : text));
}

/** Make a mark stand out: it lies on a band of colour. */
function highlight(mark, how, on) {
  for (const part of [mark.casing, mark.hit]) part?.classList.toggle(how, on);
}

/** Show which mark words belong to while the pointer is over them. */
function pointOut(element, id) {
  element.addEventListener("mouseenter", () => highlight(marks.get(id), "near", true));
  element.addEventListener("mouseleave", () => highlight(marks.get(id), "near", false));
}

/** What a step names in words opens the mark's ledger. */
function wireLists() {
  for (const item of findAll("[data-opens]")) {
    const button = make("button", { type: "button" }, ...item.childNodes);
    button.addEventListener("click", () => openLedger(item.dataset.opens));
    pointOut(button, item.dataset.opens);
    item.append(button);
  }
}

/** Sentences behind marks become buttons to them. */
function wireArticle() {
  for (const element of findAll("[data-sentence]")) {
    const ids = element.dataset.marks.split(" ").filter(Boolean);
    if (!ids.length || !map) continue;
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "0");
    element.setAttribute("aria-pressed", "false");
    const choose = () => chooseSentence(element, ids);
    element.addEventListener("click", choose);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
  }
}

function chooseSentence(element, ids) {
  const again = chosenSentence === element;
  chosenSentence?.setAttribute("aria-pressed", "false");
  chosenSentence = again ? null : element;
  if (!again) {
    element.setAttribute("aria-pressed", "true");
    if (!ids.some((id) => marks.get(id).shown)) {
      const step = bestStep(ids);
      if (step) goTo(step, { keepSentence: true });
    }
    find(".stage").scrollIntoView({ block: "nearest", behavior: CALM.matches ? "auto" : "smooth" });
  }
  light();
}

/** The step that shows most of the marks. */
function bestStep(ids) {
  const count = (step) => step.show.filter((id) => ids.includes(id)).length;
  const best = STORY.steps.reduce((one, other) => (count(other) > count(one) ? other : one));
  return count(best) ? best.n : null;
}

function light() {
  const ids = new Set(chosenSentence?.dataset.marks.split(" ") ?? []);
  for (const mark of marks.values()) {
    mark.line.toggleAttribute("data-lit", ids.has(mark.id));
    if (ids.has(mark.id)) mark.line.setAttribute("data-lit", "true");
    highlight(mark, "lit", ids.has(mark.id));
  }
}

/** A heading that sorts its column; the rows stay the same. */
function wireTable() {
  const table = find("[data-table=marks]");
  if (!table) return;
  for (const head of findAll("[data-head]", table)) {
    const column = head.dataset.head;
    head.dataset.word = head.textContent;
    const button = make("button", { type: "button", "data-sort": column, class: "sort", "aria-label": say("sort", { column: head.textContent }) });
    head.append(" ", button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of findAll("[data-head]", table)) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = findAll("tbody tr", table).map((row) => [sortKey(row, column), row]);
      keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1));
      find("tbody", table).append(...keyed.map(([, row]) => row));
    });
  }
  table.addEventListener("mouseover", (event) => pointRow(event.target.closest("tr")?.dataset.row));
  table.addEventListener("mouseleave", () => pointRow());
}

/** Status by certainty, amounts by value, times by date where there is one, quotes by their place in the text. */
function sortKey(row, column) {
  const mark = marks.get(row.dataset.row);
  if (column === "status") return STOPS.indexOf(mark.status);
  if (column === "amount") return mark.value ?? -Infinity;
  if (column === "quote") return mark.evidence[0]?.[0] ?? Infinity;
  return (column === "when" && mark.date) || find(`[data-col=${column}]`, row).textContent.toLowerCase();
}

/** Where there are very many marks the file says words once: what repeats them is made here from the table. */
function fillRepeats() {
  if (!document.body.classList.contains("many")) return;
  const rows = new Map(findAll("[data-table=marks] tbody tr").map((row) => [row.dataset.row, row]));
  for (const cell of findAll("[data-same]")) {
    cell.replaceChildren(...[...rows.get(cell.dataset.same).lastElementChild.childNodes].map((node) => node.cloneNode(true)));
  }
  const fill = (list, items) => list && items.length && list.replaceChildren(...items);
  const item = (id, name, value) => make("li", { [name]: value, class: `t${marks.get(id).colour}` }, bdi(marks.get(id).what));
  for (const silence of new Set([...marks.values()].flatMap(({ silences }) => silences))) {
    const open = [...marks.values()].filter(({ silences }) => silences.includes(silence));
    fill(find(`[data-silences="${silence}"] ul`), open.map(({ id }) => item(id, "data-silence", `${id}:${silence}`)));
  }
  for (const lane of findAll("[data-lane]")) {
    const inside = [...marks.values()].filter((mark) => laneOf(mark) === lane.dataset.lane);
    if (lane.dataset.lane === "dated") inside.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    fill(find("ul", lane), inside.map((mark) => {
      const words = item(mark.id, "data-when", mark.id);
      if (mark.when) words.firstChild.prepend(make("b", {}, mark.when), " ");
      return words;
    }));
  }
}

const laneOf = ({ when, date, lane }) => (date ? "dated" : (lane ?? (when ? "relative" : "open")));

let pointed = null;

function pointRow(id) {
  if (pointed?.id === id) return;
  if (pointed) highlight(pointed, "near", false);
  pointed = marks.get(id) ?? null;
  if (pointed) highlight(pointed, "near", true);
}

/** Where each mark stands in words: its table row, its place in time, its lines under the steps. */
const rowElements = new Map();

function indexRows() {
  for (const name of ["row", "when", "opens", "dot"]) {
    for (const element of findAll(`[data-${name}]`)) {
      const id = element.dataset[name];
      if (!rowElements.has(id)) rowElements.set(id, []);
      rowElements.get(id).push(element);
    }
  }
}

const leftOut = () => STORY.steps[state.step - 1].show.map((id) => marks.get(id)).filter((mark) => !passes(mark));

/** Say what the filters keep from a step's map, so that an empty one is not taken for nothing said. */
function sayLeftOut() {
  const out = leftOut();
  const note = find("[data-left-out]");
  note.hidden = !out.length;
  const statuses = STOPS.filter((name) => out.some(({ status }) => status === name)).map((name) => WORDS.status[name]);
  const words = say("left_out", { n: out.length, all: STORY.steps[state.step - 1].show.length, status: statuses.join(", ") });
  if (find("span", note).textContent !== words) find("span", note).textContent = out.length ? words : "";
}

/** Open the filters as far as the step's marks need; the reader stays at the step's words. */
function showLeftOut() {
  const out = leftOut();
  state.stop = Math.max(state.stop, ...out.map(({ status }) => STOPS.indexOf(status)));
  for (const { thread } of out) threadsOff.delete(thread ?? "");
  for (const box of findAll("[data-control=thread]")) box.checked = !threadsOff.has(box.value);
  applyFilters();
  find("[data-action=next]").focus();
}

/** Leave out what the filters leave out, everywhere; dim what a party denies. */
function filterPanels() {
  let count = 0;
  for (const mark of marks.values()) {
    const kept = passes(mark);
    count += kept;
    for (const element of rowElements.get(mark.id) ?? []) element.toggleAttribute("hidden", !kept);
    const dimmed = state.as !== "" && mark.rows.some(({ stance, who }) => stance === "denies" && who === state.as);
    mark.dimmed = dimmed;
    for (const element of [mark.line, ...mark.parts, chips.get(mark.id)?.element]) {
      if (!element) continue;
      if (dimmed) element.setAttribute("data-dimmed", "true");
      else element.removeAttribute("data-dimmed");
    }
  }
  const counter = find("[data-count]");
  if (counter) counter.textContent = say("count", { n: count, all: marks.size });
  const stop = find("[data-stop]");
  const name = STOPS[state.stop];
  if (stop) stop.textContent = WORDS.status[name];
  const range = find("[data-control=certainty]");
  if (range) {
    range.value = state.stop;
    range.setAttribute("aria-valuetext", `${WORDS.status[name]}; ${say("count", { n: count, all: marks.size })}`);
  }
  const select = find("[data-control=perspective]");
  if (select) select.value = state.as;
}
