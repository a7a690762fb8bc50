import { launchBrowser } from '../tools/browser.ts';
import { serveStatic } from '../tools/serve-static.ts';
const server = await serveStatic({ root: 'test/bench/out' });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
page.on('console', (m) => console.log('console', m.text().slice(0, 300)));
page.on('pageerror', (m) => console.log('pageerror', String(m).slice(0, 600)));
await page.addInitScript('globalThis.__name ??= (named) => named;');
await page.addInitScript(
  `globalThis.__long=[]; new PerformanceObserver(l=>{for(const e of l.getEntries()) __long.push([e.startTime|0,e.duration|0])}).observe({type:'longtask',buffered:true}); addEventListener('plan-map-idle',()=>globalThis.__idle=performance.now(),{capture:true,once:true}); document.addEventListener('plan-error',e=>console.log('plan-error '+JSON.stringify(e.detail.problems).slice(0,400)));`,
);
const client = await page.context().newCDPSession(page);
await client.send('Profiler.enable');
await client.send('Profiler.setSamplingInterval', { interval: 1000 });
await client.send('Profiler.start');
await page.goto(server.origin + `/plan-atlas-${process.argv[2]}/index.html`);
await page
  .waitForFunction(() => (globalThis as any).__idle, null, { timeout: 100000 })
  .catch(() => null);
console.log(
  'idle',
  await page
    .evaluate(() => [(globalThis as any).__idle, JSON.stringify((globalThis as any).__long)])
    .catch(String),
);
const { profile } = await client.send('Profiler.stop');
const byId = new Map(profile.nodes.map((n) => [n.id, n]));
const key = (n: any) =>
  `${n.callFrame.functionName || '?'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber}`;
const self = new Map<string, number>();
const incl = new Map<string, number>();
const parent = new Map<number, number>();
for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
profile.samples!.forEach((id, i) => {
  const d = profile.timeDeltas![i]! / 1000;
  const k = key(byId.get(id)!);
  self.set(k, (self.get(k) ?? 0) + d);
  const seen = new Set<string>();
  for (let at: number | undefined = id; at; at = parent.get(at)) {
    const q = key(byId.get(at)!);
    if (!seen.has(q)) {
      seen.add(q);
      incl.set(q, (incl.get(q) ?? 0) + d);
    }
  }
});
console.log(
  'self:\n',
  [...self]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25)
    .map(([k, v]) => `${v.toFixed(0)} ${k}`)
    .join('\n '),
);
console.log(
  'incl:\n',
  [...incl]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 60)
    .map(([k, v]) => `${v.toFixed(0)} ${k}`)
    .join('\n '),
);
await page.screenshot({ path: `/tmp/big-${process.argv[2]}.png` });
await browser.close();
await server.close();
