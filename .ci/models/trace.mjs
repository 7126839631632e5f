/** Runs in the page: traces what is painted in #canvas (boxes, text, inputs) into a plain SVG. */
export function trace() {
  const root = document.getElementById('canvas');
  const frame = root.getBoundingClientRect();
  const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const round = n => Math.round(n * 10) / 10;
  const out = [];
  const visible = color => color && color !== 'transparent' && !/, 0\)$/.test(color);

  function box(element, style) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const sides = ['Top', 'Right', 'Bottom', 'Left'].map(side => parseFloat(style[`border${side}Width`]));
    const fill = visible(style.backgroundColor) ? style.backgroundColor : 'none';
    const x = round(left - frame.left), y = round(top - frame.top), w = round(width), h = round(height);
    if (w && h && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth)) {
      out.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="4" fill="none" stroke="${style.outlineColor}"/>`);
    }
    if (!w || !h || (fill === 'none' && !sides.some(Boolean))) return;
    if (sides.every(Boolean)) {
      const radius = element.type === 'radio' ? w / 2 : Math.min(parseFloat(style.borderTopLeftRadius) || 0, h / 2);
      out.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round(radius)}" fill="${fill}" stroke="${style.borderTopColor}" stroke-width="${sides[0]}"/>`);
      return;
    }
    if (fill !== 'none') out.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`);
    [[x, y, x + w, y], [x + w, y, x + w, y + h], [x, y + h, x + w, y + h], [x, y, x, y + h]].forEach(([x1, y1, x2, y2], side) => {
      if (sides[side]) out.push(`<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${style[`border${['Top', 'Right', 'Bottom', 'Left'][side]}Color`]}" stroke-width="${sides[side]}"/>`);
    });
  }

  function icon(svg) {
    const { left, top, width, height } = svg.getBoundingClientRect();
    if (!width) return;
    const copy = svg.cloneNode(true);
    Object.entries({ x: round(left - frame.left), y: round(top - frame.top), width, height, color: getComputedStyle(svg).color, xmlns: 'http://www.w3.org/2000/svg' })
      .forEach(([name, value]) => copy.setAttribute(name, value));
    out.push(copy.outerHTML);
  }

  function choice(input) {
    const { left, top, width, height } = input.getBoundingClientRect();
    out.push(`<rect x="${round(left - frame.left)}" y="${round(top - frame.top)}" width="${width}" height="${height}" rx="${
      input.type === 'radio' ? width / 2 : 2}" fill="#fff" stroke="#6f7785"/>`);
  }

  /** Each line that a text node is broken into. */
  function text(node, style) {
    const range = document.createRange();
    const lines = [];
    for (const word of node.data.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      // a word that is broken in two has several boxes: take it apart letter by letter
      const pieces = range.getClientRects().length > 1 ? [...word[0]].map((letter, i) => [letter, word.index + i, 1]) : [[word[0], word.index, word[0].length]];
      for (const [piece, at, length] of pieces) {
        range.setStart(node, at);
        range.setEnd(node, at + length);
        const rect = range.getBoundingClientRect();
        if (!rect.width) continue;
        const line = lines.at(-1);
        if (line && Math.abs(line.top - rect.top) < 3) line.text += (pieces.length > 1 && at !== word.index ? '' : ' ') + piece;
        else lines.push({ left: rect.left, top: rect.top, height: rect.height, text: piece });
      }
    }
    const size = parseFloat(style.fontSize);
    for (const line of lines) {
      out.push(`<text x="${round(line.left - frame.left)}" y="${round(line.top - frame.top + line.height / 2 + size * 0.35)}" font-size="${size}"${
        Number(style.fontWeight) >= 600 ? ' font-weight="bold"' : ''} fill="${style.color}">${escape(line.text)}</text>`);
    }
  }

  // what a text area or a text field holds is not in the page's text: put it there
  root.querySelectorAll('textarea, input:not([type=radio]):not([type=checkbox])').forEach(field => {
    const style = getComputedStyle(field);
    const copy = document.createElement('div');
    for (const name of ['fontSize', 'fontFamily', 'lineHeight', 'color', 'backgroundColor', 'borderStyle', 'borderWidth', 'borderColor', 'borderRadius', 'boxSizing', 'margin']) copy.style[name] = style[name];
    // inherited by the field itself, for example from a placeholder
    copy.style.padding = style.padding === '0px' ? '4px 8px' : style.padding;
    copy.style.width = `${field.offsetWidth}px`;
    copy.style.height = `${field.offsetHeight}px`;
    copy.style.whiteSpace = 'pre-wrap';
    copy.textContent = field.value || field.placeholder;
    field.replaceWith(copy);
  });

  (function walk(element) {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return;
    if (element instanceof SVGElement) return icon(element);
    if (element.type === 'radio' || element.type === 'checkbox') return choice(element);
    box(element, style);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text(child, style);
      else if (child.nodeType === Node.ELEMENT_NODE) walk(child);
    }
  })(root);
  const width = Math.ceil(frame.width), height = Math.ceil(root.getBoundingClientRect().height);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Arial, sans-serif">\n<rect width="100%" height="100%" fill="#fff"/>\n${out.join('\n')}\n</svg>`;
}
