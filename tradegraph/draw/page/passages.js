  // --- passages, for every page ----------------------------------------------------------------------------
  const byId = (id) => document.getElementById(id);
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const showPassage = (passage) => {
    const made = element("div", undefined, "passage");
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
    source.append(`, ${passage.date}; ${passage.place}${passage.modality}; confidence ${passage.confidence}`);
    made.append(source);
    return made;
  };
