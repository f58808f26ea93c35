  // --- the graph ---------------------------------------------------------------------------------
  const labelled = network.ties.length <= 80;
  const elements = [
    ...network.places.map((label, n) => ({ data: { id: `p${n}`, label }, classes: "place" })),
    ...network.actors.map((actor, n) => ({
      data: {
        id: `n${n}`,
        n,
        label: actor.lines,
        parent: actor.place === null ? undefined : `p${actor.place}`,
        width: actor.width,
        height: actor.height,
        shape: shapes[actor.kind].shape,
        fill: shapes[actor.kind].fill,
      },
      position: { x: actor.x, y: actor.y },
      classes: shapes[actor.kind].double ? "actor double" : "actor",
    })),
    ...network.ties.map((tie, n) => ({
      data: {
        id: `t${n}`,
        n,
        source: `n${tie.source}`,
        target: `n${tie.target}`,
        label: tie.label,
        colour: network.families[tie.family].colour,
        width: tie.width,
        along: tie.along.join(" "),
        across: tie.across.join(" "),
      },
      classes: ["tie", tie.certainty, tie.directed && "directed", tie.along.length && "routed", labelled && "labelled"]
        .filter(Boolean).join(" "),
    })),
  ];

  const style = [
    {
      selector: "node.actor",
      style: {
        shape: "data(shape)", width: "data(width)", height: "data(height)",
        "background-color": "data(fill)", "border-width": 1, "border-color": look.outline,
        label: "data(label)", "text-wrap": "wrap", "text-valign": "center", "text-halign": "center",
        "font-size": 12, "font-family": "sans-serif", color: look.onActor, "min-zoomed-font-size": 5,
      },
    },
    { selector: "node.double", style: { "border-style": "double", "border-width": 4 } },
    {
      selector: "node.place",
      style: {
        shape: "rectangle", "background-color": look.tint, "border-color": look.frame,
        "border-width": 1, label: "data(label)", "text-valign": "top", "text-halign": "center",
        "font-size": 12, color: look.soft, padding: 14, events: "no",
      },
    },
    {
      selector: "edge.tie",
      style: {
        "curve-style": "bezier", "control-point-step-size": 46, width: "data(width)",
        "line-color": "data(colour)", "target-arrow-color": "data(colour)",
        ...(large ? { "line-opacity": FAINT } : {}),
      },
    },
    {
      selector: "edge.routed",
      style: {
        "curve-style": "round-segments", "segment-weights": (edge) => edge.data("along"),
        "segment-distances": (edge) => edge.data("across"), "segment-radii": 14, "edge-distances": "node-position",
      },
    },
    {
      selector: "edge.labelled, edge.near, edge.chosen",
      style: {
        label: "data(label)", "font-size": 10.5, "font-family": "sans-serif", color: "data(colour)",
        "text-background-color": look.paper, "text-background-opacity": 0.9, "text-background-padding": 2,
        "text-wrap": "wrap", "text-max-width": 140, "min-zoomed-font-size": 6,
      },
    },
    { selector: "edge.directed", style: { "target-arrow-shape": "triangle" } },
    { selector: "edge.open", style: { "line-style": "dashed" } },
    {
      selector: "edge.denied",
      style: { "mid-target-arrow-shape": "tee", "mid-target-arrow-color": look.denied },
    },
    { selector: ".off", style: { display: "none" } },
    { selector: ".faint", style: { opacity: 0.12 } },
    { selector: "edge.near", style: { "line-opacity": 1, "z-index": 9 } },
    { selector: "node.found", style: { "border-width": 4, "border-color": look.denied } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": look.denied } },
    { selector: "edge.chosen", style: { "line-opacity": 1, "overlay-color": look.denied,
      "overlay-opacity": 0.25, "overlay-padding": 4, "z-index": 10 } },
  ];

  cytoscape.use(cytoscapeFcose);
  const cy = cytoscape({
    container: byId("picture"),
    elements,
    style,
    layout: { name: "preset", fit: false },
    ...measureWhole(),
    minZoom: 0.02,
    maxZoom: 6,
    boxSelectionEnabled: false,
    autounselectify: true,
    textureOnViewport: large,
    hideEdgesOnViewport: large,
    pixelRatio: large ? 1 : "auto",
  });
  // At every property it sets, Cytoscape 3.35 forgets what it has cached of an element's whole kin, which takes
  // half the time of a large first picture. Here a group decides nothing about its members: none has to forget.
  const applyStyle = () => {
    const hasKin = cy.hasCompoundNodes;
    cy.hasCompoundNodes = () => false;
    cy.elements().forEach((each) => each.width());
    cy.hasCompoundNodes = hasKin;
  };
  applyStyle();
  if (firstPicture) cy.one("render", () => firstPicture.remove());

  // --- layouts: from the same start the same picture ------------------------------------------------
  const seeded = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const withSeed = (work) => {
    const chance = Math.random;
    Math.random = seeded(7);
    try { work(); } finally { Math.random = chance; }
  };
  const routed = network.ties.some((tie) => tie.along.length > 0);
  const layouts = {
    printed: [routed ? "as printed" : "by groups", () => {
      cy.nodes(".actor").positions((node) => {
        const actor = network.actors[node.data("n")];
        return { x: actor.x, y: actor.y };
      });
    }],
    force: ["by ties (fcose)", () => withSeed(() => cy.elements(":visible").layout({
      name: "fcose", quality: large ? "default" : "proof", randomize: true, animate: false, fit: false,
      nodeDimensionsIncludeLabels: true, nodeSeparation: 120, idealEdgeLength: () => 170,
      nodeRepulsion: () => 12000, packComponents: true, tile: true,
    }).run())],
    circle: ["in a circle", () => cy.nodes(".actor:visible").layout({
      name: "circle", animate: false, fit: false, spacingFactor: 1.2,
    }).run()],
    concentric: ["by number of ties", () => cy.nodes(".actor:visible").layout({
      name: "concentric", animate: false, fit: false, minNodeSpacing: 24,
      concentric: (node) => node.connectedEdges(":visible").length, levelWidth: () => 2,
    }).run()],
  };
  const showWhole = () => cy.fit((large ? cy.nodes() : cy.elements()).not(".off"), 24);
  const routeEdges = (name) => {
    cy.edges().forEach((edge) => {
      edge.toggleClass("routed", name === "printed" && edge.data("along") !== "");
    });
  };
  const arrange = (name) => {
    cy.batch(() => {
      layouts[name][1]();
      routeEdges(name);
    });
    showWhole();
  };
  for (const [name, [words]] of Object.entries(layouts)) {
    const option = element("option", words);
    option.value = name;
    byId("layout").append(option);
  }
  byId("layout").addEventListener("change", () => arrange(byId("layout").value));
