"use strict";
(() => {
  const network = JSON.parse(document.getElementById("network").textContent);
  const svg = document.querySelector("#picture svg");
  const byId = (id) => document.getElementById(id);
  const groups = (role) => [...svg.querySelectorAll(`g.${role}`)];
  const actors = groups("actor");
  const lines = groups("tie");
  const labels = groups("tie-label");
  const box = svg.viewBox.baseVal;
  const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
  svg.setAttribute("role", "group");
  svg.setAttribute("tabindex", "0");
  svg.removeAttribute("width");
  svg.removeAttribute("height");

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // --- what is shown -------------------------------------------------------------------------
  const chosen = { kinds: new Set(), families: new Set(), certainties: new Set() };
  const addBoxes = (field, names) => {
    for (const name of names) {
      const input = element("input");
      input.type = "checkbox";
      input.checked = true;
      chosen[field].add(name);
      input.addEventListener("change", () => {
        if (input.checked) chosen[field].add(name);
        else chosen[field].delete(name);
        showChosen();
      });
      const label = element("label");
      label.append(input, ` ${name}`);
      byId(field).append(label);
    }
  };
  const distinct = (values) => [...new Set(values)];
  const isShown = (tie) =>
    chosen.families.has(tie.family) &&
    chosen.certainties.has(tie.certainty) &&
    chosen.kinds.has(network.actors[tie.source].kind) &&
    chosen.kinds.has(network.actors[tie.target].kind);
  const showChosen = () => {
    network.ties.forEach((tie, number) => {
      lines[number].classList.toggle("off", !isShown(tie));
      labels[number].classList.toggle("off", !isShown(tie));
    });
    network.actors.forEach((actor, number) => {
      actors[number].classList.toggle("off", !chosen.kinds.has(actor.kind));
    });
  };

  // --- what a pointer or the keyboard points at ------------------------------------------------
  const brighten = (ties, people) => {
    const some = ties !== null;
    lines.forEach((line, number) => line.classList.toggle("faint", some && !ties.has(number)));
    labels.forEach((label, number) => label.classList.toggle("faint", some && !ties.has(number)));
    actors.forEach((actor, number) => actor.classList.toggle("faint", some && !people.has(number)));
  };
  const tiesOf = (actor) =>
    network.ties.flatMap((tie, n) => (tie.source === actor || tie.target === actor ? [n] : []));
  const pointAtTie = (number) => {
    const tie = network.ties[number];
    brighten(new Set([number]), new Set([tie.source, tie.target]));
  };
  const pointAtActor = (number) => {
    const ties = tiesOf(number);
    const ends = ties.flatMap((n) => [network.ties[n].source, network.ties[n].target]);
    brighten(new Set(ties), new Set([number, ...ends]));
  };

  // --- the passages ------------------------------------------------------------------------------
  let opener = null;
  const openPanel = (heading, content, from) => {
    byId("heading").textContent = heading;
    byId("told").replaceChildren(...content);
    byId("passages").hidden = false;
    if (!byId("passages").contains(from)) opener = from;
    for (const group of [...lines, ...labels, ...actors]) group.classList.remove("chosen");
    byId("heading").focus({ preventScroll: true });
  };
  const closePanel = () => {
    if (byId("passages").hidden) return;
    byId("passages").hidden = true;
    for (const group of [...lines, ...labels, ...actors]) group.classList.remove("chosen");
    if (opener) opener.focus({ preventScroll: true });
  };
  const showPassage = (passage) => {
    const made = element("div");
    made.append(element("blockquote", passage.quote));
    const source = element("p", undefined, "meta");
    if (passage.url) {
      const link = element("a", passage.title);
      link.href = passage.url;
      link.rel = "noopener noreferrer";
      source.append(link);
    } else {
      source.append(passage.title);
    }
    source.append(`, ${passage.date}; ${passage.modality}; confidence ${passage.confidence}`);
    made.append(source);
    return made;
  };
  const nameTie = (tie) => {
    const joint = tie.directed ? "→" : "–";
    return `${network.actors[tie.source].label} ${joint} ${network.actors[tie.target].label}`;
  };
  const openTie = (number, from) => {
    const tie = network.ties[number];
    const content = tie.told.flatMap((told) => [
      element("h3", told.label),
      element("p", `${told.days}; ${told.documents}`, "meta"),
      ...told.passages.map(showPassage),
    ]);
    openPanel(nameTie(tie), content, from);
    lines[number].classList.add("chosen");
  };
  const openActor = (number, from) => {
    const list = element("ul");
    for (const n of tiesOf(number)) {
      const item = element("li");
      const button = element("button", `${nameTie(network.ties[n])}: ${network.ties[n].label}`);
      button.type = "button";
      button.addEventListener("click", () => openTie(n, button));
      item.append(button);
      list.append(item);
    }
    const actor = network.actors[number];
    openPanel(actor.label, [element("p", actor.kind, "meta"), list], from);
    actors[number].classList.add("chosen");
  };

  const attach = (group, focusable, point, open) => {
    if (focusable) {
      group.setAttribute("tabindex", "0");
      group.setAttribute("role", "button");
      group.setAttribute("aria-label", group.querySelector("title").textContent);
      group.addEventListener("focus", point);
      group.addEventListener("blur", () => brighten(null));
      group.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open(group);
      });
    }
    group.addEventListener("pointerenter", point);
    group.addEventListener("pointerleave", () => brighten(null));
    group.addEventListener("click", () => {
      if (!dragged) open(group);
    });
  };
  lines.forEach((line, number) => {
    const reach = line.querySelector("path").cloneNode();
    reach.setAttribute("class", "reach");
    reach.removeAttribute("stroke-dasharray");
    line.append(reach);
    attach(line, true, () => pointAtTie(number), (from) => openTie(number, from));
  });
  labels.forEach((label, number) => {
    attach(label, false, () => pointAtTie(number), () => openTie(number, lines[number]));
  });
  actors.forEach((actor, number) => {
    attach(actor, true, () => pointAtActor(number), (from) => openActor(number, from));
  });
  byId("close").addEventListener("click", closePanel);

  // --- moving about ------------------------------------------------------------------------------
  const look = (x, y, width) => {
    const height = (width / whole.width) * whole.height;
    svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  };
  const zoom = (factor, x = box.x + box.width / 2, y = box.y + box.height / 2) => {
    const width = Math.min(Math.max(box.width * factor, whole.width / 20), whole.width * 2);
    const scale = width / box.width;
    look(x - (x - box.x) * scale, y - (y - box.y) * scale, width);
  };
  const toPicture = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY);
    return point.matrixTransform(svg.getScreenCTM().inverse());
  };
  const showWhole = () => look(whole.x, whole.y, whole.width);
  byId("closer").addEventListener("click", () => zoom(0.8));
  byId("farther").addEventListener("click", () => zoom(1.25));
  byId("whole").addEventListener("click", showWhole);
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const point = toPicture(event);
    zoom(event.deltaY > 0 ? 1.12 : 1 / 1.12, point.x, point.y);
  }, { passive: false });

  let start = null;
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => {
    start = toPicture(event);
    dragged = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!start || !event.buttons) return;
    const point = toPicture(event);
    const dx = start.x - point.x;
    const dy = start.y - point.y;
    if (Math.hypot(dx, dy) > 4) dragged = true;
    if (dragged) look(box.x + dx, box.y + dy, box.width);
  });
  svg.addEventListener("pointerup", () => { start = null; });

  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, textarea") || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") closePanel();
    else if (event.key === "+" || event.key === "=") zoom(0.8);
    else if (event.key === "-") zoom(1.25);
    else if (event.key === "0") showWhole();
    else if (event.key in step && svg.contains(event.target)) {
      event.preventDefault();
      const [dx, dy] = step[event.key];
      look(box.x + dx * box.width * 0.1, box.y + dy * box.height * 0.1, box.width);
    }
  });

  byId("search").addEventListener("input", () => {
    const wanted = byId("search").value.trim().toLocaleLowerCase();
    network.actors.forEach((actor, number) => {
      const found = wanted !== "" && actor.label.toLocaleLowerCase().includes(wanted);
      actors[number].classList.toggle("found", found);
      actors[number].classList.toggle("faint", wanted !== "" && !found);
    });
  });
  byId("controls").addEventListener("submit", (event) => event.preventDefault());

  addBoxes("kinds", distinct(network.actors.map((actor) => actor.kind)));
  addBoxes("families", distinct(network.ties.map((tie) => tie.family)));
  addBoxes("certainties", distinct(network.ties.map((tie) => tie.certainty)));
})();
