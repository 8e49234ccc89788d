// Opens a report as people do and says what is wrong with it; keeps pictures of it.
//   node check.mjs REPORT HEADLINE.json PICTURES
// HEADLINE.json: what the tables say, unrounded, as the query in `run` names it.
import { existsSync, readFileSync, readdirSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.cwd(), 'node_modules', 'x.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [report, headline, pictures] = process.argv.slice(2).map((path) => resolve(path));
const chrome = process.env.CHROMIUM ?? '/usr/bin/chromium';
mkdirSync(pictures, { recursive: true });

const faults = [];
const expect = (holds, what) => { if (!holds) faults.push(what); };
const address = (page) => pathToFileURL(join(report, page)).href;

const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox'] });

/** Opens a page of the report in a browser of its own; whatever it asks for or complains of is a fault. */
async function open(page, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: false, ...options });
  const tab = await context.newPage();
  tab.on('console', (message) => { if (message.type() === 'error') faults.push(`${page}: console: ${message.text()}`); });
  tab.on('pageerror', (error) => faults.push(`${page}: ${error}`));
  tab.on('dialog', (dialog) => { faults.push(`${page}: a dialog opened: ${dialog.message()}`); dialog.dismiss(); });
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address('')) && !url.startsWith('data:') && !url.startsWith('blob:')) faults.push(`${page}: asked for ${url}`);
  });
  const begun = Date.now();
  await tab.goto(address(page), { waitUntil: 'load' });
  tab.took = Date.now() - begun;
  await tab.waitForFunction(() => Number(document.documentElement.dataset.drawn ?? 0) === document.querySelectorAll('[data-chart]').length);
  tab.drew = Date.now() - begun;
  return tab;
}

