import { connect } from '../../lib/client.js';

const frame = document.querySelector('#plan');
const log = document.querySelector('#log');
const state = document.querySelector('#state');

/* The frame answers nobody but the pages that its address names: here this page's own origin. */
const app = new URL('../../index.html', location.href);
app.search = `embed&controls=legend,zoom&origins=${location.origin}`;
app.hash = 'v=1&layers=transport,boundary';
frame.src = app.href;

const plan = await connect(frame, { origin: app.origin, timeoutMs: 30_000 });
state.textContent = '已接通';
document.documentElement.dataset.talk = 'open';

/* What the frame tells. */
plan.on('plan-feature-select', ({ featureId, clauseIds }) => {
  state.textContent = featureId ? `读者选了 ${featureId}` : '没有选择';
  write(`← plan-feature-select ${featureId ?? '–'} ${clauseIds.join(', ')}`);
});
plan.on('plan-layers-change', ({ layers }) => write(`← plan-layers-change ${layers.join(' ')}`));

/* What the frame is told; each answer comes as a promise. */
const listOf = (text) => text.split(' ').filter(Boolean);
const COMMANDS = {
  select: (id) => plan.select({ feature: id || null }),
  highlight: (ids) => plan.highlight({ features: listOf(ids), fit: true }),
  fit: (ids) => plan.fit(listOf(ids)),
  layers: (ids) => plan.layers(listOf(ids)),
  lens: (stages) => plan.lens({ statuses: listOf(stages), horizon: null }),
  scene: (id) => plan.scene(id),
};

for (const [name, run] of Object.entries(COMMANDS)) {
  for (const button of document.querySelectorAll(`button[data-${name}]`)) {
    button.addEventListener('click', () => void tell(name, run, button.dataset[name]));
  }
}
document.querySelector('#scene').addEventListener('change', (event) => {
  void tell('scene', COMMANDS.scene, event.target.value);
});

async function tell(name, run, value) {
  write(`→ ${name} ${value || '–'}`);
  try {
    await run(value);
    write(`✓ ${name}`);
  } catch (refusal) {
    write(`✗ ${name}: ${refusal.message}`);
  }
}

function write(line) {
  const item = document.createElement('li');
  item.textContent = line;
  log.append(item);
  log.scrollTop = log.scrollHeight;
}
