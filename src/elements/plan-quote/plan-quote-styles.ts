import { css } from '../shared/light-element.ts';

export const planQuoteStyles = css`
  .quote {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border: 1px solid var(--rule);
    border-inline-start: 3px solid var(--accent);
    border-radius: 3px;
  }

  blockquote {
    font-size: var(--plan-type-body);
    line-height: 1.9;
    text-align: justify;
  }

  blockquote p + p {
    margin-top: 0.5em;
  }

  .title,
  .lead {
    font-weight: 700;
  }

  cite {
    font-style: normal;
  }

  .phrase {
    --theme: var(--accent);
    border-radius: 2px;
    color: inherit;
    text-decoration: underline 2px var(--theme);
    text-underline-offset: 0.28em;
    text-decoration-skip-ink: none;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  .phrase[data-basis='reading'] {
    text-decoration-style: dashed;
  }

  .phrase[data-lit] {
    background: var(--plan-lit-strong);
    box-shadow: 0 0 0 2px var(--plan-lit-strong);
    text-decoration-thickness: 3px;
  }

  .quote .map {
    min-height: 240px;
  }

  @container (max-width: 22em) {
    blockquote {
      text-align: start;
    }
  }

  @media (forced-colors: active) {
    .phrase {
      text-decoration-color: LinkText;
    }
    .phrase[data-lit] {
      outline: 2px solid Highlight;
    }
  }

  @media print {
    .phrase[data-lit] {
      background: none;
      box-shadow: none;
      font-weight: 700;
    }
    .map {
      display: none;
    }
  }
`;
