import { expect, test } from 'vitest';
import { changePolicy, choosePolicy } from '../../tools/choose-policy.ts';
import { CONTENT_SECURITY_POLICY } from '../../tools/content-security-policy.ts';

test('the app and plain pages get the strict policy', () => {
  for (const path of ['/', '/index.html', '/examples/plain.html', '/examples/talk.html']) {
    expect(choosePolicy(path)).toBe(CONTENT_SECURITY_POLICY);
  }
});

test('a page with a frame may show its own origin and nothing else', () => {
  expect(choosePolicy('/examples/talk/index.html')).toBe(
    CONTENT_SECURITY_POLICY.replace("frame-src 'none'", "frame-src 'self'"),
  );
});

test('no page may run inline script, or eval', () => {
  for (const folder of ['talk', 'vue', 'cms-2012']) {
    expect(choosePolicy(`/examples/${folder}/`)).not.toContain('unsafe');
    expect(choosePolicy(`/examples/${folder}/`)).toContain("script-src 'self';");
  }
});

test('a directive is replaced, added to, or dropped', () => {
  const policy = changePolicy({ 'frame-src': 'https://a', 'worker-src': '+ blob:', 'img-src': '' });
  expect(policy).toContain('frame-src https://a');
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).not.toContain('img-src');
});
