/** A layer of the plan from a server of vector tiles that is not ours: Debian's MapServer, over a file of 20,000 parcels. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openAtlas } from '../e2e/open-atlas.ts';
import { makeParcels } from '../e2e/vector-tiles.ts';
import { launchBrowser } from '../tools/browser.ts';
import { readShippedBundle } from '../tools/read-shipped-bundle.ts';
import { runTool } from '../tools/run-tool.ts';
import { serveStatic } from '../tools/serve-static.ts';

const MAPSERV = '/usr/lib/cgi-bin/mapserv';
const PLACES = [
  ['mine-yuejin', 113.42, 38.08],
  ['mine-shidian', 113.52, 38.08],
] as const;
/** Parcels of one place along a side: 20,000 in all. */
const PER_SIDE = 100;
/** In a parcel of the second place. */
const HIT = [113.5303, 38.0903] as const;

/** What the server is to serve, as its own files say it. */
const describeMap = (data: string): string => `MAP
  NAME "parcels"
  EXTENT 112.9 37.8 113.9 38.6
  UNITS DD
  SIZE 512 512
  PROJECTION "init=epsg:4326" END
  OUTPUTFORMAT
    NAME "mvt"
    DRIVER "MVT"
  END
  LAYER
    NAME "workings"
    TYPE POLYGON
    STATUS ON
    CONNECTIONTYPE OGR
    CONNECTION "${data}"
    DATA "parcels"
    METADATA "gml_include_items" "all" END
    PROJECTION "init=epsg:4326" END
    CLASS NAME "all" STYLE COLOR 0 0 0 END END
  END
END
`;

/** Answers one request as a web server asks a CGI program to. */
function runCgi(query: string, env: Record<string, string>, response: ServerResponse): void {
  const child = spawn(MAPSERV, [], {
    env: { ...process.env, ...env, REQUEST_METHOD: 'GET', QUERY_STRING: query },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.once('close', () => {
    const whole = Buffer.concat(chunks);
    const end = whole.indexOf('\r\n\r\n');
    const type = /content-type: (\S+)/i.exec(whole.toString('latin1', 0, end))?.[1];
    response
      .writeHead(type?.includes('vector-tile') ? 200 : 500, {
        'content-type': type ?? 'text/plain',
        'access-control-allow-origin': '*',
      })
      .end(whole.subarray(end + 4));
  });
}

it('tiles of MapServer are shown at the user’s wish, and each parcel selects its feature', async () => {
  expect(existsSync('dist/index.html'), 'run "npm run build" first').toBe(true);
  const tool = { command: MAPSERV, debian: 'cgi-mapserver' };
  console.log(runTool(tool, ['-v']).split(' OUTPUT', 1)[0]);
  const folder = await mkdtemp(path.join(tmpdir(), 'plan-atlas-mapserver-'));
  const data = path.join(folder, 'parcels.geojson');
  await writeFile(data, JSON.stringify(makeParcels(PLACES, PER_SIDE)));
  await writeFile(path.join(folder, 'parcels.map'), describeMap(data));
  await writeFile(
    path.join(folder, 'mapserver.conf'),
    'CONFIG\n  ENV\n    MS_MAP_PATTERN "."\n  END\nEND\n',
  );
  const asked: string[] = [];
  const tiles = createServer(({ url = '/' }, response) => {
    const [, z, x, y] = /^\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
    asked.push(url);
    const query = `map=${folder}/parcels.map&mode=tile&tilemode=gmap&layers=all&map.imagetype=mvt&tile=${x}+${y}+${z}`;
    runCgi(query, { MAPSERVER_CONFIG_FILE: path.join(folder, 'mapserver.conf') }, response);
  });
  await new Promise<void>((resolve) => tiles.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;

  const { bundle: shipped } = await readShippedBundle();
  const bundle = {
    ...shipped,
    layers: shipped.layers.map((layer) =>
      layer.id === 'mines'
        ? {
            ...layer,
            tiles: {
              format: 'mvt',
              href: `${origin}/{z}/{x}/{y}`,
              sourceLayers: ['workings'],
              feature: 'mine-yuejin',
              idField: 'place',
            },
          }
        : layer,
    ),
  };
  const server = await serveStatic({
    root: 'dist',
    policy: () => null,
    intercept: ({ url = '' }, response) => {
      if (!url.endsWith('/bundle/yuxian.json')) return false;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(bundle));
      return true;
    },
  });
  const browser = await launchBrowser();
  try {
    const opened = await openAtlas(browser, {
      width: 1440,
      height: 900,
      url: server.origin,
      hash: 'v=1&layers=mines&camera=113.53,38.09,13,0,0',
      allowedOrigins: [server.origin, origin],
    });
    const { page } = opened;
    page.setDefaultTimeout(60_000);
    expect(asked).toEqual([]);
    await page.locator('plan-atlas [data-tab=layers]').first().click();
    await page.locator('plan-tiles [data-action=load]').click();
    await page.locator('plan-tiles [data-status=shown]').waitFor();
    const spot = await page.evaluate((at) => planProbe.spotOnMap(at, [0, 0]), HIT);
    await expect
      .poll(
        async () => {
          await page.mouse.click(spot!.x, spot!.y);
          return page.evaluate(() => planProbe.view().feature);
        },
        { timeout: 60_000 },
      )
      .toBe('mine-shidian');
    expect(asked.length).toBeGreaterThan(0);
    opened.assertClean();
  } finally {
    await browser.close();
    await server.close();
    tiles.close();
    await rm(folder, { recursive: true });
  }
}, 300_000);
