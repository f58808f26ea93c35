  // --- keyboard, zoom ----------------------------------------------------------------------------------
  const zoom = (factor) => cy.zoom({
    level: cy.zoom() * factor,
    renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
  });
  byId("closer").addEventListener("click", () => zoom(1.25));
  byId("farther").addEventListener("click", () => zoom(0.8));
  byId("whole").addEventListener("click", showWhole);

  let place = -1;
  const step = (by) => {
    const shown = network.actors.flatMap((_, n) => (cy.getElementById(`n${n}`).hasClass("off") ? [] : [n]));
    if (shown.length === 0) return;
    place = (place + by + shown.length) % shown.length;
    const node = cy.getElementById(`n${shown[place]}`);
    cy.elements().removeClass("chosen");
    node.addClass("chosen");
    brighten(node.closedNeighborhood().not(".off"));
    hint(`${network.actors[shown[place]].label} (${network.actors[shown[place]].kind}), Enter opens`);
    cy.center(node);
  };
  const openChosen = () => {
    const [node] = cy.nodes(".chosen").toArray();
    if (node) openActor(node.data("n"));
  };
  const moves = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };
  const leave = () => {
    closePanel();
    byId("found").hidden = true;
    closeLists(null);
    brighten(null);
    hint("");
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return leave();
    if (event.target.matches("input, select, textarea")) return;
    const onPicture = event.target === byId("picture") || event.target === document.body;
    const keys = {
      "/": () => byId("search").focus(),
      n: () => step(1),
      p: () => step(-1),
      "+": () => zoom(1.25),
      "=": () => zoom(1.25),
      "-": () => zoom(0.8),
      0: showWhole,
    };
    if (event.key in keys) { event.preventDefault(); keys[event.key](); }
    else if (onPicture && event.key === "Enter") { event.preventDefault(); openChosen(); }
    else if (onPicture && event.key === " ") { event.preventDefault(); if (last > 0) play(); }
    else if (onPicture && event.key in moves) {
      event.preventDefault();
      const [x, y] = moves[event.key];
      cy.panBy({ x, y });
    }
  });
  const closeLists = (but) => {
    for (const list of document.querySelectorAll("details")) if (list !== but) list.open = false;
  };
  document.addEventListener("click", (event) => closeLists(event.target.closest("details")));
  byId("controls").addEventListener("submit", (event) => event.preventDefault());

  // --- start ---------------------------------------------------------------------------------------
  addBoxes("kinds", kinds, (name) => name);
  addBoxes("families", families, (name) => network.families[name].words);
  addBoxes("modalities", distinct(network.ties.flatMap((tie) => tie.told.map((told) => told.modality))),
    (name) => network.modalities[name] || name);
  byId("labels").checked = labelled;
  showChosen();
  cy.resize();
  cy.viewport(measureWhole());
  document.documentElement.dataset.ready = "true";
