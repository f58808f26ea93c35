  // --- what the network is, and the legend of it ----------------------------------------------------------
  const network = JSON.parse(byId("network").textContent);
  const look = network.look;
  const shapes = network.shapes;
  const large = network.actors.length > 150;
  const distinct = (values) => [...new Set(values)];

  const svgElement = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const explain = (mark, text) => {
    const item = element("li");
    const svg = svgElement("svg", { width: 26, height: 14, "aria-hidden": "true" });
    svg.append(mark);
    item.append(svg, text);
    byId("legend").append(item);
  };
  const kinds = distinct(network.actors.map((actor) => actor.kind));
  const families = distinct(network.ties.map((tie) => tie.family));
  for (const kind of kinds) {
    const rx = shapes[kind].shape === "round-rectangle" ? 6 : 0;
    explain(svgElement("rect", { x: 1, y: 1, width: 24, height: 12, rx, fill: shapes[kind].fill,
      stroke: look.outline }), kind);
  }
  const line = (attributes) => svgElement("path", { d: "M0,7H26", "stroke-width": 2, ...attributes });
  for (const family of families) {
    explain(line({ stroke: network.families[family].colour }), network.families[family].words);
  }
  if (network.ties.some((tie) => tie.certainty === "open")) {
    explain(line({ stroke: look.ink, "stroke-dasharray": "6 4" }), "planned, expected or possible");
  }
  if (network.ties.some((tie) => tie.certainty === "denied")) {
    explain(svgElement("path", { d: "M0,7H26M13,1V13", stroke: look.denied, "stroke-width": 2.5 }), "denied");
  }
