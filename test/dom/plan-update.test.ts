import { afterEach, beforeEach, expect, it } from 'vitest';
import { conventions } from '../../layers/conventions.ts';
import { PlanUpdate } from '../../src/elements/plan-update/plan-update.ts';
import { define } from '../../src/elements/shared/define.ts';

define('plan-update', PlanUpdate);

let strip: PlanUpdate;

beforeEach(async () => {
  strip = document.createElement('plan-update');
  document.body.append(strip);
  await strip.updateComplete;
});
afterEach(() => strip.remove());

const words = (): string => strip.shadowRoot!.textContent!.replaceAll(/\s+/g, ' ').trim();
const buttons = (): HTMLButtonElement[] => [...strip.shadowRoot!.querySelectorAll('button')];

it('says nothing until there is something to say, and then politely', async () => {
  expect(words()).toBe('');
  expect(strip.getAttribute('role')).toBe('status');
  strip.notice = 'offline';
  await strip.updateComplete;
  expect(words()).toBe('可离线使用');
  expect(buttons()).toEqual([]);
});

it('offers a new version in both languages', async () => {
  strip.notice = 'update';
  await strip.updateComplete;
  expect(words()).toBe('新版本已就绪 重新载入 以后再说');
  strip.lang = 'en';
  await strip.updateComplete;
  expect(words()).toBe('A new version is ready Reload Later');
});

it('tells which of its buttons was pressed', async () => {
  const heard: string[] = [];
  for (const type of ['plan-update-accept', 'plan-update-dismiss']) {
    strip.addEventListener(type, () => heard.push(type));
  }
  strip.notice = 'unsaved';
  await strip.updateComplete;
  for (const button of buttons()) button.click();
  expect(heard).toEqual(['plan-update-accept', 'plan-update-dismiss']);
});

it('wears one flavour at a time', async () => {
  const before = strip.shadowRoot!.adoptedStyleSheets.length;
  for (const name of ['light', 'dark', 'light'] as const) {
    strip.flavour = conventions.looks[name];
    await strip.updateComplete;
    expect(strip.shadowRoot!.adoptedStyleSheets.length).toBe(before + 1);
  }
});
