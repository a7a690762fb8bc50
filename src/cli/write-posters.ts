/**
 * `npm run posters -- --bundle folder --out folder`: posters and oEmbed answers of a bundle folder (default data/),
 * as the build of the app writes them, into `posters/` and `oembed/` of another folder (default dist/). `ATLAS_URL`
 * says where the app stands.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cartography } from '../../layers/index.ts';
import { adviseAddress, writePosterFiles } from './poster/make-files.ts';
import { readAppUrl } from './poster/make-oembed.ts';
import { readBundleFolder } from './read-bundle-folder.ts';

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'data' },
    out: { type: 'string', default: 'dist' },
  },
});
const { bundle, problems } = await readBundleFolder(values.bundle);
if (bundle) {
  const appUrl = readAppUrl(process.env['ATLAS_URL']);
  const written = await writePosterFiles(bundle, cartography, values.out, appUrl);
  process.stdout.write(`${path.resolve(values.out)}: ${written}\n`);
  const advice = adviseAddress(appUrl);
  if (advice !== null) process.stdout.write(`${advice}\n`);
} else {
  const list = problems.map(({ file, message, remedy }) => `${file}: ${message}. ${remedy}`);
  process.stderr.write(`${values.bundle} holds no bundle.\n${list.join('\n')}\n`);
  process.exitCode = 1;
}
