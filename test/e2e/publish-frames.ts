/** The built app as a deployer publishes it for frames: with the origins that may talk with it. */
import { readFileSync } from 'node:fs';
import { CONTENT_SECURITY_POLICY } from '../tools/content-security-policy.ts';
import { serveStatic, type StaticServer } from '../tools/serve-static.ts';

export interface PublishOptions {
  /** Origins in `<meta name="plan-atlas-origins">`; asked for with each page. */
  readonly listed: () => readonly string[];
  /** Default: the strict one. */
  readonly policy?: string;
  /** Scripts of a page without an origin are asked for across origins. Default true. */
  readonly isShared?: boolean;
}

export async function publishFrames({
  listed,
  policy = CONTENT_SECURITY_POLICY,
  isShared = true,
}: PublishOptions): Promise<StaticServer> {
  const page = readFileSync('dist/index.html', 'utf8');
  return serveStatic({
    root: 'dist',
    policy: () => policy,
    intercept: ({ url = '/' }, response) => {
      if (isShared) response.setHeader('Access-Control-Allow-Origin', '*');
      if (!/^\/(index\.html|embed\.html)?([?#]|$)/.test(url)) return false;
      const meta = `<meta name="plan-atlas-origins" content="${listed().join(' ')}" />`;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Content-Security-Policy', policy);
      response.end(page.replace('</head>', `${meta}</head>`));
      return true;
    },
  });
}
