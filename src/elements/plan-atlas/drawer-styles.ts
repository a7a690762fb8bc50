import { css } from 'lit';

/** The drawer of the tools: under the map, and on a phone in the place of the sheet. */
export const drawerStyles = css`
  .drawer {
    display: flex;
    flex-direction: column;
    flex: none;
    min-height: 0;
    height: min(44%, 420px);
    border-top: 1px solid var(--plan-rule);
    background: var(--plan-paper);
  }
  /* The strip of a corridor stands below its figures. */
  .drawer[data-tool='profile'] {
    height: min(58%, 560px);
  }
  .drawer-bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 6px 14px;
    border-bottom: 1px solid var(--plan-rule);
  }
  .drawer-bar h2 {
    margin: 0;
    font: 600 var(--plan-type) / 1.4 var(--plan-sans);
  }
  .drawer-body {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .frame[data-layout='compact'] .drawer {
    position: absolute;
    z-index: 5;
    inset: auto 0 0 0;
    height: 60%;
    opacity: 0.995;
    box-shadow: var(--plan-shadow);
  }

  /* On a phone the map keeps its own place above the drawer: nothing that is shown lies behind it. */
  .frame[data-layout='tall'][data-open-tool] {
    grid:
      'bar' auto
      'map' var(--map-row, minmax(0, 1fr))
      'drawer' var(--drawer, 58%)
      / minmax(0, 1fr);
  }
  .frame[data-layout='tall'][data-open-tool='measure'] {
    --drawer: 42%;
  }
  /* What is drawn needs the map most. */
  .frame[data-layout='tall']:is([data-open-tool='marks'], [data-open-tool='story']) {
    --map-row: minmax(45%, 1fr);
    --drawer: minmax(0, 42%);
  }
  .frame[data-layout='compact'] .drawer[data-tool='marks'] {
    height: 50%;
  }
  .frame[data-layout='tall'] .drawer {
    grid-area: drawer;
    height: auto;
  }
  .frame[data-layout='tall'][data-open-tool] :is(.tabs, .pane:not(.middle)) {
    display: none;
  }
  /* Embedding takes the whole frame below the bar. The map keeps its place and size behind it: pictures follow it. */
  .frame[data-open-tool='embed'] > .drawer {
    grid-area: 2 / 1 / -1 / -1;
    z-index: 3;
    height: auto;
    border-top: 0;
  }
  .frame[data-layout='compact'][data-open-tool='embed'] > .drawer {
    grid-area: auto;
    inset: 0;
    height: 100%;
  }
  .frame[data-open-tool='embed'] > :not(.bar, .drawer, .notices, .toast, .phase) {
    visibility: hidden;
  }
  .frame[data-layout='tall'][data-open-tool='embed'] {
    grid:
      'bar' auto
      'map' minmax(180px, 46%)
      'drawer' minmax(0, 1fr)
      / minmax(0, 1fr);
  }
  /* Two maps need all the room that a phone has. */
  .frame[data-layout='tall'][data-open-tool='compare'] {
    grid:
      'bar' auto
      'map' minmax(0, 1fr)
      / minmax(0, 1fr);
  }
`;
