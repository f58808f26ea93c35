  // --- the first picture of a large network, which stands until Cytoscape is ready with its own ------------
  const FAINT = 0.35;  // so many lines cover one another
  const sides = (actor) => ({
    left: actor.x - actor.width / 2, right: actor.x + actor.width / 2,
    top: actor.y - actor.height / 2, bottom: actor.y + actor.height / 2,
  });
  const enclose = (boxes) => ({
    left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)),
  });
  const frames = network.places.map((_, n) => {
    const box = enclose(network.actors.filter((actor) => actor.place === n).map(sides));
    return { left: box.left - 14, right: box.right + 14, top: box.top - 14, bottom: box.bottom + 14 };
  });
  // Where a routed line bends: part of the way along, pixels across; around the middle bend lies the label.
  const spreadBends = (tie) => {
    const [source, target] = [network.actors[tie.source], network.actors[tie.target]];
    const [dx, dy] = [target.x - source.x, target.y - source.y];
    return tie.along.map((part, n) => {
      const across = tie.across[n] / Math.hypot(dx, dy);
      const [x, y] = [source.x + part * dx - across * dy, source.y + part * dy + across * dx];
      const [wide, high] = 2 * n + 1 === tie.along.length ? [70, 16] : [4, 4];
      return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
    });
  };
  const NAME = 16;  // the height of a group's name above its frame
  // The zoom and pan that show everything: Cytoscape would have to measure it all first.
  const measureWhole = () => {
    const room = byId("picture").getBoundingClientRect();
    const named = frames.map((frame) => ({ ...frame, top: frame.top - NAME }));
    const { left, right, top, bottom } = enclose(
      [...network.actors.map(sides), ...named, ...network.ties.flatMap(spreadBends)]);
    const zoom = Math.min((room.width - 48) / (right - left), (room.height - 48) / (bottom - top), 6);
    return { zoom, pan: {
      x: (room.width - zoom * (left + right)) / 2, y: (room.height - zoom * (top + bottom)) / 2,
    } };
  };
  const sketch = () => {
    const paper = element("canvas", undefined, "sketch");
    const room = byId("picture").getBoundingClientRect();
    [paper.width, paper.height] = [room.width, room.height];
    byId("picture").append(paper);
    const pen = paper.getContext("2d");
    const { zoom, pan } = measureWhole();
    pen.setTransform(zoom, 0, 0, zoom, pan.x, pan.y);
    const drawBox = ({ left, right, top, bottom }, fill, edge) => {
      pen.beginPath();
      pen.rect(left, top, right - left, bottom - top);
      pen.fillStyle = fill;
      pen.fill();
      pen.strokeStyle = edge;
      pen.stroke();
    };
    for (const frame of frames) drawBox(frame, look.tint, look.frame);
    for (const tie of network.ties) {
      const [source, target] = [network.actors[tie.source], network.actors[tie.target]];
      pen.beginPath();
      pen.moveTo(source.x, source.y);
      pen.lineTo(target.x, target.y);
      pen.globalAlpha = FAINT;
      pen.lineWidth = tie.width;
      pen.strokeStyle = network.families[tie.family].colour;
      pen.stroke();
    }
    [pen.lineWidth, pen.globalAlpha] = [1, 1];
    for (const actor of network.actors) drawBox(sides(actor), shapes[actor.kind].fill, look.outline);
    return paper;
  };
  const firstPicture = large ? sketch() : null;
  if (large) {
    document.documentElement.dataset.sketched = "true";
    await new Promise((paint) => { requestAnimationFrame(() => setTimeout(paint)); });
  }
