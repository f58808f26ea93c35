  // --- the current view as a file ---------------------------------------------------------------------
  const save = (name, content) => {
    const link = element("a");
    link.href = typeof content === "string" && content.startsWith("data:")
      ? content : URL.createObjectURL(content);
    link.download = name;
    link.click();
    if (link.href.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const escapeXml = (text) => String(text)
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const round = (number) => Math.round(number * 10) / 10;

  const outline = (node) => {
    const { x, y } = node.position();
    const [w, h] = [node.width() / 2, node.height() / 2];
    const cut = Math.min(9, h);
    const corners = {
      hexagon: [[-w, 0], [-w + cut, -h], [w - cut, -h], [w, 0], [w - cut, h], [-w + cut, h]],
      octagon: [[-w, -h + cut / 2], [-w + cut, -h], [w - cut, -h], [w, -h + cut / 2],
        [w, h - cut / 2], [w - cut, h], [-w + cut, h], [-w, h - cut / 2]],
      "cut-rectangle": [[-w, -h + cut], [-w + cut, -h], [w - cut, -h], [w, -h + cut],
        [w, h - cut], [w - cut, h], [-w + cut, h], [-w, h - cut]],
    };
    const rounded = node.data("shape") === "round-rectangle" ? Math.min(h, 18) : 0;
    const paint = `fill="${node.data("fill") || look.tint}" stroke="${look.outline}"`;
    const points = corners[node.data("shape")];
    if (!points) {
      return `<rect x="${round(x - w)}" y="${round(y - h)}" width="${round(2 * w)}" ` +
        `height="${round(2 * h)}" rx="${rounded}" ${paint}/>`;
    }
    return `<polygon points="${points.map(([a, b]) => `${round(x + a)},${round(y + b)}`).join(" ")}" ${paint}/>`;
  };
  const words = (text, x, y, size, fill, anchor = "middle") => {
    const lines = text.split("\n");
    return lines.map((line, n) =>
      `<text x="${round(x)}" y="${round(y + (n - (lines.length - 1) / 2) * size * 1.25 + size * 0.35)}" ` +
      `font-size="${size}" text-anchor="${anchor}" fill="${fill}">${escapeXml(line)}</text>`).join("");
  };
  // A smooth line through the middles between the bends, which pull it as they do on the screen.
  const course = (points) => {
    const write = ({ x, y }) => `${round(x)},${round(y)}`;
    const inner = points.slice(1, -1);
    const half = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
    const curves = inner.map((bend, n) => {
      const next = n === inner.length - 1 ? points[points.length - 1] : half(bend, inner[n + 1]);
      return `Q${write(bend)} ${write(next)}`;
    });
    return `M${write(points[0])}${curves.join("") || `L${write(points[points.length - 1])}`}`;
  };
  const drawEdge = (edge) => {
    const tie = network.ties[edge.data("n")];
    const [start, end] = [edge.sourceEndpoint(), edge.targetEndpoint()];
    const bends = edge.segmentPoints() || edge.controlPoints() || [];
    const dashes = tie.certainty === "open" ? ' stroke-dasharray="6 4"' : "";
    const arrow = tie.directed ? ` marker-end="url(#arrow-${tie.family})"` : "";
    const middle = edge.midpoint();
    const bar = tie.certainty !== "denied" ? "" :
      `<path d="M${round(middle.x)},${round(middle.y - 8)}v16" stroke="${look.denied}" stroke-width="3.5"/>`;
    const label = edge.hasClass("labelled")
      ? words(edge.data("label"), middle.x, middle.y, 10.5, edge.data("colour")) : "";
    return `<g class="tie"><title>${escapeXml(`${nameTie(tie)}: ${tie.words}`)}</title>` +
      `<path d="${course([start, ...bends, end])}" fill="none" stroke="${edge.data("colour")}" ` +
      `stroke-width="${edge.data("width")}"${dashes}${arrow}/>${bar}${label}</g>`;
  };
  const writeSvg = () => {
    const shown = cy.elements(":visible");
    const box = shown.boundingBox();
    const [left, top, width, height] = [box.x1 - 20, box.y1 - 60, box.w + 40, box.h + 100];
    const markers = Object.entries(network.families).map(([family, { colour }]) =>
      `<marker id="arrow-${family}" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto" ` +
      `markerUnits="userSpaceOnUse"><path d="M0,0L9,4L0,8z" fill="${colour}"/></marker>`).join("");
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ` +
      `viewBox="${[left, top, width, height].map(round).join(" ")}" font-family="sans-serif">` +
      `<title>${escapeXml(document.title)}</title><defs>${markers}</defs>` +
      `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${look.paper}"/>` +
      words(document.title, left + 20, top + 26, 18, look.ink, "start") +
      shown.filter("node.place").map((place) => outline(place) + words(place.data("label"),
        place.position().x, place.position().y - place.outerHeight() / 2 - 8, 12, look.soft)).join("") +
      shown.filter("edge").map(drawEdge).join("") +
      shown.filter("node.actor").map((node) => `<g class="actor">${outline(node)}${words(
        node.data("label"), node.position().x, node.position().y, 12, look.onActor)}</g>`).join("") +
      words(`${byId("note").textContent}`, left + 20, top + height - 18, 11, look.soft, "start") +
      "</svg>\n";
  };
  const writeGraphml = () => {
    const keys = { node: ["label", "kind", "place"], edge: ["label", "family", "certainty", "directed", "weight", "first", "last"] };
    const declared = Object.entries(keys).flatMap(([target, names]) => names.map((name) =>
      `<key id="${target}-${name}" for="${target}" attr.name="${name}" attr.type="${
        { weight: "int", directed: "boolean" }[name] || "string"}"/>`));
    const fill = (target, values) => Object.entries(values).map(([name, value]) =>
      `<data key="${target}-${name}">${escapeXml(value)}</data>`).join("");
    const nodes = cy.nodes(".actor:visible").map((node) => {
      const actor = network.actors[node.data("n")];
      const place = actor.place === null ? "" : network.places[actor.place];
      return `<node id="${node.id()}">${fill("node", { label: actor.label, kind: actor.kind, place })}</node>`;
    });
    const edges = cy.edges(":visible").map((edge) => {
      const tie = network.ties[edge.data("n")];
      const told = toldOf(tie).filter((each) => each.first !== null);
      const values = {
        label: tie.words, family: tie.family, certainty: tie.certainty, directed: tie.directed,
        weight: tie.weight, first: told.map((each) => each.first).sort()[0] || "",
        last: told.map((each) => each.last).sort().reverse()[0] || "",
      };
      return `<edge id="${edge.id()}" source="${edge.data("source")}" target="${edge.data("target")}">${
        fill("edge", values)}</edge>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${
      [...declared, '<graph edgedefault="directed">', ...nodes, ...edges, "</graph>", "</graphml>", ""].join("\n")}`;
  };
  byId("save-svg").addEventListener("click", () => {
    save("network.svg", new Blob([writeSvg()], { type: "image/svg+xml" }));
  });
  byId("save-png").addEventListener("click", () => {
    save("network.png", cy.png({ output: "blob", full: true, scale: 2, bg: look.paper, maxWidth: 8000, maxHeight: 8000 }));
  });
  byId("save-graphml").addEventListener("click", () => {
    save("network.graphml", new Blob([writeGraphml()], { type: "application/xml" }));
  });
