// node lint.mjs FILE...   what Camunda Modeler would complain about in .bpmn, .dmn and .form files, for 8.6 and 8.8
import fs from 'node:fs';
import path from 'node:path';
import { createRequire, register } from 'node:module';
import { fingerprint } from './fingerprint.mjs';

const require = createRequire(import.meta.url);
const TARGETS = ['8.6', '8.8'];
const complaints = [];
const complain = (file, where, what) => complaints.push(`${path.basename(file)}: ${where ? where + ': ' : ''}${what}`);

const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const { BpmnModdle } = await import(require.resolve('bpmn-moddle', { paths: [require.resolve('bpmnlint/package.json')] }));

async function bpmn(file, text) {
  const moddle = new BpmnModdle({ zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json') });
  const { rootElement, warnings } = await moddle.fromXML(text);
  warnings.forEach(warning => complain(file, '', warning.message));
  for (const target of TARGETS) {
    const linter = new Linter({ resolver: new NodeResolver({ require }) });
    const found = await linter.lint(rootElement, { extends: ['bpmnlint:recommended', `plugin:camunda-compat/camunda-cloud-${target.replace('.', '-')}`] });
    for (const [rule, reports] of Object.entries(found)) {
      reports.forEach(({ id, message }) => complain(file, id, `${message} (${rule}, Camunda ${target})`));
    }
  }
}

async function dmn(file, text) {
  const { DmnModdle } = await import('dmn-moddle');
  const { rootElement, warnings } = await new DmnModdle().fromXML(text);
  warnings.forEach(warning => complain(file, '', warning.message));
  if (rootElement.get('drgElement').length === 0) complain(file, '', 'holds no decision');
}

async function form(file, text) {
  // the linter's modules import one another without ".js", which only bundlers understand
  register('data:text/javascript,' + encodeURIComponent(`export const resolve = (name, context, next) =>
    next(name, context).catch(e => name.startsWith('.') ? next(name + '.js', context) : Promise.reject(e));`));
  const { FormLinter } = await import('@camunda/form-linting');
  for (const target of TARGETS) {
    new FormLinter().lint({ ...JSON.parse(text), executionPlatformVersion: target + '.0' })
      .forEach(({ id, message }) => complain(file, id, `${message} (Camunda ${target})`));
  }
}

function picture(file, text) {
  const svg = `${file.slice(0, -path.extname(file).length)}.svg`;
  if (!fs.existsSync(svg) || !fs.readFileSync(svg, 'utf8').includes(fingerprint(text))) {
    complain(file, '', `the picture ${path.basename(svg)} is missing or older than the model; run .ci/draw-models`);
  }
}

const kinds = { '.bpmn': bpmn, '.dmn': dmn, '.form': form };
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8');
  try {
    await kinds[path.extname(file)](file, text);
  } catch (e) {
    complain(file, '', e.message.split('\n')[0]);
  }
  picture(file, text);
}
complaints.forEach(line => console.error(line));
console.log(complaints.length ? `${complaints.length} complaints` : `${process.argv.length - 2} models: no complaints for Camunda ${TARGETS.join(' and ')}`);
process.exit(complaints.length ? 1 : 0);
