  // --- marks, statuses and rates open the passages behind them -----------------------------------------
  const entries = JSON.parse(byId("entries").textContent);
  let opener = null;
  const close = () => {
    byId("passages").hidden = true;
    for (const each of document.querySelectorAll(".chosen")) each.classList.remove("chosen");
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };
  const open = (group) => {
    const entry = entries[Number(group.dataset.number)];
    close();
    opener = group;
    group.classList.add("chosen");
    byId("heading").textContent = group.querySelector("title").textContent;
    const told = entry.passages.map(showPassage);
    if (told.length === 0) told.push(element("p", "No document is cited for this.", "meta"));
    if (entry.more) told.push(element("p", `and ${entry.more} more passages`, "meta"));
    byId("told").replaceChildren(...told);
    byId("passages").hidden = false;
    byId("heading").focus({ preventScroll: true });
  };
  for (const group of document.querySelectorAll("[data-number]")) {
    group.setAttribute("aria-label", group.querySelector("title").textContent);
    group.addEventListener("click", () => open(group));
    // A label opens the same as its mark: one of the two is enough for the keyboard.
    if (group.classList.contains("mark-label")) continue;
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open(group);
    });
  }
  byId("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !byId("passages").hidden) close();
  });
  document.documentElement.dataset.ready = "";
