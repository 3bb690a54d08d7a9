"use strict";
(function () {
  const graph = JSON.parse(document.getElementById("graph").textContent);
  const sources = JSON.parse(document.getElementById("sources").textContent);
  const svg = document.querySelector("main > svg");
  const panel = document.querySelector("aside");
  const search = document.querySelector("input");
  const count = document.querySelector(".count");

  // What the graph says, by the names of its operations. "export" is a node like the others.
  const ops = new Map(graph.ops.map((op) => [op.name, op]));
  const inputs = new Map(graph.ops.map((op) => [op.name, op.inputs]));
  inputs.set("export", graph.exported ? graph.exported.inputs : []);
  const users = new Map([...inputs.keys()].map((name) => [name, []]));
  for (const [name, edges] of inputs) {
    for (const edge of edges) users.get(edge.name).push({ name, label: edge.label });
  }
  const byDigest = new Map(graph.ops.map((op) => [op.digest, op]));
  const groups = new Map([...svg.querySelectorAll(".op")].map((group) => [group.id, group]));
  const texts = new Map();
  for (const name of groups.keys()) {
    const op = ops.get(name);
    const said = op
      ? [op.name, op.kind, op.label, op.description || "", op.platform || "", op.digest, place(op.location)]
          .concat(op.details.map((detail) => detail.value))
          .concat(op.mounts.map((mount) => mount.kind + " " + mount.target))
      : ["export", JSON.stringify(graph.image_config)];
    texts.set(name, said.join("\n").toLowerCase());
  }

  function place(location) {
    return location ? location.file + ":" + location.line : "";
  }

  // Control characters, and those that turn the direction of writing, are shown and not obeyed.
  function visible(text) {
    return text.replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
      (c) => "\\u{" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") + "}");
  }

  function element(tag, text, css) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = visible(String(text));
    if (css) made.className = css;
    return made;
  }

  function section(title, ...parts) {
    panel.append(element("h3", title), ...parts);
  }

  function table(pairs) {
    const list = element("dl");
    for (const [name, value] of pairs) list.append(element("dt", name), element("dd", value, "mono"));
    return list;
  }

  function link(name, label) {
    const item = element("li");
    const anchor = element("a", name);
    anchor.href = "#" + name;
    item.append(anchor);
    if (ops.has(name)) item.append(" " + shorten(groups.get(name).querySelector("title").textContent));
    if (label) item.append(element("span", " (" + label + ")", "faint"));
    return item;
  }

  function shorten(text) {
    return text.length > 90 ? text.slice(0, 60) + "…" + text.slice(-25) : text;
  }

  function links(edges) {
    const list = element("ul");
    for (const edge of edges) {
      const output = edge.index ? "output " + edge.index : "";
      const through = edge.direct === false ? "by way of hidden operations" : "";
      list.append(link(edge.name, [edge.label, output, through].filter(Boolean).join(", ")));
    }
    return list;
  }

  function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\\''") + "'";
  }

  function sourceOf(location) {
    const lines = sources[location.file] || {};
    const box = element("pre", undefined, "source");
    for (let number = location.line - 2; number <= location.end_line + 2; number++) {
      if (!Object.hasOwn(lines, number)) continue;
      const hit = number >= location.line && number <= location.end_line;
      const text = String(number).padStart(String(location.end_line + 2).length) + "  " + lines[number];
      box.append(element("span", text, hit ? "hit" : ""));
    }
    return box.childElementCount ? [box] : [];
  }

  function call(locations, title) {
    locations.forEach((location, i) => {
      const where = place(location) + ":" + location.column;
      section(i === 0 ? title : "Called from", element("p", where, "mono"), ...sourceOf(location));
    });
  }

  function showOp(op) {
    panel.append(element("h2", op.kind + " · " + op.name));
    if (op.description) panel.append(element("p", op.description));
    const of = (name) => op.details.filter((detail) => detail.name === name).map((detail) => detail.value);
    if (op.kind === "run") {
      const args = of("arg");
      const shell = args.length === 3 && args[0] === "/bin/sh" && args[1] === "-c";
      section(shell ? "Command, run by /bin/sh -c" : "Command",
        element("pre", shell ? args[2] : args.map(quoted).join(" "), "command"));
      if (!shell) section("Arguments", table(args.map((arg, i) => [i, arg])));
      const env = of("env");
      if (env.length) section("Environment", element("pre", env.join("\n")));
    } else {
      section("Operation", element("pre", op.label, "command"));
    }
    const rest = op.details.filter((detail) => !["arg", "env", "mount"].includes(detail.name));
    if (rest.length) section("Options", table(rest.map((detail) => [detail.name, detail.value])));
    if (op.mounts.length) {
      const list = element("ul");
      for (const mount of op.mounts) {
        const item = element("li");
        item.append(element("span", mount.kind + " "), element("code", mount.target));
        const said = mount.details.map((detail) => detail.name + "=" + detail.value);
        if (mount.kind === "bind") {
          const made = mount.source && byDigest.get(mount.source.digest);
          said.unshift("of " + (made ? made.name : mount.source ? "a hidden operation" : "scratch"));
        }
        if (said.length) item.append(element("span", " (" + said.join(", ") + ")", "faint"));
        list.append(item);
      }
      section("Mounts", list);
    }
    const metadata = [["platform", op.platform || "left to BuildKit"]];
    const group = op.metadata.progress_group;
    if (group) metadata.push(["progress group", group.name + " (" + group.id + (group.weak ? ", weak)" : ")")]);
    if (op.metadata.ignore_cache) metadata.push(["ignore_cache", "true"]);
    if (op.metadata.export_cache !== null) metadata.push(["export_cache", op.metadata.export_cache]);
    for (const [name, value] of Object.entries(op.metadata.resources || {})) {
      if (value) metadata.push([name, value]);
    }
    metadata.push(["digest", op.digest]);
    section("Metadata", table(metadata));
    if (op.location) call([op.location].concat(op.callers), "Script");
    for (const other of op.other_calls) call(other, "Also made at");
  }

  function showExport() {
    panel.append(element("h2", "export"));
    const made = graph.exported && byDigest.get(graph.exported.digest);
    section("Operation", element("p", made ? "the file system of " + made.name : graph.exported
      ? "the file system of a hidden operation" : "scratch: an empty file system"));
    section("Image configuration", element("pre", JSON.stringify(graph.image_config, null, 2)));
    section("Metadata", table([["definition", graph.digest]]));
  }

  function ancestors(name) {
    const near = new Set([name]);
    const open = [name];
    while (open.length) {
      for (const edge of inputs.get(open.pop())) {
        if (!near.has(edge.name)) {
          near.add(edge.name);
          open.push(edge.name);
        }
      }
    }
    return near;
  }

  function select(name) {
    const chosen = groups.has(name);
    const near = chosen ? ancestors(name) : new Set();
    svg.classList.toggle("chosen", chosen);
    for (const [id, group] of groups) {
      group.classList.toggle("near", near.has(id));
      group.classList.toggle("selected", id === name);
      group.setAttribute("aria-pressed", id === name);
    }
    for (const line of svg.querySelectorAll("[data-to]")) {
      line.classList.toggle("near", near.has(line.dataset.to));
    }
    panel.replaceChildren();
    panel.scrollTop = 0;
    if (!chosen) {
      panel.append(element("p", "Click an operation, or walk with Tab and press Enter, to see what it says.", "hint"));
      return;
    }
    if (name === "export") showExport();
    else showOp(ops.get(name));
    if (inputs.get(name).length) section("Needs", links(inputs.get(name)));
    if (users.get(name).length) section("Needed by", links(users.get(name)));
  }

  function go(name) {
    const hash = name ? "#" + name : " ";
    if (location.hash === hash) return;
    history.replaceState(null, "", name ? hash : location.pathname + location.search);
    select(name);
  }

  // The part of the picture that is seen.
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  let view = { ...full };

  function look(next) {
    view = next;
    svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
  }

  // Fits in what is there, but no larger than it is meant to be.
  function fit() {
    const box = svg.getBoundingClientRect();
    const scale = Math.min(box.width / full.w, box.height / full.h, 1) || 1;
    const w = box.width / scale || full.w;
    const h = box.height / scale || full.h;
    look({ x: full.x - (w - full.w) / 2, y: full.y - (h - full.h) / 2, w, h });
  }

  function zoom(factor, x, y) {
    const w = view.w / factor;
    if (w < 80 || w > 20 * Math.max(full.w, svg.clientWidth)) return;
    look({ x: x - (x - view.x) / factor, y: y - (y - view.y) / factor, w, h: view.h / factor });
  }

  function zoomMiddle(factor) {
    zoom(factor, view.x + view.w / 2, view.y + view.h / 2);
  }

  function pointOf(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  }

  // Brings a box into view, in a size to be read.
  function show(name) {
    const box = groups.get(name).getBBox();
    const at = groups.get(name).transform.baseVal.consolidate().matrix;
    const x = at.e + box.width / 2 + 24;
    const y = at.f + box.height / 2 + 24;
    const scale = Math.min(1, view.w / svg.clientWidth);
    const w = svg.clientWidth * scale;
    const h = svg.clientHeight * scale;
    const inside = x > view.x + w * 0.1 && x < view.x + view.w - w * 0.1
      && y > view.y + h * 0.1 && y < view.y + view.h - h * 0.1;
    if (!inside || view.w > svg.clientWidth * 1.3) look({ x: x - w / 2, y: y - h / 2, w, h });
  }

  let from = null;
  let moved = false;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, view };
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const scale = view.w / svg.clientWidth;
    const dx = event.clientX - from.x;
    const dy = event.clientY - from.y;
    if (!moved && Math.hypot(dx, dy) < 4) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    svg.classList.add("moving");
    look({ ...view, x: from.view.x - dx * scale, y: from.view.y - dy * scale });
  });
  for (const type of ["pointerup", "pointercancel"]) {
    svg.addEventListener(type, () => {
      from = null;
      svg.classList.remove("moving");
    });
  }
  svg.addEventListener("click", (event) => {
    if (moved) return;
    const group = event.target.closest(".op");
    go(group ? group.id : "");
  });
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = pointOf(event);
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), at.x, at.y);
  }, { passive: false });

  for (const [name, group] of groups) {
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    group.setAttribute("aria-label", name + " " + group.querySelector("title").textContent);
    group.addEventListener("focus", () => {
      if (group.matches(":focus-visible")) show(name);
    });
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      go(name);
    });
  }

  let found = [];
  let next = 0;
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = words.length ? [...groups.keys()].filter((name) =>
      words.every((word) => texts.get(name).includes(word))) : [];
    next = 0;
    svg.classList.toggle("searched", words.length > 0);
    for (const [name, group] of groups) group.classList.toggle("found", found.includes(name));
    count.textContent = words.length ? found.length + " of " + groups.size : "";
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !found.length) return;
    const name = found[next++ % found.length];
    go(name);
    show(name);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      search.value = "";
      search.dispatchEvent(new Event("input"));
      search.blur();
      go("");
    } else if (event.target === search) {
      return;
    } else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    } else if (event.key === "+") {
      zoomMiddle(1.25);
    } else if (event.key === "-") {
      zoomMiddle(0.8);
    } else if (event.key === "0") {
      fit();
    }
  });
  document.getElementById("in").addEventListener("click", () => zoomMiddle(1.25));
  document.getElementById("out").addEventListener("click", () => zoomMiddle(0.8));
  document.getElementById("fit").addEventListener("click", fit);
  addEventListener("beforeprint", () => look({ ...full }));
  addEventListener("hashchange", () => {
    const name = location.hash.slice(1);
    select(name);
    if (groups.has(name)) show(name);
  });
  // A link to an operation would otherwise also move the page.
  panel.addEventListener("click", (event) => {
    const anchor = event.target.closest("a");
    if (!anchor) return;
    event.preventDefault();
    const name = anchor.hash.slice(1);
    go(name);
    show(name);
  });

  fit();
  select(location.hash.slice(1));
  if (groups.has(location.hash.slice(1))) show(location.hash.slice(1));
})();
