import { css } from 'lit';

export const planSheetStyles = css`
  .body,
  .sheet,
  .choices {
    display: grid;
    gap: 10px;
  }

  .sheet,
  .choices {
    align-content: start;
    min-width: 0;
  }

  .hint,
  .sheet > p {
    color: var(--ink-2);
    font-size: var(--small);
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr));
    gap: 14px 24px;
    align-items: start;
  }

  /* Its width over its height is set where the sheet is shown. */
  .paper {
    position: relative;
    width: min(100%, calc(60vh * var(--ratio, 1.414)));
    aspect-ratio: var(--ratio, 1.414);
    outline: 1px solid var(--rule);
    background: #fff;
  }

  img {
    display: block;
    width: 100%;
    height: 100%;
  }

  .handles > button {
    position: absolute;
    min-width: 0;
    min-height: 0;
    padding: 0;
    border-radius: 2px;
    cursor: move;
  }

  .handles > button:hover {
    background: none;
    outline: 1px dashed #0b6a94;
  }

  /* On paper, which is white whatever the page is. */
  .handles > button[aria-pressed='true'] {
    outline: 2px solid #0b6a94;
    background: rgb(11 106 148 / 8%);
    touch-action: none;
  }

  .handles > button:focus-visible {
    outline: 3px solid #0b6a94;
    outline-offset: 1px;
  }

  .layout,
  .frame,
  .chosen,
  .templates {
    display: grid;
    gap: 8px;
  }

  .frame > .pair,
  .chosen > .pair,
  .templates > .pair {
    width: 100%;
  }

  .layout > .overlaps:empty {
    display: none;
  }

  .pad {
    display: inline-flex;
    gap: 4px;
  }

  .pad > button {
    border: 1px solid var(--rule);
    font-size: 1.1em;
  }

  .choose.plain {
    background: none;
    border: 0;
    padding: 0 8px;
    color: var(--accent);
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10em), 1fr));
    gap: 8px 14px;
  }

  .sheet > .warn {
    color: var(--plan-warn, #8a4b00);
  }
`;
