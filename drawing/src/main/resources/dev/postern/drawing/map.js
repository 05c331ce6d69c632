"use strict";
(() => {
  const data = JSON.parse(document.getElementById("diagram").textContent);
  const $ = id => document.getElementById(id);
  const MOST_LINES = 400, PAGE = 200, FLOW_BOXES = 24;
  const ends = [];
  const boxes = data.boxes;
  for (const box of boxes) {
    ends[box.number] = {label: box.label, name: "all of " + box.label, box, item: null};
    for (const item of box.items) {
      ends[item.number] = {label: item.label, name: box.label + "/" + item.label, box, item};
    }
  }
  const lines = data.lines.map(([from, to, label, style, ...because]) =>
    ({from: ends[from], to: ends[to], label, style, because: because.map(n => data.reasons[n]),
      text: (ends[from].name + " " + ends[to].name + " " +
        members(ends[from]) + " " + members(ends[to])).toLowerCase()}));
  const itemCount = boxes.reduce((sum, box) => sum + box.items.length, 0);
  const opened = new Set(itemCount <= 40 ? boxes.filter(box => box.items.length) : []);
  const hiddenStyles = new Set();
  let chosen = null, shown = lines, asTable = false, rows = PAGE, returnTo = null;

  function members(end) { return end.item ? end.item.members.join(" ") : ""; }

  function el(name, attributes, ...children) {
    const made = name === "svg" || name === "path" || name === "text" || name === "title"
      ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, "");
      else if (value !== false && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  /* "TCP 80,8000-8999; UDP 53", "TCP" and "All" are what labels look like. */
  function passes(label, wanted) {
    if (!wanted) return true;
    if (!/^\d+$/.test(wanted)) return label.toLowerCase().includes(wanted.toLowerCase());
    const port = Number(wanted);
    return label.split(";").some(part => {
      const text = part.trim();
      if (/^(all|any|tcp|udp|sctp)$/i.test(text)) return true;
      return (text.match(/\d+(\s*-\s*\d+)?/g) || []).some(range => {
        const [first, last] = range.split("-").map(Number);
        return first <= port && port <= (last ?? first);
      });
    });
  }

  function filter() {
    const name = $("search").value.trim().toLowerCase();
    const port = $("port").value.trim();
    const within = $("namespace").value === "" ? null : boxes[$("namespace").value];
    shown = lines.filter(line => !hiddenStyles.has(line.style)
      && (!within || line.from.box === within || line.to.box === within)
      && (!name || line.text.includes(name)) && passes(line.label, port));
    rows = PAGE;
    draw();
  }

  const filtering = () => $("search").value.trim() || $("port").value.trim()
    || $("namespace").value !== "" || hiddenStyles.size;

  function visibleEnd(end) {
    return end.item && opened.has(end.box) ? end : ends[end.box.number];
  }

  /* What is drawn: lines between what is visible, those of closed boxes as one. */
  function drawnLines() {
    const sums = new Map();
    for (const line of shown) {
      const from = visibleEnd(line.from), to = visibleEnd(line.to);
      if (from === to && from.item === null && !opened.has(from.box)) continue;
      const key = keyOf({from, to, style: line.style});
      const sum = sums.get(key);
      if (sum) sum.lines.push(line); else sums.set(key, {from, to, style: line.style, lines: [line]});
    }
    return [...sums.values()];
  }

  const number = end => end.item ? end.item.number : end.box.number;

  const touches = (sum, end) => end && (end.item
    ? sum.lines.some(line => line.from === end || line.to === end)
    : sum.from.box === end.box || sum.to.box === end.box);

  /* Few boxes stand in the order in which they talk, many in rows as they come. */
  function columns(visible) {
    const room = Math.max(1, Math.floor(($("scroll").clientWidth - 20) / 254));
    if (visible.length > FLOW_BOXES) {
      const grid = Array.from({length: Math.min(room, visible.length)}, () => ({boxes: [], height: 0}));
      for (const box of visible) {
        const lowest = grid.reduce((a, b) => b.height < a.height ? b : a);
        lowest.boxes.push(box);
        lowest.height += opened.has(box) ? 62 + box.items.length * 36 : 56;
      }
      return {flow: false, list: grid.map(column => column.boxes)};
    }
    const next = new Map(boxes.map(box => [box, new Set()]));
    for (const line of lines) if (line.from.box !== line.to.box) next.get(line.from.box).add(line.to.box);
    const rank = new Map(), state = new Map(), order = [];
    const visit = box => {
      state.set(box, 1);
      for (const to of next.get(box)) if (!state.has(to)) visit(to);
      state.set(box, 2);
      order.unshift(box);
    };
    const incoming = box => boxes.filter(other => next.get(other).has(box)).length;
    [...boxes].sort((a, b) => incoming(a) - incoming(b)).forEach(box => state.has(box) || visit(box));
    order.forEach(box => rank.set(box, rank.get(box) || 0));
    order.forEach((box, at) => {
      for (const to of next.get(box)) {
        if (order.indexOf(to) > at) rank.set(to, Math.max(rank.get(to), rank.get(box) + 1));
      }
    });
    const most = Math.max(...rank.values(), 0) + 1;
    const wide = Math.max(1, Math.min(most, Math.floor(($("scroll").clientWidth + 70) / 340)));
    const list = Array.from({length: wide}, () => []);
    visible.forEach(box => list[Math.floor(rank.get(box) * wide / most)].push(box));
    return {flow: true, list: list.filter(column => column.length)};
  }

  let places = new Map();

  function draw() {
    const sums = drawnLines();
    const used = new Set();
    for (const line of shown) used.add(line.from.box).add(line.to.box);
    const visible = filtering() ? boxes.filter(box => used.has(box)) : boxes;
    $("count").textContent = `${boxes.length.toLocaleString("en")} boxes, ${itemCount.toLocaleString("en")} items, `
      + (shown.length === lines.length ? "" : shown.length.toLocaleString("en") + " of ")
      + `${lines.length.toLocaleString("en")} connections`;
    $("scroll").hidden = asTable;
    $("table").hidden = !asTable;
    if (asTable) { drawTable(); return; }
    const focused = document.activeElement?.dataset?.end;
    const usedEnds = new Set();
    for (const line of shown) usedEnds.add(line.from).add(line.to);
    const {flow, list} = columns(visible);
    places = new Map();
    $("boxes").className = flow ? "flow" : "";
    $("boxes").replaceChildren(...list.map(column => el("div", {class: "column"},
      ...column.map(box => boxElement(box, usedEnds)))));
    if (focused !== undefined) places.get(ends[focused])?.focus({preventScroll: true});
    drawLines(sums);
  }

  function boxElement(box, usedEnds) {
    const end = ends[box.number], open = opened.has(box);
    const title = el("button", {type: "button", "aria-expanded": String(open), "data-end": box.number, title: box.label,
      onclick: () => toggle(box)}, el("span", {class: "name"}, box.label),
      el("span", {class: "number"}, box.items.length ? String(box.items.length) : ""));
    const made = el("section", {class: "box" + (box.outside ? " outside" : "") + (chosen === end ? " chosen" : ""),
      "aria-label": box.label}, title);
    places.set(end, title);
    if (open) {
      made.append(el("ul", {}, ...box.items.map(item => {
        const own = ends[item.number];
        const button = el("button", {type: "button", "data-end": item.number,
          title: [item.label, ...item.members].join("\n"),
          class: (chosen === own ? "chosen" : "") + (filtering() && !usedEnds.has(own) ? " faded" : ""),
          onclick: () => choose(own)}, item.label + (item.members.length > 1 ? ` (${item.members.length})` : ""));
        places.set(own, button);
        return el("li", {}, button);
      })));
    }
    return made;
  }

  function toggle(box) {
    if (opened.has(box)) opened.delete(box); else if (box.items.length) opened.add(box);
    choose(ends[box.number]);
  }

  function drawLines(sums) {
    const around = chosen && !chosen.lines ? sums.filter(sum => touches(sum, chosen)) : [];
    const all = sums.length <= MOST_LINES;
    const drawn = all ? sums : around.length ? around : chosen?.lines ? [chosen] : [];
    $("note").hidden = all;
    $("note").textContent = all ? "" : `${sums.length.toLocaleString("en")} lines would hide each other: `
      + "choose a box to see its lines, or filter.";
    const base = $("map").getBoundingClientRect();
    const at = new Map();
    for (const sum of drawn) for (const end of [sum.from, sum.to]) {
      const place = places.get(end);
      if (place && !at.has(end)) {
        const r = place.getBoundingClientRect();
        at.set(end, {left: r.left - base.left, right: r.right - base.left, y: r.top - base.top + r.height / 2});
      }
    }
    const made = [];
    for (const sum of drawn) {
      const from = at.get(sum.from), to = at.get(sum.to);
      if (!from || !to) continue;
      let x1, x2, bend1, bend2;
      if (to.left > from.right) {
        x1 = from.right; x2 = to.left; const reach = Math.max(30, (x2 - x1) / 2); bend1 = x1 + reach; bend2 = x2 - reach;
      } else if (to.right < from.left) {
        x1 = from.left; x2 = to.right; const reach = Math.max(30, (x1 - x2) / 2); bend1 = x1 - reach; bend2 = x2 + reach;
      } else {
        x1 = from.right; x2 = to.right;
        const reach = 24 + Math.min(40, Math.abs(from.y - to.y) / 8); bend1 = x1 + reach; bend2 = x2 + reach;
      }
      const y2 = from === to ? to.y + 9 : to.y, y1 = from === to ? from.y - 9 : from.y;
      const d = `M${x1} ${y1}C${bend1} ${y1} ${bend2} ${y2} ${x2} ${y2}`;
      const side = bend2 < x2 ? -1 : 1;
      const strong = around.includes(sum) || chosen?.key === keyOf(sum);
      const head = sum.style === "denied" || sum.style === "closed"
        ? `M${x2 + side * 3} ${y2 - 5}V${y2 + 5}` : `M${x2 + side * 7} ${y2 - 4}L${x2} ${y2}L${x2 + side * 7} ${y2 + 4}`;
      const tip = `${sum.from.name} → ${sum.to.name}: ${words(sum)}`;
      const chooseIt = () => choose({lines: sum.lines, from: sum.from, to: sum.to, style: sum.style, key: keyOf(sum)});
      made.push(el("path", {class: "hit", d, onclick: chooseIt}, el("title", {}, tip)),
        el("path", {class: "line " + sum.style + (strong ? " strong" : ""), d: d + head, onclick: chooseIt},
          el("title", {}, tip)));
      if (drawn.length <= 30 && x1 !== x2) {
        const label = words(sum);
        made.push(el("text", {x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 4}, label.length > 18 ? label.slice(0, 17) + "…" : label));
      }
    }
    $("lines").replaceChildren(...made);
  }

  const keyOf = sum => number(sum.from) + " " + number(sum.to) + " " + sum.style;

  function words(sum) {
    const labels = [...new Set(sum.lines.map(line => line.label))];
    return labels.length <= 2 ? labels.join("; ") : `${sum.lines.length.toLocaleString("en")} connections`;
  }

  function choose(what) {
    chosen = what;
    returnTo = document.activeElement;
    draw();
    details();
  }

  function lineButton(line) {
    return el("li", {}, el("button", {type: "button", onclick: () => choose(
      {lines: [line], from: line.from, to: line.to, style: line.style, key: keyOf(line)})},
      `${line.from.name} → ${line.to.name}: ${line.label}` + (line.style === "allowed" ? "" : ` (${data.styles[line.style]})`)));
  }

  function details() {
    const panel = $("details");
    panel.hidden = chosen === null;
    if (chosen === null) { panel.replaceChildren(); return; }
    const parts = [el("button", {type: "button", class: "shut", "aria-label": "Close details", onclick: clear}, "✕")];
    const list = some => {
      const most = some.slice(0, PAGE);
      parts.push(el("ul", {class: "links"}, ...most.map(lineButton)));
      if (some.length > PAGE) parts.push(el("p", {class: "note"},
        `and ${(some.length - PAGE).toLocaleString("en")} more: filter, or see the table`));
    };
    if (chosen.lines) {
      parts.push(el("h2", {}, `${chosen.from.name} → ${chosen.to.name}`));
      if (chosen.lines.length === 1) {
        const line = chosen.lines[0];
        parts.push(el("p", {}, `${line.label}: ${data.styles[line.style]}`), el("h3", {}, "Because"),
          line.because.length ? el("ul", {id: "rules"}, ...line.because.map(reason => el("li", {}, reason)))
            : el("p", {class: "note"}, "No rule says anything of it."));
      } else {
        parts.push(el("h3", {}, `${chosen.lines.length.toLocaleString("en")} connections, ${data.styles[chosen.style]}`));
        list(chosen.lines);
      }
    } else {
      parts.push(el("h2", {}, chosen.item ? chosen.name : chosen.label));
      if (chosen.item?.members.length) parts.push(el("h3", {}, "Stands for"),
        el("ul", {}, ...chosen.item.members.map(member => el("li", {}, member))));
      const here = end => chosen.item ? end === chosen : end.box === chosen.box;
      const out = shown.filter(line => here(line.from)), into = shown.filter(line => here(line.to));
      parts.push(el("h3", {}, `To ${out.length.toLocaleString("en")}`)); list(out);
      parts.push(el("h3", {}, `From ${into.length.toLocaleString("en")}`)); list(into);
    }
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
  }

  function clear() {
    chosen = null;
    draw();
    details();
    if (returnTo?.isConnected) returnTo.focus();
  }

  function drawTable() {
    $("caption").textContent = `${Math.min(rows, shown.length).toLocaleString("en")} of ${shown.length.toLocaleString("en")} connections`;
    $("rows").replaceChildren(...shown.slice(0, rows).map(line => el("tr", {},
      el("td", {}, line.from.name), el("td", {}, line.to.name), el("td", {}, line.label),
      el("td", {}, data.styles[line.style]),
      el("td", {}, el("button", {type: "button", "aria-label": `Rules for ${line.from.name} to ${line.to.name}`,
        onclick: () => choose({lines: [line], from: line.from, to: line.to, style: line.style, key: keyOf(line)})},
        String(line.because.length))))));
    $("more").hidden = rows >= shown.length;
  }

  boxes.forEach((box, index) => $("namespace").append(el("option", {value: String(index)}, box.label)));
  for (const style of Object.keys(data.styles).filter(name => lines.some(line => line.style === name))) {
    $("legend").append(el("label", {}, el("input", {type: "checkbox", checked: true, onchange: event => {
      if (event.target.checked) hiddenStyles.delete(style); else hiddenStyles.add(style);
      filter();
    }}), el("svg", {viewBox: "0 0 34 10", "aria-hidden": "true"}, el("path", {class: style, d: "M0 5H34"})), data.styles[style]));
  }
  let soon = 0;
  for (const id of ["search", "port", "namespace"]) {
    $(id).addEventListener("input", () => { cancelAnimationFrame(soon); soon = requestAnimationFrame(filter); });
  }
  $("filters").addEventListener("submit", event => event.preventDefault());
  $("open").addEventListener("click", () => { boxes.forEach(box => box.items.length && opened.add(box)); draw(); });
  $("close").addEventListener("click", () => { opened.clear(); draw(); });
  $("more").addEventListener("click", () => { rows += PAGE; drawTable(); });
  $("view").addEventListener("click", () => {
    asTable = !asTable;
    $("view").textContent = asTable ? "Map" : "Table";
    $("view").setAttribute("aria-pressed", String(asTable));
    draw();
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape" && chosen) clear(); });
  addEventListener("resize", () => { cancelAnimationFrame(soon); soon = requestAnimationFrame(draw); });
  draw();
})();
