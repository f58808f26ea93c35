  // --- the passages behind a tie, the ties of an actor ------------------------------------------------
  let opener = null;
  const openPanel = (heading, content, id) => {
    if (!byId("passages").contains(document.activeElement)) opener = document.activeElement;
    byId("heading").textContent = heading;
    byId("told").replaceChildren(...content);
    byId("passages").hidden = false;
    cy.elements().removeClass("chosen");
    cy.getElementById(id).addClass("chosen");
    cy.resize();
    byId("heading").focus({ preventScroll: true });
  };
  const closePanel = () => {
    if (byId("passages").hidden) return;
    byId("passages").hidden = true;
    cy.elements().removeClass("chosen");
    cy.resize();
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  };
  const nameTie = (tie) => {
    const joint = tie.directed ? "→" : "–";
    return `${network.actors[tie.source].label} ${joint} ${network.actors[tie.target].label}`;
  };
  const showTold = (told) => {
    const content = [
      element("h3", told.label),
      element("p", `${told.days}; ${told.documents}`, "meta"),
      ...told.passages.map(showPassage),
    ];
    if (told.more) content.push(element("p", `and ${told.more} more passages`, "meta"));
    return content;
  };
  const openTie = (n) => {
    const tie = network.ties[n];
    openPanel(nameTie(tie), toldOf(tie).flatMap(showTold), `t${n}`);
  };
  const tiesOf = (actor) =>
    network.ties.flatMap((tie, n) => (tie.source === actor || tie.target === actor ? [n] : []));
  const listTies = (numbers) => {
    const list = element("ul");
    for (const n of numbers) {
      const item = element("li");
      const button = element("button", `${nameTie(network.ties[n])}: ${network.ties[n].words}`);
      button.type = "button";
      button.addEventListener("click", () => openTie(n));
      item.append(button);
      list.append(item);
    }
    return list;
  };
  const openActor = (n) => {
    const actor = network.actors[n];
    const shown = tiesOf(n).filter((number) => isShown(network.ties[number]));
    const place = actor.place === null ? "" : `, ${network.places[actor.place]}`;
    openPanel(actor.label, [element("p", `${actor.kind}${place}`, "meta"), listTies(shown)], `n${n}`);
    cy.animate({ center: { eles: cy.getElementById(`n${n}`) }, duration: 150 });
  };
  byId("close").addEventListener("click", closePanel);

  // --- what the pointer is on ---------------------------------------------------------------------------
  const hint = (text) => {
    byId("hint").textContent = text;
    byId("hint").hidden = text === "";
  };
  const brighten = (eles) => {
    cy.batch(() => {
      cy.edges(".near").removeClass("near");
      // Lines of a large network are faint already; to change all of it takes longer than a pointer rests.
      if (!large) cy.elements(".actor, .tie").toggleClass("faint", eles !== null);
      if (eles !== null) {
        eles.removeClass("faint");
        eles.edges().addClass("near");
      }
    });
  };
  cy.on("mouseover", "edge", ({ target }) => {
    const tie = network.ties[target.data("n")];
    hint(`${nameTie(tie)}: ${tie.words}`);
    brighten(target.union(target.connectedNodes()));
  });
  cy.on("mouseover", "node.actor", ({ target }) => {
    const actor = network.actors[target.data("n")];
    hint(`${actor.label} (${actor.kind})`);
    brighten(target.closedNeighborhood().not(".off"));
  });
  cy.on("mouseout", "edge, node.actor", () => { hint(""); brighten(null); });
  cy.on("tap", "edge", ({ target }) => openTie(target.data("n")));
  cy.on("tap", "node.actor", ({ target }) => openActor(target.data("n")));

  // --- search -------------------------------------------------------------------------------------------
  const MOST_FOUND = 30;
  const search = () => {
    const wanted = byId("search").value.trim().toLocaleLowerCase();
    const fits = (text) => wanted !== "" && text.toLocaleLowerCase().includes(wanted);
    const actors = network.actors.flatMap((actor, n) => (fits(actor.label) ? [n] : []));
    const ties = network.ties.flatMap((tie, n) => (fits(tie.words) ? [n] : []));
    cy.batch(() => {
      cy.nodes(".actor").forEach((node) => {
        node.toggleClass("found", actors.includes(node.data("n")));
      });
    });
    const results = [
      ...actors.map((n) => [network.actors[n].label, () => openActor(n)]),
      ...ties.map((n) => [`${nameTie(network.ties[n])}: ${network.ties[n].words}`, () => openTie(n)]),
    ];
    byId("found").replaceChildren(...results.slice(0, MOST_FOUND).map(([text, open]) => {
      const item = element("li");
      const button = element("button", text);
      button.type = "button";
      button.addEventListener("click", () => { byId("found").hidden = true; open(); });
      item.append(button);
      return item;
    }));
    if (wanted !== "" && results.length === 0) {
      byId("found").append(element("li", `nobody and nothing is called “${byId("search").value}”`));
    }
    byId("found").hidden = wanted === "";
  };
  byId("search").addEventListener("input", search);
