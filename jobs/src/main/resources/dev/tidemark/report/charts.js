'use strict';
(() => {
  const report = window.tidemark;
  const zh = () => report.language() === 'zh';
  // Pictures are saved as XML, where the font's name stands between double quotes.
  const font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  let colour;
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    colour = new Proxy({}, { get: (_, name) => style.getPropertyValue('--' + name).trim() });
  }

  // Half-up, of a number's shortest decimal form, as the words of the page are.
  function fixed(number, digits, shift = 0) {
    if (number === null || number === undefined) return '–';
    const size = Math.abs(number);
    const text = String(size);
    const scaled = text.includes('e') ? Math.round(size * 10 ** (digits + shift)) : Math.round(Number(text + 'e' + (digits + shift)));
    const rounded = (scaled / 10 ** digits).toFixed(digits);
    return (number < 0 && scaled !== 0 ? '−' : '') + rounded;
  }
  const sign = (number, digits) => (number > 0 && Number(fixed(number, digits)) !== 0 ? '+' : '') + fixed(number, digits);
  const formats = {
    points: (n) => fixed(n, 2),
    signed: (n) => sign(n, 2),
    signed0: (n) => sign(n, 0),
    percent: (n) => (n === null ? '–' : fixed(n, 1, 2) + '%'),
    whole: (n) => fixed(n, 0),
    count: (n) => fixed(n, 0),
  };
  const signedAxis = (n) => (n > 0 ? '+' : n < 0 ? '−' : '') + Math.abs(n);
  const axisFormats = { percent: (n) => fixed(100 * n, 0) + '%', signed: signedAxis, signed0: signedAxis };

  /** Rows as objects, by the names of the columns. */
  function records(chart) {
    return chart.rows.map((row) => Object.fromEntries(chart.columns.map((column, i) => [column, row[i]])));
  }
  const label = (row, prefix = 'label') => (zh() ? row[prefix + '_zh'] : row[prefix + '_en']) ?? row[prefix];
  const setting = (chart, name) => chart.settings[name + (zh() ? '_zh' : '_en')];
  const verdictWords = {
    improved: ['提升', 'improved'], declined: ['下降', 'declined'],
    unchanged: ['未变', 'unchanged'], inconclusive: ['不能判定', 'inconclusive'],
  };
  const verdictColour = (verdict) =>
    verdict === 'improved' ? colour.good : verdict === 'declined' ? colour.bad : colour.soft;
  const spoken = (pair) => (zh() ? pair[0] : pair[1]);
  const beforeName = () => (zh() ? '前' : 'before');
  const afterName = () => (zh() ? '后' : 'after');

  function base(tooltip) {
    return {
      animation: false,
      textStyle: { fontFamily: font, color: colour.ink, fontSize: 13 },
      tooltip: {
        renderMode: 'richText', confine: true, backgroundColor: colour.paper, borderColor: colour.line,
        textStyle: { color: colour.ink, fontSize: 13, fontFamily: font },
        formatter: (params) => tooltip(params).filter(Boolean).join('\n'),
      },
    };
  }
  function valueAxis(chart, more = {}) {
    const format = axisFormats[chart.settings.format];
    return {
      type: 'value', scale: true, name: setting(chart, 'axis'), nameLocation: 'middle', nameGap: 28,
      nameTextStyle: { color: colour.soft }, axisLabel: { color: colour.soft, formatter: format, hideOverlap: true },
      splitLine: { lineStyle: { color: colour.faint } }, axisLine: { show: false }, axisTick: { show: false },
      ...more,
    };
  }
  function nameAxis(names, width, more = {}) {
    return {
      type: 'category', data: names, inverse: true, axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: colour.ink, width: width - 12, overflow: 'break', interval: 0, lineHeight: 15, fontSize: 13 },
      ...more,
    };
  }
  /** Room for names on the left: what the longest needs, at most two fifths. */
  function nameRoom(names, width) {
    const longest = Math.max(0, ...names.map((name) => [...name].reduce((sum, c) => sum + (c > '⺀' ? 13.5 : 7.2), 0)));
    return Math.min(longest + 16, Math.max(90, width * 0.4));
  }
  /** Beside each point its name, where it hides no other point and no name; else none. By the point's id. */
  function placeNames(points, wide, tall) {
    const taken = points.map(({ x, y }) => [x - 6, y - 6, x + 6, y + 6]);
    const placed = new Map();
    for (const { id, text, x, y } of [...points].sort((a, b) => b.first - a.first)) {
      const long = nameRoom([text], Infinity) - 12;
      const places = [0, -9, 9, -20, 20].flatMap((down) => [
        ['right', x + 9, y + down - 7, down], ['left', x - 9 - long, y + down - 7, down],
      ]).concat([0, 9].flatMap((far) => [['top', x - long / 2, y - 23 - far, -far], ['bottom', x - long / 2, y + 9 + far, far]]));
      const free = places.find(([, left, top]) => left >= 0 && left + long <= wide && top >= 0 && top + 14 <= tall
        && !taken.some(([x1, y1, x2, y2]) => left < x2 && left + long > x1 && top < y2 && top + 14 > y1));
      if (free) taken.push([free[1], free[2], free[1] + long, free[2] + 14]);
      placed.set(id, free ? { show: true, position: free[0], offset: [0, free[3]] } : { show: false });
    }
    return placed;
  }
  const line = (x1, y1, x2, y2, stroke, lineWidth, lineDash) =>
    ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth, lineDash } });
  const dot = (cx, cy, r, fill, stroke) =>
    ({ type: 'circle', shape: { cx, cy, r }, style: { fill, stroke, lineWidth: 1.8 } });
  const words = (text, x, y, fill, align = 'left', weight = 'normal') =>
    ({ type: 'text', style: { text, x, y, fill, font: weight + ' 12px ' + font, align, verticalAlign: 'middle' } });

  const draws = {
    intervals(chart, width) {
      const rows = records(chart);
      const names = rows.map((row) => label(row));
      const room = nameRoom(names, width);
      const show = formats[chart.settings.format];
      const isShare = chart.settings.format === 'percent';
      const told = (row) => show(row.value) + (isShare ? '  n = ' + row.n : '');
      const fill = (row) =>
        row.period !== undefined ? colour[row.period === 'to' ? 'after' : 'before'] : verdictColour(row.verdict);
      return {
        height: rows.length * 30 + 62,
        option: {
          ...base(({ dataIndex }) => {
            const row = rows[dataIndex];
            return [
              label(row),
              row.from !== undefined && row.from !== null ? `${fixed(row.from, 2)} → ${fixed(row.to, 2)}` : '',
              `${show(row.value)}  (${show(row.low)} … ${show(row.high)})`,
              row.verdict ? spoken(verdictWords[row.verdict]) : '',
              'n = ' + row.n,
            ];
          }),
          grid: { left: room, right: isShare ? 88 + 8 * String(Math.max(...rows.map((row) => row.n ?? 0))).length : 62, top: 6, bottom: 52 },
          xAxis: valueAxis(chart, isShare ? { min: 0, max: 1 } : {}),
          yAxis: nameAxis(names, room, {
            axisLabel: {
              color: colour.ink, width: room - 12, overflow: 'break', interval: 0, lineHeight: 15,
              formatter: (name, i) => (rows[i].depth === 0 ? '{whole|' + name + '}' : rows[i].depth === 2 ? '{part|' + name + '}' : name),
              rich: { whole: { fontWeight: 'bold', fontSize: 13 }, part: { color: colour.soft, fontSize: 12.5 } },
            },
          }),
          series: [{
            type: 'custom', encode: { x: [0, 2, 3], y: 1 },
            data: rows.map((row, i) => [row.value, i, row.low, row.high]),
            renderItem: (params, api) => {
              const row = rows[params.dataIndex];
              const [x, y] = api.coord([api.value(0), api.value(1)]);
              const children = [];
              if (row.low !== null && row.high !== null) {
                const from = api.coord([row.low, api.value(1)])[0], to = api.coord([row.high, api.value(1)])[0];
                children.push(line(from, y, to, y, fill(row), row.depth === 0 ? 3 : 2));
              }
              const isSure = row.verdict !== 'inconclusive';
              children.push(dot(x, y, row.depth === 0 ? 6 : 5, isSure ? fill(row) : colour.paper, fill(row)));
              const edge = params.coordSys.x + params.coordSys.width;
              children.push(words(told(row), edge + 8, y, fill(row), 'left', row.depth === 0 ? 'bold' : 'normal'));
              return { type: 'group', children };
            },
            markLine: isShare ? undefined : {
              silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colour.before, type: 'solid', width: 1 }, data: [{ xAxis: 0 }],
            },
          }],
        },
      };
    },

    quadrants(chart, width) {
      const rows = records(chart);
      const corner = (text, position, x1, y1, x2, y2) => [
        { coord: [x1, y1], label: { show: true, formatter: text, position, color: colour.soft, fontSize: 12, distance: 8 } }, { coord: [x2, y2] },
      ];
      const low = Math.min(...rows.map((row) => row.level), chart.settings.root);
      const high = Math.max(...rows.map((row) => row.level), chart.settings.root);
      const ends = rows.flatMap((row) => [row.low, row.high, row.change]).filter((n) => n !== null);
      const down = Math.min(0, ...ends), up = Math.max(0, ...ends);
      const side = (high - low) * 0.14 || 1, above = (up - down) * 0.06 || 1;
      const x0 = Math.max(0, Math.floor(low - side)), x1 = Math.min(100, Math.ceil(high + side)), y0 = Math.floor(down - above), y1 = Math.ceil(up + above);
      const root = chart.settings.root;
      const height = Math.max(380, Math.min(560, width * 0.85));
      const wide = width - 60, tall = height - 54;
      const points = rows.map((row) => ({ row, x: ((row.level - x0) / (x1 - x0)) * wide, y: ((y1 - row.change) / (y1 - y0)) * tall }));
      const placed = placeNames(points.map(({ row, x, y }) => ({ id: row.node, text: label(row), x, y, first: row.depth === 1 })), wide, tall);
      const isNarrow = width < 480;
      return {
        height,
        option: {
          ...base(({ dataIndex }) => {
            const row = rows[dataIndex];
            return row && [label(row), (zh() ? '水平 ' : 'level ') + fixed(row.level, 2),
              (zh() ? '变化 ' : 'change ') + sign(row.change, 2) + `  (${sign(row.low, 2)} … ${sign(row.high, 2)})`,
              row.verdict ? spoken(verdictWords[row.verdict]) : ''];
          }),
          grid: { left: 46, right: 14, top: 8, bottom: 46 },
          xAxis: { ...valueAxis(chart), min: x0, max: x1, axisLabel: { color: colour.soft, showMinLabel: false, showMaxLabel: false }, name: zh() ? '后一期水平（分）' : 'level in the later period, points' },
          yAxis: {
            ...valueAxis(chart), min: y0, max: y1, name: zh() ? '变化（分）' : 'change, points', nameGap: 30,
            axisLabel: { color: colour.soft, formatter: axisFormats.signed, showMinLabel: false, showMaxLabel: false },
          },
          series: [
            {
              type: 'custom', silent: true, data: rows.map((row) => [row.level, row.low, row.high]), encode: { x: 0, y: [1, 2] },
              renderItem: (params, api) => {
                const row = rows[params.dataIndex];
                if (row.low === null || row.high === null) return null;
                const [x, from] = api.coord([row.level, row.low]), to = api.coord([row.level, row.high])[1];
                return line(x, from, x, to, verdictColour(row.verdict), row.depth === 1 ? 1.6 : 1);
              },
              markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colour.before, width: 1, type: 'dashed' }, data: [{ xAxis: root }, { yAxis: 0 }] },
              markArea: { silent: true, itemStyle: { color: 'transparent' }, data: [
                corner(isNarrow ? spoken(['改进', 'improve']) : spoken(['改进：低，未降', 'improve: low, not falling']), 'insideTopLeft', x0, y1, root, 0),
                corner(isNarrow ? spoken(['保持', 'keep']) : spoken(['保持：高，未降', 'keep: high, not falling']), 'insideTopRight', root, y1, x1, 0),
                corner(isNarrow ? spoken(['急改', 'urgent']) : spoken(['急改：低且下降', 'urgent: low and falling']), 'insideBottomLeft', x0, 0, root, y0),
                corner(isNarrow ? spoken(['关注', 'watch']) : spoken(['关注：高但下降', 'watch: high but falling']), 'insideBottomRight', root, 0, x1, y0),
              ] },
            },
            {
              type: 'scatter', data: rows.map((row) => ({
                value: [row.level, row.change], symbolSize: row.depth === 1 ? 13 : 9,
                itemStyle: { color: row.verdict === 'inconclusive' ? colour.paper : verdictColour(row.verdict), borderColor: verdictColour(row.verdict), borderWidth: 1.8, opacity: 1 },
                label: { fontWeight: row.depth === 1 ? 'bold' : 'normal', ...placed.get(row.node) },
              })),
              label: { formatter: ({ dataIndex }) => label(rows[dataIndex]), color: colour.ink, fontSize: 12, textBorderColor: colour.paper, textBorderWidth: 3 },
            },
          ],
        },
      };
    },

    waterfall(chart, width) {
      const rows = records(chart);
      const names = rows.map((row) => label(row));
      const room = nameRoom(names, width);
      const tint = (row) => (row.change === null ? colour.after : row.change < 0 ? colour.bad : colour.good);
      return {
        height: rows.length * 34 + 56,
        option: {
          ...base(({ dataIndex }) => {
            const row = rows[dataIndex];
            return row.change === null ? [label(row), fixed(row.after, 2)]
              : [label(row), sign(row.change, 2), `${fixed(row.before, 2)} → ${fixed(row.after, 2)}`];
          }),
          grid: { left: room, right: 64, top: 4, bottom: 48 },
          xAxis: { ...valueAxis(chart), name: zh() ? '总指数（分）' : 'index, points' },
          yAxis: nameAxis(names, room),
          series: [{
            type: 'custom', encode: { x: [0, 1], y: 2 },
            data: rows.map((row, i) => [row.before ?? row.after, row.after, i]),
            renderItem: (params, api) => {
              const i = params.dataIndex, row = rows[i];
              const [to, y] = api.coord([row.after, i]);
              const half = Math.min(11, api.size([0, 1])[1] * 0.32);
              const children = [];
              if (i + 1 < rows.length) children.push(line(to, y, to, api.coord([row.after, i + 1])[1], colour.before, 1, [2, 2]));
              if (row.change === null) {
                children.push(line(to, y - half, to, y + half, colour.after, 4));
                children.push(words(fixed(row.after, 2), to + 9, y, colour.after, 'left', 'bold'));
              } else {
                const from = api.coord([row.before, i])[0];
                children.push({ type: 'rect', shape: { x: Math.min(from, to), y: y - half, width: Math.max(1, Math.abs(to - from)), height: 2 * half }, style: { fill: tint(row) } });
                children.push(words(sign(row.change, 2), Math.max(from, to) + 8, y, tint(row)));
              }
              return { type: 'group', children };
            },
          }],
        },
      };
    },

    pairs(chart, width) {
      const rows = records(chart);
      const names = rows.map((row) => label(row));
      const room = nameRoom(names, width);
      const show = formats[chart.settings.format];
      const fromZero = chart.settings.zero ? { min: 0 } : {};
      const reverse = chart.settings.reverse ? { inverse: true, min: 1, minInterval: 1 } : {};
      return {
        height: rows.length * (rows.length > 12 ? 21 : 34) + 84,
        option: {
          ...base(({ dataIndex }) => {
            const row = rows[dataIndex];
            return [label(row), `${beforeName()} ${show(row.from)} → ${afterName()} ${show(row.to)}`,
              row.low !== undefined && row.low !== null ? `5–95%: ${show(row.low)} – ${show(row.high)}` : '',
              row.verdict ? spoken(verdictWords[row.verdict]) : ''];
          }),
          grid: { left: room, right: 56, top: 28, bottom: 48 },
          xAxis: { ...valueAxis(chart), ...fromZero, ...reverse },
          yAxis: nameAxis(names, room, { splitLine: { show: true, lineStyle: { color: colour.faint } } }),
          series: [{
            type: 'custom', encode: { x: [0, 1, 3, 4], y: 2 },
            data: rows.map((row, i) => [row.from, row.to, i, row.low ?? null, row.high ?? null]),
            renderItem: (params, api) => {
              const i = params.dataIndex, row = rows[i];
              const at = (n) => api.coord([n, i]);
              const y = at(row.to ?? row.from ?? 0)[1];
              const children = [];
              if (row.low !== undefined && row.low !== null) children.push(line(at(row.low)[0], y, at(row.high)[0], y, colour.unknown, 5));
              else if (row.from !== null && row.to !== null) children.push(line(at(row.from)[0], y, at(row.to)[0], y, colour.unknown, 2));
              if (row.from !== null) children.push(dot(at(row.from)[0], y, 4.2, colour.paper, colour.before));
              if (row.to !== null) children.push(dot(at(row.to)[0], y, 4.6, colour.after, colour.after));
              children.push(words(show(row.to), params.coordSys.x + params.coordSys.width + 10, y, colour.ink));
              if (i === 0) {
                const top = params.coordSys.y - 14, x = params.coordSys.x;
                const afterAt = x + 24 + 13 * beforeName().length * (zh() ? 1 : 0.6);
                children.push(dot(x + 5, top, 4.2, colour.paper, colour.before), words(beforeName(), x + 14, top, colour.soft),
                  dot(afterAt + 5, top, 4.6, colour.after, colour.after), words(afterName(), afterAt + 14, top, colour.soft));
              }
              return { type: 'group', children };
            },
          }],
        },
      };
    },

    multiples(chart, width) {
      const rows = records(chart);
      const groups = [...new Set(rows.map((row) => row.group))];
      const nodes = [...new Set(rows.map((row) => row.node))];
      const of = (group) => rows.filter((row) => row.group === group);
      const names = of(groups[0]).map((row) => label(row));
      const across = Math.min(groups.length, width > 900 ? 4 : width > 640 ? 3 : width > 430 ? 2 : 1);
      const room = across === 1 ? nameRoom(names, width) : Math.min(nameRoom(names, width), width * 0.22);
      const each = (width - room - 10) / across;
      const high = nodes.length * 24 + 8, step = high + 76;
      const known = rows.flatMap((row) => [row.from, row.to]).filter((n) => n !== null);
      const min = Math.floor(Math.min(...known) / 10) * 10, max = Math.ceil(Math.max(...known) / 10) * 10;
      const place = (g) => ({ left: room + (g % across) * each + 6, top: Math.floor(g / across) * step + 44 });
      return {
        height: Math.ceil(groups.length / across) * step + 8,
        option: {
          ...base(({ seriesIndex, dataIndex }) => {
            const row = of(groups[seriesIndex])[dataIndex];
            return row && [label(row, 'group') + ' · ' + label(row), `${fixed(row.from, 2)} → ${fixed(row.to, 2)}`,
              sign(row.change, 2) + `  (${sign(row.low, 2)} … ${sign(row.high, 2)})`, row.verdict ? spoken(verdictWords[row.verdict]) : '', 'n = ' + row.n];
          }),
          title: groups.map((group, g) => ({
            text: label(of(group)[0], 'group'), subtext: 'n = ' + of(group)[0].n, left: place(g).left - 4, top: place(g).top - 42, itemGap: 2,
            textStyle: { fontSize: 13, fontWeight: 'bold', color: colour.ink, width: each - 18, overflow: 'truncate' }, subtextStyle: { fontSize: 12, color: colour.soft },
          })),
          grid: groups.map((_, g) => ({ ...place(g), width: each - 36, height: high })),
          xAxis: groups.map((_, g) => ({ ...valueAxis(chart), name: '', gridIndex: g, min, max, splitNumber: 3 })),
          yAxis: groups.map((_, g) => nameAxis(names, room, { gridIndex: g, axisLabel: { show: g % across === 0, color: colour.ink, width: room - 8, overflow: 'truncate', interval: 0, fontSize: 12.5 }, splitLine: { show: true, lineStyle: { color: colour.faint } } })),
          series: groups.map((group, g) => ({
            type: 'custom', xAxisIndex: g, yAxisIndex: g, encode: { x: [0, 1], y: 2 },
            data: of(group).map((row, i) => [row.from, row.to, i]),
            renderItem: (params, api) => {
              const i = params.dataIndex, row = of(group)[i];
              if (row.from === null || row.to === null) return null;
              const [a, y] = api.coord([row.from, i]), b = api.coord([row.to, i])[0];
              const sure = row.verdict === 'improved' || row.verdict === 'declined';
              return { type: 'group', children: [
                line(a, y, b, y, sure ? verdictColour(row.verdict) : colour.unknown, sure ? 3 : 2),
                dot(a, y, 3.6, colour.paper, colour.before), dot(b, y, 4.2, colour.after, colour.after)] };
            },
          })),
        },
      };
    },

    columns(chart) {
      const rows = records(chart);
      const bar = (name, column, fill) => ({
        name, type: 'bar', barMaxWidth: 26, barGap: '8%', itemStyle: { color: fill }, data: rows.map((row) => row[column]),
        label: { show: true, position: 'top', color: colour.ink, fontSize: 12, formatter: ({ value }) => (value ? fixed(value, 0) : '') },
      });
      return {
        height: 330,
        option: {
          ...base(({ seriesName, name, value }) => [`${setting(chart, 'axis')}: ${name}`, `${seriesName}: ${value}`]),
          legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: 'rect', textStyle: { color: colour.soft, fontFamily: font } },
          grid: { left: 40, right: 8, top: 40, bottom: 44 },
          xAxis: { type: 'category', data: rows.map((row) => row.label), name: setting(chart, 'axis'), nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: colour.soft }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour.line } }, axisLabel: { color: colour.ink } },
          yAxis: { ...valueAxis(chart), scale: false, name: setting(chart, 'unit'), nameGap: 26, minInterval: 1 },
          series: [bar(beforeName(), 'from', colour.before), bar(afterName(), 'to', colour.after)],
        },
      };
    },

    stack(chart, width) {
      const rows = records(chart);
      const lines = [...new Set(rows.map((row) => row.row))];
      const parts = [...new Set(rows.map((row) => row.part))];
      const cell = (at, part) => rows.find((row) => row.row === at && row.part === part);
      const names = lines.map((at) => label(cell(at, parts[0]), 'row'));
      const room = nameRoom(names, width);
      const most = Math.max(...lines.map((at) => cell(at, parts[0]).n ?? 0));
      const tint = (part) => colour[chart.settings.colours[part]];
      return {
        height: lines.length * 34 + 66,
        option: {
          ...base(({ seriesName, name, value }) => [name, `${seriesName}: ${value}`]),
          legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: 'rect', selectedMode: false, textStyle: { color: colour.soft, fontFamily: font } },
          grid: { left: room, right: 70, top: width < 430 ? 56 : 34, bottom: 26 },
          xAxis: { ...valueAxis(chart), scale: false, max: most, minInterval: 1, axisLabel: { color: colour.soft, showMaxLabel: false } },
          yAxis: nameAxis(names, room),
          series: parts.map((part, p) => ({
            name: label(cell(lines[0], part), 'part'), type: 'bar', stack: 'all', barMaxWidth: 22, itemStyle: { color: tint(part), borderColor: colour.paper, borderWidth: 1 },
            data: lines.map((at) => cell(at, part)?.value ?? 0),
            label: { show: true, formatter: ({ value }) => ((value / most) * (width - room - 70) > 9 * String(value).length + 4 ? value : ''), color: chart.settings.colours[part] === 'unknown' ? colour.ink : colour.paper, fontSize: 12 },
            markPoint: p > 0 ? undefined : {
              symbol: 'circle', symbolSize: 0.1, silent: true, data: lines.map((at, i) => ({ coord: [cell(at, part).n ?? 0, i], value: cell(at, part).n })),
              label: { show: true, position: 'right', distance: 8, color: colour.soft, formatter: ({ value }) => 'n = ' + value },
            },
          })),
        },
      };
    },

    bars(chart, width) {
      const rows = records(chart);
      const names = rows.map((row) => label(row));
      const room = nameRoom(names, width);
      const show = formats[chart.settings.format];
      const tint = (row) => (chart.settings.good === 'less' ? (row.value < 0 ? colour.good : colour.bad) : colour.after);
      return {
        height: rows.length * (names.some((name) => nameRoom([name], 9999) > 1.9 * room) ? 50 : 34) + 56,
        option: {
          ...base(({ dataIndex }) => {
            const row = rows[dataIndex];
            return [label(row), show(row.value), row.known_units ? `n = ${row.n_units ?? row.value} / ${row.known_units}` : row.units ? `n = ${row.units}` : ''];
          }),
          grid: { left: room, right: 60, top: 4, bottom: 46 },
          xAxis: { ...valueAxis(chart), scale: false, ...(chart.settings.format === 'percent' ? { min: 0, max: 1 } : { minInterval: 1, boundaryGap: [rows.some((row) => row.value < 0) ? '12%' : 0, '4%'] }) },
          yAxis: nameAxis(names, room),
          series: [{
            type: 'bar', barMaxWidth: 20,
            data: rows.map((row) => ({ value: row.value, itemStyle: { color: tint(row) }, label: { position: row.value < 0 ? 'left' : 'right' } })),
            label: { show: true, color: colour.ink, fontSize: 12, formatter: ({ value }) => show(value) },
          }],
        },
      };
    },

    matrix(chart, width) {
      const rows = records(chart);
      const down = [...new Set(rows.map((row) => row.unit ?? row.row))];
      const there = new Set(rows.map((row) => row.stage ?? row.column)), known = chart.settings.columns ?? [];
      const across = [...known.filter((id) => there.has(id)), ...[...there].filter((id) => !known.includes(id))];
      const name = (key, list, prefix) => list.map((id) => label(rows.find((row) => (row[key] ?? row[prefix]) === id), prefix));
      const names = name('unit', down, 'row'), heads = name('stage', across, 'column');
      const room = Math.min(nameRoom(names, width), width * 0.3);
      const most = Math.max(1, ...rows.map((row) => Math.abs(row.value ?? 0)));
      const less = chart.settings.good === 'less';
      return {
        height: down.length * 23 + 66,
        option: {
          ...base(({ dataIndex }) => {
            const row = rows[dataIndex];
            return [label(row, 'row') + ' · ' + label(row, 'column'), row.text ?? `${row.from ?? '–'} → ${row.to ?? '–'}`];
          }),
          grid: { left: room, right: 6, top: 44, bottom: 10 },
          xAxis: { type: 'category', data: heads, position: 'top', axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: colour.ink, interval: 0, width: (width - room) / across.length - 6, overflow: 'break', fontSize: 12.5, lineHeight: 15 } },
          yAxis: nameAxis(names, room, { axisLabel: { color: colour.ink, width: room - 10, overflow: 'truncate', interval: 0, fontSize: 12.5 } }),
          series: [{
            type: 'custom', encode: { x: 0, y: 1 }, data: rows.map((row) => [across.indexOf(row.stage ?? row.column), down.indexOf(row.unit ?? row.row)]),
            renderItem: (params, api) => {
              const row = rows[params.dataIndex];
              const [x, y] = api.coord([api.value(0), api.value(1)]);
              const [w, h] = api.size([1, 1]);
              const good = less ? row.value < 0 : row.value > 0;
              const moved = row.value !== null && row.value !== 0;
              const fill = !moved ? colour.faint : good ? colour.good : colour.bad;
              const text = row.text ?? (row.from === row.to ? String(row.to ?? '–') : `${row.from ?? '–'} → ${row.to ?? '–'}`);
              return { type: 'group', children: [
                { type: 'rect', shape: { x: x - w / 2 + 1, y: y - h / 2 + 1, width: w - 2, height: h - 2 }, style: { fill, opacity: !moved ? 1 : row.text ? 0.35 + 0.65 * row.value : 0.55 + 0.45 * Math.abs(row.value) / most } },
                words(text, x, y, !moved ? colour.soft : row.text && row.value < 0.4 ? colour.ink : colour.paper, 'center', moved ? 'bold' : 'normal')] };
            },
          }],
        },
      };
    },

    lines(chart, width) {
      const rows = records(chart);
      const at = [...new Set(rows.map((row) => row.period))];
      const keys = [...new Set(rows.map((row) => row.line))];
      const cells = new Map(rows.map((row) => [JSON.stringify([row.line, row.period]), row]));
      const get = (key, period) => cells.get(JSON.stringify([key, period]));
      const show = formats[chart.settings.format ?? 'points'];
      const shades = [colour.after, colour.good, colour.bad, colour.before, colour.worst, colour.unknown];
      const names = keys.map((key) => label(rows.find((row) => row.line === key), 'line'));
      const room = Math.min(nameRoom(names, 9999), width < 500 ? width * 0.3 : 230);
      return {
        height: 350,
        option: {
          ...base(({ seriesIndex, dataIndex, name }) => {
            const row = get(keys[seriesIndex], at[dataIndex]);
            return row && [`${names[seriesIndex]} · ${name}`, show(row.value), row.n === null ? '' : 'n = ' + row.n];
          }),
          grid: { left: chart.settings.format === 'percent' ? 62 : 54, right: room, top: 14, bottom: 30 },
          xAxis: { type: 'category', data: at.map((period) => label(rows.find((row) => row.period === period), 'period')), boundaryGap: false, axisLine: { lineStyle: { color: colour.line } }, axisTick: { show: false },
            axisLabel: { color: colour.soft, hideOverlap: true, showMinLabel: true, showMaxLabel: true } },
          yAxis: { ...valueAxis(chart), nameGap: 40, ...(chart.settings.zero ? { min: 0 } : {}), ...(chart.settings.format === 'percent' ? { min: 0, max: 1 } : {}) },
          series: keys.map((key, k) => ({
            name: names[k], type: 'line', data: at.map((period) => get(key, period)?.value ?? null), symbol: 'circle', symbolSize: 6, connectNulls: false,
            itemStyle: { color: shades[k % shades.length] }, lineStyle: { color: shades[k % shades.length], width: key === chart.settings.first ? 3.5 : 2, type: k > 3 ? 'dashed' : 'solid' },
            endLabel: { show: true, formatter: '{a}', color: colour.ink, fontFamily: font, fontWeight: key === chart.settings.first ? 'bold' : 'normal', width: room - 12, overflow: 'truncate', lineHeight: 17 }, labelLayout: { moveOverlap: 'shiftY' },
          })),
        },
      };
    },

    panels(chart, width) {
      const rows = records(chart);
      const at = [...new Set(rows.map((row) => row.period))].sort((a, b) => rows.findIndex((row) => row.period === a) - rows.findIndex((row) => row.period === b));
      const { all, from, to } = chart.settings;
      const of = new Map();
      for (const row of rows) {
        if (!of.has(row.line)) of.set(row.line, new Map());
        of.get(row.line).set(row.period, row);
      }
      const lines = [...of.keys()].filter((line) => line !== all);
      const get = (line, period) => of.get(line)?.get(period)?.value ?? null;
      const name = (line) => label(of.get(line).values().next().value, 'line');
      const across = Math.min(lines.length, width > 900 ? 6 : width > 640 ? 4 : width > 430 ? 3 : 2);
      const room = 34, each = (width - room) / across, high = 64, step = high + 54, head = 26;
      const values = rows.map((row) => row.value);
      const min = Math.floor(Math.min(...values) / 10) * 10, max = Math.ceil(Math.max(...values) / 10) * 10;
      const place = (i) => ({ left: room + (i % across) * each, top: head + Math.floor(i / across) * step + 40 });
      const ends = (line) => {
        const known = at.filter((period) => get(line, period) !== null);
        const first = get(line, known[0]), last = get(line, known.at(-1));
        return `${fixed(first, 2)} → ${fixed(last, 2)}`;
      };
      const marks = { [from]: [colour.paper, colour.before], [to]: [colour.after, colour.after] };
      const mean = of.has(all) ? name(all) : '';
      const keys = [
        [spoken(['各对象', 'each']), (x) => [line(x, 8, x + 18, 8, colour.after, 2)]],
        [mean, (x) => [line(x, 8, x + 18, 8, colour.unknown, 1.5)]],
        [spoken(['所比较的两期', 'compared']), (x) => [dot(x + 4, 8, 3.4, colour.paper, colour.before), dot(x + 14, 8, 3.6, colour.after, colour.after)]],
      ].filter(([text]) => text);
      const begins = keys.map((_, k) => room + keys.slice(0, k).reduce((sum, [text]) => sum + nameRoom([text], Infinity) + 24, 0));
      const legend = keys.flatMap(([text, shapes], k) => [...shapes(begins[k]), words(text, begins[k] + 24, 8, colour.soft)]);
      return {
        height: head + Math.ceil(lines.length / across) * step + 6,
        option: {
          ...base(({ seriesIndex, dataIndex }) => {
            const at1 = lines[Math.floor(seriesIndex / 2)], shown = seriesIndex % 2 ? at1 : all, row = of.get(shown)?.get(at[dataIndex]);
            return row && [name(shown) + ' · ' + label(row, 'period'), fixed(row.value, 2), row.n === null ? '' : 'n = ' + row.n];
          }),
          graphic: legend.map((element) => ({ ...element, silent: true })),
          title: lines.map((one, i) => ({
            text: name(one), subtext: ends(one), left: place(i).left - 4, top: place(i).top - 40, itemGap: 1,
            textStyle: { fontSize: 13, fontWeight: 'bold', color: colour.ink, width: each - 14, overflow: 'truncate' }, subtextStyle: { fontSize: 12, color: colour.soft },
          })),
          grid: lines.map((_, i) => ({ ...place(i), width: each - 20, height: high })),
          xAxis: lines.map((_, i) => ({ type: 'category', gridIndex: i, data: at, boundaryGap: false, axisLabel: { show: false }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour.line } } })),
          yAxis: lines.map((_, i) => ({ ...valueAxis(chart), name: '', gridIndex: i, min, max, interval: (max - min) / 2, axisLabel: { show: i % across === 0, color: colour.soft, fontSize: 11 } })),
          series: lines.flatMap((one, i) => [
            { type: 'line', xAxisIndex: i, yAxisIndex: i, data: at.map((period) => get(all, period)), symbol: 'none', lineStyle: { color: colour.unknown, width: 1.5 } },
            {
              type: 'line', xAxisIndex: i, yAxisIndex: i, lineStyle: { color: colour.after, width: 2 }, connectNulls: false, showAllSymbol: true,
              data: at.map((period) => ({ value: get(one, period), symbol: 'circle', symbolSize: marks[period] ? 7 : 3, itemStyle: { color: (marks[period] ?? [colour.after])[0], borderColor: (marks[period] ?? [0, colour.after])[1], borderWidth: marks[period] ? 1.8 : 0 } })),
            },
          ]),
        },
      };
    },
  };

  const drawn = new Map();
  function placeOf(chart) {
    return document.querySelector(`[data-chart="${CSS.escape(chart.id)}"]`);
  }
  /** Takes the room that a chart needs, so that nothing moves when it comes; returns what to draw. */
  function takeRoom(chart) {
    const place = placeOf(chart);
    const { height, option } = draws[chart.draw](chart, place.clientWidth);
    place.style.flex = 'none';
    place.style.height = height + 'px';
    return option;
  }
  function draw(chart) {
    const place = placeOf(chart);
    const option = takeRoom(chart);
    let instance = drawn.get(chart.id);
    if (instance) instance.resize();
    else drawn.set(chart.id, (instance = echarts.init(place, null, { renderer: 'svg' })));
    instance.setOption(option, true);
  }
  function drawAll() {
    readColours();
    report.data.charts.forEach(draw);
    document.documentElement.dataset.drawn = String(drawn.size);
  }
  /** What is seen first now, the others one by one: the page can be read and used before the last is there. */
  function drawFirst() {
    readColours();
    report.data.charts.forEach(takeRoom);
    const isSeen = (chart) => placeOf(chart).getBoundingClientRect().top < innerHeight;
    report.data.charts.filter(isSeen).forEach(draw);
    const next = () => {
      const chart = report.data.charts.find((one) => !drawn.has(one.id));
      if (chart) {
        draw(chart);
        setTimeout(next);
      } else {
        document.documentElement.dataset.drawn = String(drawn.size);
      }
    };
    if (document.readyState === 'complete') next(); else addEventListener('load', () => setTimeout(next));
  }

  function download(name, address) {
    const a = document.createElement('a');
    a.href = address;
    a.download = name;
    a.click();
  }
  function picture(id) {
    if (!drawn.has(id)) draw(report.data.charts.find((one) => one.id === id));
    const instance = drawn.get(id);
    const svg = instance.renderToSVGString();
    return { svg, width: instance.getWidth(), height: instance.getHeight() };
  }
  function save(id, kind) {
    const { svg, width, height } = picture(id);
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    if (kind === 'svg') { download(id + '.svg', address); return; }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      const context = canvas.getContext('2d');
      context.fillStyle = colour.paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => download(id + '.png', URL.createObjectURL(blob)));
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
  }
  for (const button of document.querySelectorAll('[data-save]')) {
    button.addEventListener('click', () => save(button.dataset.of, button.dataset.save));
  }

  for (const details of document.querySelectorAll('[data-numbers]')) {
    details.addEventListener('toggle', () => {
      if (!details.open || details.querySelector('table')) return;
      const chart = report.data.charts.find((one) => one.id === details.dataset.numbers);
      const frame = document.createElement('div');
      frame.className = 'scroll';
      frame.tabIndex = 0;
      const table = document.createElement('table');
      const head = table.createTHead().insertRow();
      chart.columns.forEach((column) => {
        const th = document.createElement('th');
        th.scope = 'col';
        th.textContent = column;
        head.append(th);
      });
      const body = table.createTBody();
      for (const row of chart.rows) {
        const tr = body.insertRow();
        row.forEach((value) => {
          const td = tr.insertCell();
          td.className = typeof value === 'number' ? 'number' : 'text';
          td.textContent = value ?? '';
        });
      }
      frame.append(table);
      details.append(frame);
    });
  }

  report.redraw.push(drawAll);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  matchMedia('print').addEventListener('change', drawAll);
  let width = innerWidth, waiting;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 120);
  });
  report.chart = (id) => drawn.get(id);
  drawFirst();
})();
