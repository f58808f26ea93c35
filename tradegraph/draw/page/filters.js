  // --- what is shown -------------------------------------------------------------------------------
  const chosen = { kinds: new Set(), families: new Set(), modalities: new Set() };
  const dated = network.ties.flatMap((tie) => tie.told).filter((told) => told.first !== null);
  const days = [...new Set(dated.flatMap((told) => [told.first, told.last]))].sort();
  const last = days.length - 1;
  const addBoxes = (field, names, words) => {
    for (const name of names) {
      const input = element("input");
      input.type = "checkbox";
      input.checked = true;
      input.value = name;
      chosen[field].add(name);
      input.addEventListener("change", () => {
        if (input.checked) chosen[field].add(name);
        else chosen[field].delete(name);
        showChosen();
      });
      const label = element("label");
      label.append(input, ` ${words(name)}`);
      byId(field).append(label);
    }
  };

  const wholeTime = () => Number(byId("from").value) === 0 && Number(byId("to").value) === last;
  const isTold = (told) => {
    if (!chosen.modalities.has(told.modality)) return false;
    if (wholeTime()) return true;
    if (told.first === null) return false;
    return told.first <= days[Number(byId("to").value)] && told.last >= days[Number(byId("from").value)];
  };
  const weigh = (told) => told.reduce((sum, each) => Math.max(sum, each.weight), 0);
  const toldOf = (tie) => tie.told.filter(isTold);
  const isShown = (tie) => {
    const told = toldOf(tie);
    return told.length > 0 && chosen.families.has(tie.family) &&
      (wholeTime() && told.length === tie.told.length ? tie.weight : weigh(told)) >= Number(byId("weight").value) &&
      chosen.kinds.has(network.actors[tie.source].kind) &&
      chosen.kinds.has(network.actors[tie.target].kind);
  };
  const showChosen = () => {
    const narrowed = Number(byId("weight").value) > 1 || !wholeTime() ||
      chosen.modalities.size < byId("modalities").children.length ||
      chosen.families.size < byId("families").children.length;
    const tied = new Set();
    const show = (each, shown) => {
      if (each.hasClass("off") === shown) each.toggleClass("off", !shown);
    };
    cy.batch(() => {
      network.ties.forEach((tie, n) => {
        const shown = isShown(tie);
        show(cy.getElementById(`t${n}`), shown);
        if (shown) tied.add(tie.source).add(tie.target);
      });
      network.actors.forEach((actor, n) => {
        show(cy.getElementById(`n${n}`), chosen.kinds.has(actor.kind) && (!narrowed || tied.has(n)));
      });
      cy.nodes(".place").forEach((place) => {
        show(place, place.children().some((child) => !child.hasClass("off")));
      });
    });
    byId("weight-shown").textContent = `≥ ${byId("weight").value}`;
    byId("days").textContent = last < 1 ? "" :
      `${days[Number(byId("from").value)]} – ${days[Number(byId("to").value)]}`;
    const actors = cy.nodes(".actor").not(".off").length;
    byId("shown").textContent = `Shown: ${actors} actors, ${cy.edges().not(".off").length} ties.`;
  };

  const playing = { timer: null };
  const stopPlaying = () => {
    clearInterval(playing.timer);
    playing.timer = null;
    byId("play").textContent = "Play";
    byId("play").setAttribute("aria-pressed", "false");
  };
  const play = () => {
    if (playing.timer !== null) return stopPlaying();
    const span = Number(byId("to").value) - Number(byId("from").value);
    const wide = span >= last ? Math.max(Math.floor(last / 10), 0) : span;
    byId("from").value = 0;
    byId("to").value = wide;
    showChosen();
    byId("play").textContent = "Stop";
    byId("play").setAttribute("aria-pressed", "true");
    const step = Math.max(Math.round(last / 60), 1);
    playing.timer = setInterval(() => {
      const to = Number(byId("to").value) + step;
      if (to > last) return stopPlaying();
      byId("to").value = to;
      byId("from").value = to - wide;
      showChosen();
    }, 350);
    return undefined;
  };
  byId("play").addEventListener("click", play);
  for (const name of ["from", "to"]) {
    byId(name).min = 0;
    byId(name).max = Math.max(last, 0);
    byId(name).value = name === "from" ? 0 : Math.max(last, 0);
    byId(name).addEventListener("input", () => {
      const [from, to] = [byId("from"), byId("to")];
      if (Number(from.value) > Number(to.value)) {
        if (name === "from") to.value = from.value;
        else from.value = to.value;
      }
      showChosen();
    });
  }
  byId("time").hidden = last < 1;
  byId("weight").max = Math.max(1, ...network.ties.map((tie) => tie.weight));
  byId("weight").parentElement.hidden = byId("weight").max === "1";
  byId("weight").addEventListener("input", showChosen);
  byId("labels").addEventListener("change", () => {
    cy.edges().toggleClass("labelled", byId("labels").checked);
  });
