import { html } from 'lit';

const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}\p{P}\d]*\p{Script=Han})?)/u;

/** English with Chinese words in it, these marked as such: a screen reader says them in another voice. */
export function markChinese(text: string, isEnglish: boolean): unknown {
  return isEnglish
    ? text
        .split(CHINESE)
        .map((part, index) => (index % 2 ? html`<span lang="zh-Hans">${part}</span>` : part))
    : text;
}
