'use strict';
(() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById('report-data').textContent);
  const home = document.body.dataset.home;
  const words = { filter: ['筛选', 'Filter'], previous: ['上一页', 'Previous'], next: ['下一页', 'Next'] };
  const report = (window.tidemark = { data, redraw: [], language: () => root.lang });

  function both(zh, en) {
    const part = document.createDocumentFragment();
    if (zh === en) { part.append(zh); return part; }
    for (const [lang, text] of [['zh', zh], ['en', en]]) {
      const span = document.createElement('span');
      span.lang = lang;
      span.textContent = text;
      part.append(span);
    }
    return part;
  }
  report.both = both;

  function speak(language) {
    root.lang = language;
    for (const button of document.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
    report.redraw.forEach((draw) => draw());
  }
  const kept = 'tidemark-language';
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => {
      speak(button.dataset.language);
      try { localStorage.setItem(kept, button.dataset.language); } catch { /* files may not keep anything */ }
    });
  }

  const svgNames = 'http://www.w3.org/2000/svg';
  function shape(name, attributes) {
    const made = document.createElementNS(svgNames, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }
  function strip([low, high, at, zero, verdict]) {
    const svg = shape('svg', { class: 'strip ' + verdict, viewBox: '0 0 100 12', 'aria-hidden': 'true' });
    svg.append(shape('line', { class: 'zero', x1: zero, x2: zero, y1: 0, y2: 12 }));
    if (low < high) svg.append(shape('line', { class: 'reach', x1: low, x2: high, y1: 6, y2: 6 }));
    svg.append(shape('circle', { cx: at, cy: 6, r: 3 }));
    return svg;
  }
  /** Cells in full, of the short form in which tables are written: text, English text, style, key, link, strip. */
  function unfolded({ styles, shared, rows }) {
    const numeric = (text) => (text === '–' ? null : Number(text.replace('−', '-').replaceAll(',', '')));
    const full = (short, column) => {
      const [zh, en, key, link, drawn, own] = typeof short === 'number' ? shared[short] : Array.isArray(short) ? short : [short];
      const style = own || styles[column];
      return [zh, en || zh, style, key === undefined || key === false ? (styles[column] === 'number' ? numeric(zh) : en || zh) : key, link, drawn];
    };
    return rows.map((row) => row.map(full));
  }
  function cell([zh, en, style, , link, drawn]) {
    const made = document.createElement('td');
    made.className = style;
    if (drawn) {
      const heard = document.createElement('span');
      heard.className = 'unseen';
      heard.textContent = zh;
      made.append(strip(drawn), heard);
    } else if (link) {
      const a = document.createElement('a');
      a.href = home + link;
      a.append(both(zh, en));
      made.append(a);
    } else {
      made.append(both(zh, en));
    }
    return made;
  }

  function search(table, rows) {
    const state = { column: -1, up: true, filter: '', page: 0, size: Number(table.dataset.rows) };
    const controls = document.createElement('div');
    controls.className = 'controls';
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'search';
    label.append(both(...words.filter), ' ', input);
    const count = document.createElement('span');
    count.setAttribute('role', 'status');
    const pages = document.createElement('span');
    pages.className = 'pages';
    const back = document.createElement('button');
    back.type = 'button';
    back.append(both(...words.previous));
    const on = document.createElement('button');
    on.type = 'button';
    on.append(both(...words.next));
    const where = document.createElement('span');
    pages.append(back, where, on);
    controls.append(label, count, pages);
    table.closest('.scroll').before(controls);
    const heads = [...table.tHead.rows[0].cells];
    const told = (c) => c[root.lang === 'zh' ? 0 : 1];

    function shown() {
      const wanted = state.filter.toLowerCase();
      let found = wanted
        ? rows.filter((row) => row.some((c) => (c[0] + ' ' + c[1]).toLowerCase().includes(wanted)))
        : rows.slice();
      if (state.column >= 0) {
        const collator = new Intl.Collator(root.lang === 'zh' ? 'zh-Hans-CN' : 'en');
        const sign = state.up ? 1 : -1;
        found.sort((a, b) => {
          const x = a[state.column], y = b[state.column];
          if (x[3] === null || y[3] === null) return (x[3] === null) - (y[3] === null);
          if (typeof x[3] === 'number' && typeof y[3] === 'number') return sign * (x[3] - y[3]);
          const byText = x[3] === x[1];
          return sign * collator.compare(byText ? told(x) : String(x[3]), byText ? told(y) : String(y[3]));
        });
      }
      return found;
    }
    function draw() {
      const found = shown();
      const last = Math.max(0, Math.ceil(found.length / state.size) - 1);
      state.page = Math.min(state.page, last);
      const begin = state.page * state.size;
      const body = document.createElement('tbody');
      for (const row of found.slice(begin, begin + state.size)) {
        const tr = document.createElement('tr');
        row.forEach((c) => tr.append(cell(c)));
        body.append(tr);
      }
      table.tBodies[0].replaceWith(body);
      count.replaceChildren(both(found.length + ' 行', found.length + ' rows'));
      where.textContent = state.page + 1 + ' / ' + (last + 1);
      back.disabled = state.page === 0;
      on.disabled = state.page === last;
      pages.hidden = last === 0;
      heads.forEach((th, i) => {
        if (i === state.column) th.setAttribute('aria-sort', state.up ? 'ascending' : 'descending');
        else th.removeAttribute('aria-sort');
      });
    }
    heads.forEach((th, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener('click', () => {
        state.up = state.column === i ? !state.up : true;
        state.column = i;
        state.page = 0;
        draw();
      });
    });
    input.addEventListener('input', () => { state.filter = input.value.trim(); state.page = 0; draw(); });
    back.addEventListener('click', () => { state.page--; draw(); });
    on.addEventListener('click', () => { state.page++; draw(); });
    let before;
    addEventListener('beforeprint', () => { before = { ...state }; state.page = 0; state.size = 500; draw(); });
    addEventListener('afterprint', () => { Object.assign(state, before); draw(); });
    report.redraw.push(draw);
    draw();
  }
  for (const table of document.querySelectorAll('table[data-searched]')) {
    search(table, unfolded(data.tables[table.dataset.searched]));
  }
  let wanted = null;
  try { wanted = localStorage.getItem(kept); } catch { /* nothing is kept */ }
  if (wanted === 'zh' || wanted === 'en') speak(wanted);
})();
