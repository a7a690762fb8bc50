import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PlanEmbed } from '../../src/elements/plan-embed/plan-embed.ts';
import { define } from '../../src/elements/shared/define.ts';
import { mountPanel, press, textOf, type Mounted } from './mount-panel.ts';

define('plan-embed', PlanEmbed);

type Embed = Mounted<'plan-embed'>;

/** As in the app: the tool stands in the shadow of an atlas that owns the page. */
async function mountEmbed(options: { readonly lang?: 'en' } = {}): Promise<Embed> {
  const mounted = await mountPanel('plan-embed', options);
  vi.spyOn(mounted.panel, 'getRootNode').mockReturnValue(createPage());
  mounted.panel.requestUpdate();
  await mounted.settle();
  return mounted;
}

function createPage(): ShadowRoot {
  const atlas = document.createElement('section');
  atlas.setAttribute('permalink', '');
  atlas.setAttribute('src', './bundle/plan.json');
  return atlas.attachShadow({ mode: 'open' });
}

const change = (input: HTMLInputElement | HTMLSelectElement, value: string): void => {
  input.value = value;
  input.dispatchEvent(new Event('change'));
};
const choose = async ({ find, settle }: Embed, kind: string): Promise<void> => {
  const radio = find<HTMLInputElement>(`input[value=${kind}]`);
  radio.checked = true;
  radio.dispatchEvent(new Event('change'));
  await settle();
};
const snippetOf = ({ find }: Embed): string =>
  find<HTMLTextAreaElement>('[data-text=snippet]').value;

describe('plan-embed', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
  });

  it('says where to go in a page that is not the atlas’s own', async () => {
    const { find, findAll } = await mountPanel('plan-embed');
    expect(textOf(find('.empty'))).toContain('请打开完整图集');
    expect(findAll('form')).toHaveLength(0);
  });

  it('opens with the whole plan, and names the folder of the page in the snippet', async () => {
    const mounted = await mountEmbed();
    expect(snippetOf(mounted)).toContain('<plan-atlas src="');
    expect(snippetOf(mounted)).toContain('/bundle/plan.json"');
  });

  it('follows what is selected, and lists it first', async () => {
    const mounted = await mountEmbed();
    await choose(mounted, 'feature');
    mounted.store.send({ type: 'select', feature: 'zong-3', origin: 'list' });
    await mounted.settle();
    expect(snippetOf(mounted)).toContain('feature="zong-3"');
    const [first] = mounted.find<HTMLSelectElement>('[data-field=feature]').options;
    expect(first?.value).toBe('zong-3');
  });

  it('refuses a side in words, and keeps the last good one', async () => {
    const mounted = await mountEmbed();
    change(mounted.find('[data-field=height]'), '12');
    await mounted.settle();
    expect(textOf(mounted.find('#height-problem'))).toBe('“12”不能用：请填 160–4000 的整数。');
    expect(mounted.find('[data-field=height]').getAttribute('aria-invalid')).toBe('true');
    change(mounted.find('[data-field=height]'), '640');
    await mounted.settle();
    expect(textOf(mounted.find('#height-problem'))).toBe('');
    expect(snippetOf(mounted)).toContain('640px');
  });

  it('refuses a colour in words', async () => {
    const mounted = await mountEmbed();
    change(mounted.find('[data-field=ground]'), 'red');
    await mounted.settle();
    expect(textOf(mounted.find('#ground-problem'))).toContain('“red”不是颜色');
  });

  it('goes through the snippets with the arrows, one tab stop for all', async () => {
    const mounted = await mountEmbed();
    const tab = mounted.find('[data-form=element]');
    press(tab, 'ArrowRight');
    await mounted.settle();
    expect(mounted.find('[data-form=iframe]').getAttribute('aria-selected')).toBe('true');
    expect(mounted.findAll('[role=tab][tabindex="0"]')).toHaveLength(1);
    expect(snippetOf(mounted)).toMatch(/^<iframe /);
  });

  it('says what an element cannot hold', async () => {
    const mounted = await mountEmbed();
    mounted.find('[data-check=stage-existing]').click();
    await mounted.settle();
    expect(textOf(mounted.find('.snippet .warning'))).toContain('没有阶段');
  });

  it('keeps what was chosen when it is opened again, and forgets it when asked', async () => {
    const mounted = await mountEmbed();
    await choose(mounted, 'clause');
    const again = document.createElement('plan-embed');
    vi.spyOn(again, 'getRootNode').mockReturnValue(createPage());
    mounted.panel.replaceWith(again);
    await again.updateComplete;
    const radio = (kind: string) =>
      again.shadowRoot!.querySelector<HTMLInputElement>(`input[value=${kind}]`)!;
    expect(radio('clause').checked).toBe(true);
    again.shadowRoot!.querySelector<HTMLElement>('[data-action=reset]')!.click();
    await again.updateComplete;
    expect(radio('plan').checked).toBe(true);
  });

  it('speaks English', async () => {
    const { find } = await mountEmbed({ lang: 'en' });
    expect(textOf(find('[data-action=reset]'))).toBe('Restore defaults');
  });
});