/** axe-core, run beside the page's own scripts, whose policy forbids it to be one of them. */
async function accessible(tab, name) {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of violations.filter((one) => ['serious', 'critical'].includes(one.impact))) {
    faults.push(`${name}: axe: ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
  }
}
const shoot = (tab, name) => tab.screenshot({ path: join(pictures, name + '.png'), fullPage: true });
/** What the first searched table shows in a column. */
const column = (tab, table, n) => tab.$$eval(`#${table} tbody tr td:nth-child(${n})`, (cells) => cells.map((cell) => cell.innerText.trim()));

// Every chart has drawn something, in both languages, and the page is quick.
const first = await open('index.html');
const times = [first.took];
const drawings = [first.drew];
for (let more = 0; more < 2; more++) {
  const tab = await open('index.html');
  times.push(tab.took);
  drawings.push(tab.drew);
  await tab.context().close();
}
const quickest = Math.min(...times);
console.log(`index.html: loaded in ${times.join(', ')} ms, all drawn in ${drawings.join(', ')} ms`);
expect(quickest < Number(process.env.LOAD_MS ?? 2000), `index.html took ${quickest} ms to load`);
const charts = await first.$$eval('[data-chart]', (plots) => plots.map((plot) => ({
  id: plot.dataset.chart, shapes: plot.querySelectorAll('svg path, svg circle, svg rect, svg line, svg polyline').length, texts: plot.querySelectorAll('svg text').length,
})));
expect(charts.length > 0, 'there is no chart');
for (const chart of charts) expect(chart.shapes > 4 && chart.texts > 2, `chart ${chart.id} is blank: ${chart.shapes} shapes, ${chart.texts} texts`);
console.log(`${charts.length} charts drawn`);

for (const language of ['zh', 'en']) {
  await first.click(`[data-language=${language}]`);
  expect((await first.getAttribute('html', 'lang')) === language, `the page is not in ${language}`);
  const texts = await first.innerText('main');
  expect(language === 'zh' ? /总指数/.test(texts) : /Overall index/.test(texts), `no words in ${language}`);
  if (language === 'en') {
    // The report's own words; what the tables quote is in the language it was written in: in tables, and where issues are
    // named by their labels and departments.
    const departments = await first.evaluate(() => window.tidemark.data.charts.filter((chart) => chart.id === 'bottlenecks')
      .flatMap((chart) => chart.rows.map((row) => row[chart.columns.indexOf('row')])));
    const quotes = join(report, 'data', 'issues-table.csv');
    const quoted = (existsSync(quotes) ? readFileSync(quotes, 'utf8') : '') + departments.join('\n');
    const chinese = async (selector) => [...new Set((await first.$$eval(selector, (all) =>
      all.map((one) => ({ text: one.innerText ?? one.textContent, ofIssues: Boolean(one.closest('#issues')) }))))
      .flatMap(({ text, ofIssues }) => (text.match(/[\u4e00-\u9fff]+/g) ?? []).filter((word) => !(ofIssues && quoted.includes(word)))))];
    const own = await chinese('main :is(h2, h3, th, dt, dd, figcaption, .says, .note, .controls)');
    expect(own.length === 0, `Chinese in the English page: ${own.slice(0, 8)}`);
    const drawn = await chinese('.plot text');
    expect(drawn.length === 0, `Chinese in the English charts: ${drawn.slice(0, 8)}`);
  }
}

// Numbers in the page are those of the tables, rounded half-up.
const told = JSON.parse(readFileSync(headline, 'utf8').trim().split('\n').at(-1));
const tiles = { score: 'score', visits: 'visits', once: 'at-most-once', consultation: 'replies-consultation', complaint: 'replies-complaint', open: 'open-problems' };
const halfUp = (text, digits) => {
  const [whole, part = ''] = String(text).replace('-', '').split('.');
  const kept = BigInt(whole + part.padEnd(digits, '0').slice(0, digits)) + (Number(part[digits] ?? 0) >= 5 ? 1n : 0n);
  const shown = kept.toString().padStart(digits + 1, '0');
  return (String(text).startsWith('-') && kept ? '−' : '') + (digits ? shown.slice(0, -digits) + '.' + shown.slice(-digits) : shown);
};
for (const [fact, value] of Object.entries(told)) {
  const shown = await first.innerText(`#headline-${tiles[fact]}`);
  const expected = /^-?\d+\.\d+$/.test(value) ? halfUp(value, 2) : value;
  expect(shown === expected, `headline ${tiles[fact]} shows ${shown}, the tables say ${expected}`);
}
console.log(`${Object.keys(told).length} headline figures compared`);

// Sort, filter, save, numbers, another page: with a keyboard where that is how people may do it.
const before = (await column(first, 'units', 1)).map(Number);
const score = first.locator('#units thead button').nth(4);
await score.focus();
await first.keyboard.press('Enter');
const up = (await column(first, 'units', 5)).map(Number);
expect(up.length > 1 && up.every((n, i) => i === 0 || up[i - 1] <= n), `not sorted upwards: ${up.slice(0, 5)}`);
await first.keyboard.press('Enter');
const down = (await column(first, 'units', 5)).map(Number);
expect(down.every((n, i) => i === 0 || down[i - 1] >= n), `not sorted downwards: ${down.slice(0, 5)}`);
expect(before.length === down.length, 'sorting lost rows');
const wanted = (await column(first, 'units', 2))[0];
await first.fill('#units-block input', wanted);
expect((await column(first, 'units', 2)).every((name) => name.includes(wanted)), 'the filter lets others through');
await first.fill('#units-block input', 'no such unit');
expect((await column(first, 'units', 2)).length === 0, 'the filter finds what is not there');
await first.fill('#units-block input', '');
for (const kind of ['svg', 'png']) {
  const [saved] = await Promise.all([first.waitForEvent('download'), first.click(`[data-save=${kind}]`)]);
  const bytes = readFileSync(await saved.path());
  expect(kind === 'svg' ? bytes.includes('<svg') && bytes.length > 2000 : bytes.subarray(1, 4).toString() === 'PNG' && bytes.length > 5000, `saving ${kind} gave ${bytes.length} bytes`);
}
await first.click('[data-numbers] summary');
// The browser tells the page that it was opened when it finds time to.
const numbers = await first.waitForFunction(() => document.querySelectorAll('[data-numbers] table tr').length > 2, null, { timeout: 5000 }).catch(() => null);
expect(numbers, 'no numbers below the chart');
await first.click('#units tbody a');
await first.waitForLoadState('load');
expect(first.url().includes('/units/'), 'the name of a unit leads nowhere');
expect((await first.getAttribute('html', 'lang')) === 'en', 'the language was not kept');
expect((await first.$$('#nodes tbody tr')).length > 5, 'the page of a unit has no indicators');
await accessible(first, 'unit');
await first.context().close();

// Pictures, and what readers with other eyes, hands and screens find.
const unit = 'units/' + readdirSync(join(report, 'units')).sort()[0];
const group = 'groups/' + readdirSync(join(report, 'groups')).sort()[0];
for (const language of ['zh', 'en']) {
  for (const width of [1440, 390]) {
    for (const [page, name] of [['index.html', 'index'], [unit, 'unit'], [group, 'group']]) {
      const tab = await open(page, { viewport: { width, height: 900 } });
      await tab.click(`[data-language=${language}]`);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide <= 0, `${page} at ${width} px is ${wide} px too wide`);
      await shoot(tab, `${name}-${language}-${width}`);
      if (language === 'zh') await accessible(tab, `${page} at ${width} px`);
      await tab.context().close();
    }
  }
}
const dark = await open('index.html', { colorScheme: 'dark' });
await accessible(dark, 'index.html, dark');
await shoot(dark, 'index-zh-1440-dark');
await dark.context().close();
const printed = await open('index.html');
await printed.pdf({ path: join(pictures, 'index-zh-a4.pdf'), preferCSSPageSize: true, printBackground: true });
await printed.context().close();

await browser.close();
if (faults.length > 0) {
  console.error(`${faults.length} faults:\n  ${faults.join('\n  ')}`);
  process.exit(1);
}
console.log('nothing is wrong with it');
