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
  fact("precision", mark.exact);
  ledger.replaceChildren(
    make("header", {}, make("h2", {}, bdi(mark.what)), close),
    make("p", { class: `status t${mark.colour}` }, sampleOf(mark), make("b", {}, WORDS.status[mark.status]), ` ${WORDS.definition[mark.status]}`),
    facts,
    make("ul", { class: "claims" }, ...mark.rows.map(claimRow)),
    make("div", { class: "notes" }, ...(mark.notes ?? []).map((note) => make("p", {}, bdi(note)))),
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

function claimRow({ claim, who, name, quotes, where }) {
  const words = quotes.map(({ at, text }) => make("bdi", {}, make("q", { "data-evidence-at": at }, text)));
  return make(
    "li",
    { "data-claim": claim, "data-who": who },
    make("p", { class: "who" }, make("b", { "data-who": who }, bdi(name)), ` ${WORDS.stance[claim]}`),
    ...words.map((word) => make("p", { class: "words" }, word)),
    where && make("p", { class: "where" }, where),
  );
}

/** The mark's own sign, as in the legend. */
function sampleOf({ kind, status }) {
  const svg = makeSvg("svg", { class: "sample", viewBox: "0 0 52 14", width: 52, height: 14, "aria-hidden": "true" });
  const stroke = (d) => makeSvg("path", { class: "stroke", "data-status": status, d });
  if (kind === "claim") svg.append(makeSvg("path", { class: "hatchline", d: "M6 13L18 1M14 13L26 1M22 13L34 1M30 13L42 1" }));
  else if (kind === "presence") svg.append(stroke(circle(26, 7, 5)));
  else if (kind === "use") svg.append(stroke("M26 1L32 7L26 13L20 7Z"));
  else {
    const fill = status === "unconfirmed" || status === "denied" ? "hollow" : "filled";
    svg.append(stroke("M2 7H37"), makeSvg("path", { class: "tip", "data-fill": fill, d: "M50 7L36.5 1.8V12.2Z" }));
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
  for (const sentence of VIEW.sentences) {
    const [from, to] = [sentence.pieces[0][0], sentence.pieces.at(-1)[1]];
    const spans = (mark?.spans ?? []).filter(([start, end]) => start < to && from < end);
    const element = find(`[data-sentence="${sentence.n}"]`);
    if (!spans.length && !element.classList.contains("chosen")) continue;
    element.classList.toggle("chosen", spans.length > 0);
    element.firstElementChild.replaceChildren(...runsOf(sentence, spans.length ? spans : sentence.lit));
  }
}

function runsOf({ pieces }, spans) {
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
  const { sorting } = VIEW;
  for (const head of findAll("[data-head]", table)) {
    const column = head.dataset.head;
    head.dataset.word = head.textContent;
    const button = make("button", { type: "button", "data-sort": column, class: "sort", "aria-label": say("sort", { column: head.textContent }) });
    head.append(" ", button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of findAll("[data-head]", table)) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = (row) => sorting[row.dataset.row][column];
      const rows = findAll("tbody tr", table).sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (down ? -1 : 1));
      find("tbody", table).append(...rows);
    });
  }
  for (const row of findAll("tbody tr", table)) {
    pointOut(row, row.dataset.row);
  }
}

/** Where a mark stands in words: its table row, its place in time, its lines under the steps. */
function rowsOf(mark) {
  mark.rowElements ??= findAll(["data-row", "data-when", "data-opens"].map((name) => `[${name}="${CSS.escape(mark.id)}"]`).join(", "));
  return mark.rowElements;
}

/** Leave out what the filters leave out, everywhere; dim what a party denies. */
function filterPanels() {
  let count = 0;
  for (const mark of marks.values()) {
    const kept = passes(mark);
    count += kept;
    for (const element of rowsOf(mark)) element.hidden = !kept;
    const dimmed = state.as !== "" && mark.rows.some(({ claim, who }) => claim === "denies" && who === state.as);
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
