import { css } from 'lit';

/** The form for the other plan, and messages over the maps. */
export const compareChooserStyles = css`
  .chooser,
  .lost,
  .apart,
  .stranger {
    border: 1px solid var(--rule);
    border-radius: 8px;
    background: var(--card);
    color: var(--ink);
    font-size: var(--type);
    opacity: 0.995;
  }

  .chooser {
    position: absolute;
    z-index: 4;
    inset: 0;
    width: min(460px, 100% - 24px);
    height: max-content;
    max-height: calc(100% - 24px);
    margin: auto;
    padding: 14px 16px;
    overflow: auto;
    box-shadow: var(--plan-shadow, none);
  }

  h3 {
    margin: 0 0 6px;
    font-size: var(--type);
    font-weight: 600;
  }

  .line-up {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }

  .line-up > label:first-child {
    flex: 1 1 12em;
  }

  input[type='text'] {
    width: 100%;
    padding: 0 10px;
    border-color: var(--ink-3);
  }

  .file {
    position: relative;
  }

  .file input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .file input::file-selector-button {
    cursor: pointer;
  }

  .file:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .boxed:disabled,
  .file:has(:disabled) {
    color: var(--ink-3);
  }

  .progress > * {
    margin-top: 8px;
  }

  progress {
    width: 100%;
    accent-color: var(--accent);
  }

  .failure {
    margin-top: 8px;
    padding: 8px 10px;
    border: 1px solid var(--plan-error, #a3261b);
    border-radius: 6px;
    background: var(--plan-error-soft, #fbe9e6);
  }

  .stranger {
    position: absolute;
    z-index: 3;
    inset-inline: 12px;
    bottom: 84px;
    width: fit-content;
    max-width: calc(100% - 24px);
    margin: 0 auto;
    padding: 6px 12px;
    box-shadow: var(--plan-shadow, none);
  }

  .apart {
    position: absolute;
    z-index: 3;
    inset-inline: 12px;
    top: calc(max(24px, var(--target)) + 24px);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    width: fit-content;
    max-width: calc(100% - 100px);
    margin: 0 auto;
    padding: 8px 12px;
    border-color: var(--plan-warn, #855600);
    box-shadow: var(--plan-shadow, none);
  }

  .apart p {
    flex: 1 1 14em;
  }

  .stranger[data-open='false'] {
    padding: 0;
    border: 0;
  }
`;
