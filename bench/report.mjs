// Opens the first page of a report of many units and says how long that took, and sorting and filtering its tables.
//   node bench/report.mjs REPORT
// playwright-core is where .ci/report-browser/run puts it, or in PLAYWRIGHT.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const installed = process.env.PLAYWRIGHT ?? fileURLToPath(new URL('../jobs/target/report-browser/node_modules', import.meta.url));
const { chromium } = createRequire(join(installed, 'x.js'))('playwright-core');
const report = resolve(process.argv[2]);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const row = (what, ms, more = '') => console.log(`| ${what} | ${Math.round(ms)} | ${more} |`);

async function open(page) {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const begun = performance.now();
  await tab.goto(pathToFileURL(join(report, page)).href, { waitUntil: 'load' });
  const loaded = performance.now() - begun;
  await tab.waitForFunction(() => Number(document.documentElement.dataset.drawn ?? 0) === document.querySelectorAll('[data-chart]').length);
  return { tab, loaded, drawn: performance.now() - begun };
}

console.log('| page | ms | |\n| --- | --- | --- |');
const opened = [];
for (let i = 0; i < 3; i++) {
  const one = await open('index.html');
  opened.push(one);
  if (i < 2) await one.tab.close();
}
const { tab } = opened[2];
row('opened', median(opened.map((one) => one.loaded)), 'median of 3');
row('all charts drawn', median(opened.map((one) => one.drawn)), `${await tab.locator('[data-chart]').count()} charts`);
/** From the event to the next frame. */
const timed = (act, selector, value) => tab.evaluate(async ({ act, selector, value }) => {
  const target = document.querySelector(selector);
  const begun = performance.now();
  if (act === 'click') target.click();
  else { target.value = value; target.dispatchEvent(new Event('input')); }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}, { act, selector, value });
for (const table of await tab.$$eval('table[data-searched]', (all) => all.map((one) => one.id))) {
  const heads = await tab.locator(`#${table} thead button`).count();
  const sorts = [];
  for (let i = 1; i <= heads; i++) {
    for (let twice = 0; twice < 2; twice++) sorts.push(await timed('click', `#${table} thead th:nth-child(${i}) button`));
  }
  row(`${table} sorted`, Math.max(...sorts), `the slowest of ${sorts.length}`);
  row(`${table} filtered`, await timed('type', `#${table}-block input`, '1'), await tab.innerText(`#${table}-block [role=status]`));
  await timed('type', `#${table}-block input`, '');
}
row('other language', await timed('click', '[data-language=en]'));
await tab.close();
const unit = await open('units/' + readdirSync(join(report, 'units')).sort()[0]);
row('page of a unit', unit.loaded);
await browser.close();
