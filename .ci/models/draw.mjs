// node draw.mjs FILE...   writes the picture FILE.svg beside each .bpmn, .dmn and .form file
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { DmnModdle } from 'dmn-moddle';
import { fingerprint } from './fingerprint.mjs';
import { trace } from './trace.mjs';
import { sample } from './sample.mjs';

const require = createRequire(import.meta.url);
const library = name => path.join(path.dirname(require.resolve('playwright-core/package.json')), '..', name);
const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');

async function bpmn(page, text) {
  await page.addScriptTag({ path: library('bpmn-js/dist/bpmn-viewer.production.min.js') });
  return page.evaluate(async xml => {
    const viewer = new BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    if (warnings.length) throw new Error(warnings[0].message);
    const { svg } = await viewer.saveSVG();
    const [x, y, width, height] = svg.match(/viewBox="([^"]*)"/)[1].split(' ').map(Number);
    const margin = 20, w = width + 2 * margin, h = height + 2 * margin;
    return svg.slice(svg.indexOf('<svg')).replace(/<svg [^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${
      w}" height="${h}" viewBox="${x - margin} ${y - margin} ${w} ${h}" style="background:#fff">`);
  }, text);
}

/** Decision tables as analysts know them from Modeler, with the annotations as the last column. */
async function dmn(page, text) {
  const { rootElement } = await new DmnModdle().fromXML(text);
  const cell = (tag, kind, content, width) => `<${tag} class="${kind}"${width ? ` style="width:${width}px"` : ''}>${content}</${tag}>`;
  const entry = (kind, e) => cell('td', kind, e.text === '' || e.text === undefined ? '–' : escape(e.text));
  const style = `<style>
      #canvas { display: inline-block; padding: 16px; font: 12px Arial, sans-serif; color: #22242a; }
      h1 { font-size: 16px; margin: 0 0 4px; } p { margin: 0 0 10px; } table + h1 { margin-top: 20px; }
      table { border-collapse: collapse; table-layout: fixed; }
      th, td { border: 1px solid #999; padding: 5px 7px; text-align: left; vertical-align: top; overflow-wrap: break-word; }
      th { font-weight: bold; } th.input { background: #e6ecf5; } th.output { background: #e9f2e4; } th.note, th.number { background: #f1f1f1; }
      td.number { color: #777; } td.note { color: #444; } td.output { background: #f7fbf5; }
    </style>`;
  const html = decision => {
    const { input, output, rule } = decision.get('decisionLogic');
    return `<h1>${escape(decision.name)}</h1><p>${escape(decision.description)}</p>
    <table><thead><tr>${cell('th', 'number', 'No.', 28)}${input.map(i => cell('th', 'input', escape(i.label), i.get('biodi:width') ?? 120)).join('')}${
      output.map(o => cell('th', 'output', escape(o.label), o.get('biodi:width') ?? 160)).join('')}${cell('th', 'note', 'Why', 330)}</tr></thead>
    <tbody>${rule.map((r, n) => `<tr>${cell('td', 'number', n + 1)}${r.inputEntry.map(e => entry('input', e)).join('')}${
      r.outputEntry.map(e => entry('output', e)).join('')}${cell('td', 'note', escape(r.description ?? ''))}</tr>`).join('')}</tbody></table>`;
  };
  const tables = rootElement.get('drgElement').filter(element => element.get('decisionLogic')?.rule);
  await page.evaluate(inner => { document.getElementById('canvas').innerHTML = inner; }, style + tables.map(html).join(''));
  return page.evaluate(trace);
}

/** The form as an agent sees it in Tasklist, filled with a sample inquiry. */
async function form(page, text) {
  for (const css of ['flatpickr/light.css', 'form-js.css']) {
    const file = library('@bpmn-io/form-js/dist/assets/' + css);
    if (fs.existsSync(file)) await page.addStyleTag({ path: file });
  }
  await page.addScriptTag({ path: library('@bpmn-io/form-js/dist/form-viewer.umd.js') });
  await page.evaluate(async ([schema, data]) => {
    document.getElementById('canvas').style.width = '860px';
    await FormViewer.createForm({ container: document.getElementById('canvas'), schema: JSON.parse(schema), data });
    await new Promise(painted => setTimeout(painted, 300));
  }, [text, sample]);
  return page.evaluate(trace);
}

const kinds = { '.bpmn': bpmn, '.dmn': dmn, '.form': form };
const executablePath = process.env.CHROMIUM || execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome']).toString().trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
for (const file of process.argv.slice(2)) {
  const page = await browser.newPage({ viewport: { width: 2400, height: 1400 } });
  await page.setContent('<body style="margin:0;background:#fff"><div id="canvas"></div></body>');
  const text = fs.readFileSync(file, 'utf8');
  const svg = await kinds[path.extname(file)](page, text);
  const target = `${file.slice(0, -path.extname(file).length)}.svg`;
  fs.writeFileSync(target, `<?xml version="1.0" encoding="utf-8"?>\n<!-- ${path.basename(file)}, ${fingerprint(text)}; made by .ci/draw-models -->\n${svg}\n`);
  console.log(target);
  await page.close();
}
await browser.close();
